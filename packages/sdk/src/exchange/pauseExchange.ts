import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseFunction, pauseSetEvent } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";

/** {@link pauseExchange} needs nothing but a signer. */
export type PauseExchangeParameters = object;

/**
 * Stops fills and matches for 14 days. Cancelling goes on.
 *
 * @param client - A viem client whose account holds PAUSER.
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link ExchangePausedError} when a pause is running.
 *
 * @example
 * ```ts
 * const hash = await pauseExchange(pauserClient);
 * ```
 */
export const pauseExchange = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange }: CallParameters<PauseExchangeParameters, "exchange">) =>
    contractCall(exchange, pauseFunction, []),
  event: pauseSetEvent,
});

/** {@link pauseExchange}, then waits: answers with the receipt and the `PauseSet` event. */
export const pauseExchangeSync = /* @__PURE__ */ defineSync(pauseExchange);
