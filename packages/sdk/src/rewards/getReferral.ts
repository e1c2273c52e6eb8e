import { type Address, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  bonusOfFunction,
  edgeOfFunction,
  noncesFunction,
  statusOfFunction,
} from "../generated/abi/referralRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getReferral}. */
export type GetReferralParameters = ContractsOption &
  ReadOptions & {
    /** Who may have been referred. */
    newcomer: Address;
  };

/**
 * Where a referral stands, in the order of the contracts' enum. `none`: nobody was named. `bound`: the newcomer is not verified
 * yet and may name another. `final`: it is verified; waits to vest. `vested`: the bonus can be claimed. `void`: the person had
 * another account before, or is the referrer.
 */
export const referralStatuses = ["none", "bound", "final", "vested", "void"] as const;

/** Where a referral stands: one of {@link referralStatuses}. */
export type ReferralStatus = (typeof referralStatuses)[number];

/** A referral. Points have 6 decimals. */
export type GetReferralReturnType = {
  status: ReferralStatus;
  /** Who was named; `undefined` when nobody was. */
  referrer: Address | undefined;
  /** Number of the referrer's identity. */
  referrerIdentity: bigint;
  /** Part of the newcomer's early tap points that the referrer gets, in 1/10,000; 0 until it has vested. */
  bonusBps: number;
  /** Most points for this newcomer; 0 until it has vested. */
  newcomerCap: bigint;
  /** Points paid for this newcomer. */
  paid: bigint;
  /** Points that `claimReferralBonus` would pay now. */
  bonus: bigint;
  /** For the next `Referral` that the newcomer signs. */
  nonce: bigint;
};

/**
 * Reads who brought a newcomer, where that stands and what it has earned.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetReferralParameters}
 * @returns {@link GetReferralReturnType}
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { status, referrer, bonus } = await getReferral(client, { newcomer });
 * ```
 */
export async function getReferral(
  client: QtiClient,
  parameters: GetReferralParameters,
): Promise<GetReferralReturnType> {
  const { referralRegistry } = await resolveContracts(
    client,
    { referralRegistry: addresses.referralRegistry },
    parameters.contracts,
  );
  const args = [parameters.newcomer] as const;
  const [status, edge, bonus, nonce] = await Promise.all([
    read(client, contractCall(referralRegistry, statusOfFunction, args), parameters),
    read(client, contractCall(referralRegistry, edgeOfFunction, args), parameters),
    read(client, contractCall(referralRegistry, bonusOfFunction, args), parameters),
    read(client, contractCall(referralRegistry, noncesFunction, args), parameters),
  ]);
  const { referrer, referrerIdentity, bonusBps, newcomerCap, paid } = edge;
  return {
    // A status that this version does not know yet pays nothing that it could show.
    status: referralStatuses[status] ?? "void",
    referrer: referrer === zeroAddress ? undefined : referrer,
    referrerIdentity,
    bonusBps,
    newcomerCap,
    paid,
    bonus,
    nonce,
  };
}
