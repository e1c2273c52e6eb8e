import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { itemRedeemedEvent, redeemItemFunction } from "../generated/abi/rewardStore.ts";
import { rewardStore } from "../generated/addressTables.ts";

/** Parameters of {@link redeemItem}. */
export type RedeemItemParameters = {
  /** Number of the item, from 0. */
  itemId: bigint;
  /** How many; one when left out. */
  quantity?: bigint | undefined;
  /** Most points (6 decimals) to give in all. */
  maxPoints: bigint;
};

/**
 * Gives points for an item of the store. The order's number in the event is the one by which it is delivered.
 *
 * @param client - A viem client with the account of who holds the points, verified.
 * @param parameters - {@link RedeemItemParameters}
 * @returns Hash of the transaction.
 * @throws {@link StoreNotVerifiedError} when the account is not verified and in good standing.
 * @throws {@link StoreUnknownItemError} when there is no such item.
 * @throws {@link StoreOutOfStockError} when too few are left.
 * @throws {@link StoreLimitExceededError} when the person may have fewer.
 * @throws {@link StorePriceTooHighError} when it costs more than `maxPoints`.
 * @throws {@link StoreZeroAmountError} when the quantity is zero.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds fewer points.
 * @throws {@link PauseActiveError} while the store is paused.
 *
 * @example
 * ```ts
 * const { price } = await getStoreItem(client, { itemId });
 * const { event } = await redeemItemSync(client, { itemId, maxPoints: price });
 * show(event.args.orderId);
 * ```
 */
export const redeemItem = /* @__PURE__ */ defineWrite({
  contracts: { rewardStore },
  call: ({
    rewardStore,
    itemId,
    quantity = 1n,
    maxPoints,
  }: CallParameters<RedeemItemParameters, "rewardStore">) =>
    contractCall(rewardStore, redeemItemFunction, [itemId, quantity, maxPoints]),
  event: itemRedeemedEvent,
});

/** {@link redeemItem}, then waits: answers with the receipt and the `ItemRedeemed` event. */
export const redeemItemSync = /* @__PURE__ */ defineSync(redeemItem);
