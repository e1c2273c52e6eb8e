import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { pausedUntilFunction, termsFunction } from "../generated/abi/referralRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getReferralTerms}. */
export type GetReferralTermsParameters = ContractsOption & ReadOptions;

/** What a referral pays, and for what. */
export type GetReferralTermsReturnType = {
  /** Part of the newcomer's early tap points that the referrer gets, in 1/10,000. */
  bonusBps: number;
  /** Most points (6 decimals) for one newcomer. */
  newcomerCap: bigint;
  /** Most points (6 decimals) that one referrer ever gets. */
  referrerCap: bigint;
  /** QTI units (18 decimals) that the newcomer holds in one position. */
  minStake: bigint;
  /** Unix seconds until which vesting and claiming are paused; 0 or past when they are not. */
  pausedUntil: number;
};

/**
 * Reads what a referral that vests now would pay, and for what.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetReferralTermsParameters}
 * @returns {@link GetReferralTermsReturnType}
 * @throws {@link AddressUnknownError} when the registry's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { bonusBps, minStake } = await getReferralTerms(client);
 * ```
 */
export async function getReferralTerms(
  client: QtiClient,
  parameters: GetReferralTermsParameters = {},
): Promise<GetReferralTermsReturnType> {
  const { referralRegistry } = await resolveContracts(
    client,
    { referralRegistry: addresses.referralRegistry },
    parameters.contracts,
  );
  const [terms, pausedUntil] = await Promise.all([
    read(client, contractCall(referralRegistry, termsFunction, []), parameters),
    read(client, contractCall(referralRegistry, pausedUntilFunction, []), parameters),
  ]);
  return { ...terms, pausedUntil };
}
