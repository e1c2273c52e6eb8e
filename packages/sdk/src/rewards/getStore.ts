import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  itemCountFunction,
  orderCountFunction,
  pausedUntilFunction,
  rateFunction,
} from "../generated/abi/rewardStore.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getStore}. */
export type GetStoreParameters = ContractsOption & ReadOptions;

/** The store as of one block. */
export type GetStoreReturnType = {
  /** QTI units (18 decimals) for one whole point; 0 while points are not exchanged. */
  rate: bigint;
  /** Items; their numbers are 0 to one less. */
  itemCount: bigint;
  /** Orders ever made; their numbers are 1 to this. */
  orderCount: bigint;
  /** Unix seconds until which the store is paused; 0 or past when it is not. */
  pausedUntil: number;
};

/**
 * Reads the store: what a point is worth there, and how much there is.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetStoreParameters}
 * @returns {@link GetStoreReturnType}
 * @throws {@link AddressUnknownError} when the store's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { rate, itemCount } = await getStore(client);
 * ```
 */
export async function getStore(
  client: QtiClient,
  parameters: GetStoreParameters = {},
): Promise<GetStoreReturnType> {
  const { rewardStore } = await resolveContracts(
    client,
    { rewardStore: addresses.rewardStore },
    parameters.contracts,
  );
  const [rate, itemCount, orderCount, pausedUntil] = await Promise.all([
    read(client, contractCall(rewardStore, rateFunction, []), parameters),
    read(client, contractCall(rewardStore, itemCountFunction, []), parameters),
    read(client, contractCall(rewardStore, orderCountFunction, []), parameters),
    read(client, contractCall(rewardStore, pausedUntilFunction, []), parameters),
  ]);
  return { rate, itemCount, orderCount, pausedUntil };
}
