import type { Address, Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { executeFunction, operationExecutedEvent } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link executeScheduled}. */
export type ExecuteScheduledParameters = {
  /** Contract of the operation, as it was scheduled. */
  target: Address;
  /** Its call, as it was scheduled. */
  data: Hex;
};

/**
 * Carries out a scheduled operation whose delay has passed, from its bytes alone. Calling the action itself does the same.
 *
 * @param client - A viem client whose account scheduled it.
 * @param parameters - {@link ExecuteScheduledParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagerNotScheduledError} when it is not scheduled.
 * @throws {@link AccessManagerNotReadyError} when the delay has not passed.
 * @throws {@link AccessManagerExpiredError} when it was not carried out within a week.
 *
 * @example
 * ```ts
 * const hash = await executeScheduled(forceClient, { target, data });
 * ```
 */
export const executeScheduled = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({ accessManager, target, data }: CallParameters<ExecuteScheduledParameters, "accessManager">) =>
    contractCall(accessManager, executeFunction, [target, data]),
  event: operationExecutedEvent,
});

/** {@link executeScheduled}, then waits: answers with the receipt and the `OperationExecuted` event. */
export const executeScheduledSync = /* @__PURE__ */ defineSync(executeScheduled);
