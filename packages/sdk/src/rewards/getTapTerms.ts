import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { dailyCapFunction, oracleFunction, pausedUntilFunction } from "../generated/abi/tapRewards.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getTapTerms}. */
export type GetTapTermsParameters = ContractsOption & ReadOptions;

/** By which terms taps are paid. */
export type GetTapTermsReturnType = {
  /** Whose vouchers pay. */
  oracle: Address;
  /** Points (6 decimals) that a person may claim a UTC day. */
  dailyCap: bigint;
  /** Unix seconds until which claims are paused; 0 or past when they are not. */
  pausedUntil: number;
};

/**
 * Reads who vouches for taps and how much can be claimed a day.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetTapTermsParameters}
 * @returns {@link GetTapTermsReturnType}
 * @throws {@link AddressUnknownError} when the contract's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { dailyCap } = await getTapTerms(client);
 * ```
 */
export async function getTapTerms(
  client: QtiClient,
  parameters: GetTapTermsParameters = {},
): Promise<GetTapTermsReturnType> {
  const { tapRewards } = await resolveContracts(
    client,
    { tapRewards: addresses.tapRewards },
    parameters.contracts,
  );
  const [oracle, dailyCap, pausedUntil] = await Promise.all([
    read(client, contractCall(tapRewards, oracleFunction, []), parameters),
    read(client, contractCall(tapRewards, dailyCapFunction, []), parameters),
    read(client, contractCall(tapRewards, pausedUntilFunction, []), parameters),
  ]);
  return { oracle, dailyCap, pausedUntil };
}
