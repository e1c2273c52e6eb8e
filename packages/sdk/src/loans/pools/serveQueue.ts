import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { exitServedEvent, serveQueueFunction } from "../../generated/abi/seniorPool.ts";
import { seniorPool } from "../../generated/addressTables.ts";

/** Parameters of {@link serveQueue}. */
export type ServeQueueParameters = {
  /** Most tickets to serve; 16 when left out. */
  tickets?: bigint | undefined;
};

/**
 * Pays tickets of the queue in their order, as far as cash goes. Anyone may send it; owners claim what was paid with `claimExit`.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link ServeQueueParameters}
 * @returns Hash of the transaction.
 * @throws {@link SeniorNothingToServeError} when nobody waits, or there is no cash.
 *
 * @example
 * ```ts
 * const hash = await serveQueue(client);
 * ```
 */
export const serveQueue = /* @__PURE__ */ defineWrite({
  contracts: { seniorPool },
  call: ({ seniorPool, tickets = 16n }: CallParameters<ServeQueueParameters, "seniorPool">) =>
    contractCall(seniorPool, serveQueueFunction, [tickets]),
  event: exitServedEvent,
});

/** {@link serveQueue}, then waits: answers with the receipt and the `ExitServed` event. */
export const serveQueueSync = /* @__PURE__ */ defineSync(serveQueue);
