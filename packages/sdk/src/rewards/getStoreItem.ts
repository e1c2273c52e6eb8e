import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type FunctionResult, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { itemOfFunction } from "../generated/abi/rewardStore.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getStoreItem}. */
export type GetStoreItemParameters = ContractsOption &
  ReadOptions & {
    /** Number of the item, from 0. */
    itemId: bigint;
  };

/**
 * Something that can be had for points: `price` in points (6 decimals) for one, how many are left in `stock`, how many a person
 * may ever have as `limit` (0 for no limit), and name, description and picture in `uri`, as JSON.
 */
export type StoreItem = FunctionResult<typeof itemOfFunction>;

/**
 * Reads an item of the store, exactly.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetStoreItemParameters}
 * @returns {@link StoreItem}
 * @throws {@link StoreUnknownItemError} when there is no such item.
 *
 * @example
 * ```ts
 * const { price, stock } = await getStoreItem(client, { itemId });
 * ```
 */
export async function getStoreItem(
  client: QtiClient,
  parameters: GetStoreItemParameters,
): Promise<StoreItem> {
  const { rewardStore } = await resolveContracts(
    client,
    { rewardStore: addresses.rewardStore },
    parameters.contracts,
  );
  return read(client, contractCall(rewardStore, itemOfFunction, [parameters.itemId]), parameters);
}
