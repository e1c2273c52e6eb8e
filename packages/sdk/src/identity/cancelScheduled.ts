import { type Address, encodeFunctionData } from "viem";
import { type AnyCall, contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { cancelFunction, operationCanceledEvent } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link cancelScheduled}. */
export type CancelScheduledParameters = {
  /** What was scheduled. */
  call: AnyCall;
  /** Who scheduled it; the signer when left out. */
  scheduler?: Address | undefined;
};

/**
 * Cancels a scheduled operation.
 *
 * @param client - A viem client whose account scheduled it, or holds GUARDIAN.
 * @param parameters - {@link CancelScheduledParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagerNotScheduledError} when it is not scheduled.
 * @throws {@link AccessManagerUnauthorizedCancelError} when the account may not cancel it.
 *
 * @example
 * ```ts
 * const hash = await cancelScheduled(guardianClient, { call, scheduler: account });
 * ```
 */
export const cancelScheduled = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({
    accessManager,
    account,
    call,
    scheduler = account,
  }: CallParameters<CancelScheduledParameters, "accessManager">) =>
    contractCall(accessManager, cancelFunction, [scheduler, call.address, encodeFunctionData(call)]),
  event: operationCanceledEvent,
});

/** {@link cancelScheduled}, then waits: answers with the receipt and the `OperationCanceled` event. */
export const cancelScheduledSync = /* @__PURE__ */ defineSync(cancelScheduled);
