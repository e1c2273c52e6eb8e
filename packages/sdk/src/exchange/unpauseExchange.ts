import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseSetEvent, unpauseFunction } from "../generated/abi/exchange.ts";
import { exchange } from "../generated/addressTables.ts";

/** {@link unpauseExchange} needs nothing but a signer. */
export type UnpauseExchangeParameters = object;

/**
 * Ends a pause of trading early.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await unpauseExchange(adminClient);
 * ```
 */
export const unpauseExchange = /* @__PURE__ */ defineWrite({
  contracts: { exchange },
  call: ({ exchange }: CallParameters<UnpauseExchangeParameters, "exchange">) =>
    contractCall(exchange, unpauseFunction, []),
  event: pauseSetEvent,
});

/** {@link unpauseExchange}, then waits: answers with the receipt and the `PauseSet` event. */
export const unpauseExchangeSync = /* @__PURE__ */ defineSync(unpauseExchange);
