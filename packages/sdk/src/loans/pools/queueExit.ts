import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { exitQueuedEvent, queueExitFunction } from "../../generated/abi/seniorPool.ts";
import { seniorPool } from "../../generated/addressTables.ts";

/** Parameters of {@link queueExit}. */
export type QueueExitParameters = {
  /** Units of senior shares (12 decimals), at least a whole one. */
  shares: bigint;
};

/**
 * Puts senior shares into the queue, where there is not enough cash to leave at once: first in, first out, priced when paid. They earn and lose until then.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link QueueExitParameters}
 * @returns Hash of the transaction.
 * @throws {@link SeniorSharesTooFewError} when it is less than a whole share.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds fewer.
 *
 * @example
 * ```ts
 * const { event } = await queueExitSync(client, { shares });
 * const { ticket } = event.args;
 * ```
 */
export const queueExit = /* @__PURE__ */ defineWrite({
  contracts: { seniorPool },
  call: ({ seniorPool, shares }: CallParameters<QueueExitParameters, "seniorPool">) =>
    contractCall(seniorPool, queueExitFunction, [shares]),
  event: exitQueuedEvent,
});

/** {@link queueExit}, then waits: answers with the receipt and the `ExitQueued` event. */
export const queueExitSync = /* @__PURE__ */ defineSync(queueExit);
