import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { tallyOfFunction } from "../generated/abi/tapRewards.ts";
import * as addresses from "../generated/addressTables.ts";
import { identityNumber } from "./identityNumber.ts";

/** Parameters of {@link getTapTally}. */
export type GetTapTallyParameters = ContractsOption &
  ReadOptions & {
    /** Any account of the person. */
    account: Address;
  };

/** What an identity has claimed for taps. Points have 6 decimals, days are of Unix time by UTC. */
export type GetTapTallyReturnType = {
  /** Number of the identity; 0 when the account was never attested, and then all is zero. */
  identity: bigint;
  /** Of the last claim, or what a revocation set: only vouchers beyond it pay. */
  sequence: number;
  /** Day of the last claim. */
  day: number;
  /** Points claimed on that day. */
  today: bigint;
  /** Points ever claimed. */
  total: bigint;
  /** Day of the first claim. */
  firstDay: number;
  /** Points claimed in the 90 days from the first one on, by which a referral bonus is reckoned. */
  early: bigint;
};

/**
 * Reads what the person behind an account has claimed for taps.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetTapTallyParameters}
 * @returns {@link GetTapTallyReturnType}
 * @throws {@link AddressUnknownError} when an address is not known on the chain.
 *
 * @example
 * ```ts
 * const { total, sequence } = await getTapTally(client, { account });
 * ```
 */
export async function getTapTally(
  client: QtiClient,
  parameters: GetTapTallyParameters,
): Promise<GetTapTallyReturnType> {
  const { tapRewards } = await resolveContracts(
    client,
    { tapRewards: addresses.tapRewards },
    parameters.contracts,
  );
  const identity = await identityNumber(client, parameters);
  const tally = await read(client, contractCall(tapRewards, tallyOfFunction, [identity]), parameters);
  return { identity, ...tally };
}
