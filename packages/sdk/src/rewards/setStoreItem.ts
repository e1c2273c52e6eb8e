import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setItemFunction, storeItemSetEvent } from "../generated/abi/rewardStore.ts";
import { rewardStore } from "../generated/addressTables.ts";

/** Parameters of {@link setStoreItem}. */
export type SetStoreItemParameters = {
  /** Number of an item to change, or the number of items for a new one. */
  itemId: bigint;
  /** Points (6 decimals) for one. */
  price: bigint;
  /** How many there are. */
  stock: bigint;
  /** How many a person may ever have; 0 for no limit. */
  limit: number;
  /** Name, description and picture, as JSON; may be a data URI. */
  uri: string;
};

/**
 * Adds an item to the store, or changes one.
 *
 * @param client - A viem client whose account holds REWARDS_OPERATOR.
 * @param parameters - {@link SetStoreItemParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link StoreInvalidItemError} without a price or a description.
 * @throws {@link StoreUnknownItemError} when the number is neither of an item nor the next one.
 *
 * @example
 * ```ts
 * const { itemCount: itemId } = await getStore(client);
 * const item = { price: 50_000_000n, stock: 100n, limit: 1, uri: 'data:application/json,{"name":"Mug"}' };
 * const hash = await setStoreItem(operatorClient, { itemId, ...item });
 * ```
 */
export const setStoreItem = /* @__PURE__ */ defineWrite({
  contracts: { rewardStore },
  call: ({
    rewardStore,
    itemId,
    price,
    stock,
    limit,
    uri,
  }: CallParameters<SetStoreItemParameters, "rewardStore">) =>
    contractCall(rewardStore, setItemFunction, [itemId, { price, stock, limit, uri }]),
  event: storeItemSetEvent,
});

/** {@link setStoreItem}, then waits: answers with the receipt and the `StoreItemSet` event. */
export const setStoreItemSync = /* @__PURE__ */ defineSync(setStoreItem);
