import type { Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { matchOrdersFunction, ordersMatchedEvent } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";
import type { Order } from "./order.ts";

/** Parameters of {@link matchOrders}. */
export type MatchOrdersParameters = {
  ask: Order;
  askSignature: Hex;
  bid: Order;
  bidSignature: Hex;
  /** Share units (18 decimals), at most what `quoteMatch` says. */
  assetAmount: bigint;
};

/**
 * Matches a seller and a buyer whose prices meet. Anyone may; the caller gets a tip of what is between the prices.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link MatchOrdersParameters}
 * @returns Hash of the transaction.
 * @throws {@link ExchangeNotCrossedError} when the buyer offers less than the seller asks.
 * @throws {@link ExchangeMismatchError} when the orders differ in asset or money, or are of one side.
 * @throws {@link ExchangeOrderNotOpenError} when a window is not open.
 * @throws {@link ExchangePausedError} while trading is paused.
 *
 * @example
 * ```ts
 * const { assetAmount } = await quoteMatch(client, { ask, askSignature, bid, bidSignature });
 * const hash = await matchOrders(client, { ask, askSignature, bid, bidSignature, assetAmount });
 * ```
 */
export const matchOrders = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({
    exchange,
    ask,
    askSignature,
    bid,
    bidSignature,
    assetAmount,
  }: CallParameters<MatchOrdersParameters, "exchange">) =>
    contractCall(exchange, matchOrdersFunction, [ask, askSignature, bid, bidSignature, assetAmount]),
  event: ordersMatchedEvent,
});

/** {@link matchOrders}, then waits: answers with the receipt and the `OrdersMatched` event. */
export const matchOrdersSync = /* @__PURE__ */ defineSync(matchOrders);
