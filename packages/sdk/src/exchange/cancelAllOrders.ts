import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { cancelAllFunction, epochRaisedEvent } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";

/** {@link cancelAllOrders} needs nothing but a signer. */
export type CancelAllOrdersParameters = object;

/**
 * Ends every order that the account has signed so far. Orders signed for the new epoch count.
 *
 * @param client - A viem client with the account of the maker.
 * @returns Hash of the transaction.
 *
 * @example
 * ```ts
 * const { event } = await cancelAllOrdersSync(client);
 * console.log("sign for epoch", event.args.epoch);
 * ```
 */
export const cancelAllOrders = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange }: CallParameters<CancelAllOrdersParameters, "exchange">) =>
    contractCall(exchange, cancelAllFunction, []),
  event: epochRaisedEvent,
});

/** {@link cancelAllOrders}, then waits: answers with the receipt and the `EpochRaised` event. */
export const cancelAllOrdersSync = /* @__PURE__ */ defineSync(cancelAllOrders);
