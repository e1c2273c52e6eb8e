import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { cancelExitFunction, exitCancelledEvent } from "../../generated/abi/seniorPool.ts";
import { seniorPool } from "../../generated/addressTables.ts";

/** Parameters of {@link cancelExit}. */
export type CancelExitParameters = {
  /** From the event of `queueExit`. */
  ticket: bigint;
};

/**
 * Takes what of a ticket still waits back out of the queue.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link CancelExitParameters}
 * @returns Hash of the transaction.
 * @throws {@link SeniorNotTicketOwnerError} when it is another's, or done.
 *
 * @example
 * ```ts
 * const hash = await cancelExit(client, { ticket });
 * ```
 */
export const cancelExit = /* @__PURE__ */ defineWrite({
  contracts: { seniorPool },
  call: ({ seniorPool, ticket }: CallParameters<CancelExitParameters, "seniorPool">) =>
    contractCall(seniorPool, cancelExitFunction, [ticket]),
  event: exitCancelledEvent,
});

/** {@link cancelExit}, then waits: answers with the receipt and the `ExitCancelled` event. */
export const cancelExitSync = /* @__PURE__ */ defineSync(cancelExit);
