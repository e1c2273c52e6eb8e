import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { cancelFunction, orderCancelledEvent } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";
import type { Order } from "./order.ts";

/** Parameters of {@link cancelOrder}. */
export type CancelOrderParameters = {
  order: Order;
};

/**
 * Ends an order for ever. Works while trading is paused. A fill that is mined before still counts.
 *
 * @param client - A viem client with the account of the maker.
 * @param parameters - {@link CancelOrderParameters}
 * @returns Hash of the transaction.
 * @throws {@link ExchangeNotMakerError} when the account is not the maker.
 * @throws {@link ExchangeOrderCancelledError} when it is cancelled already.
 *
 * @example
 * ```ts
 * const hash = await cancelOrder(client, { order });
 * ```
 */
export const cancelOrder = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange, order }: CallParameters<CancelOrderParameters, "exchange">) =>
    contractCall(exchange, cancelFunction, [order]),
  event: orderCancelledEvent,
});

/** {@link cancelOrder}, then waits: answers with the receipt and the `OrderCancelled` event. */
export const cancelOrderSync = /* @__PURE__ */ defineSync(cancelOrder);
