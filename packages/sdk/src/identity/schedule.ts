import { encodeFunctionData } from "viem";
import { type AnyCall, contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { operationScheduledEvent, scheduleFunction } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link schedule}. */
export type ScheduleParameters = {
  /** What `.call` of the action answered. */
  call: AnyCall;
  /** Unix seconds from which on it may be done; as early as the role's delay permits when left out. */
  at?: number | undefined;
};

/**
 * Announces an operation of a role with a delay. When the delay has passed, within a week, the same account carries it
 * out by calling the action itself. A guardian can cancel it until then.
 *
 * @param client - A viem client whose account holds the role.
 * @param parameters - {@link ScheduleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagerUnauthorizedCallError} when the account does not hold the role, or `at` is too early.
 * @throws {@link AccessManagerAlreadyScheduledError} when it is scheduled.
 *
 * @example
 * ```ts
 * const call = forcedTransfer.call({ assetRegistry, asset, from, to, amount, account });
 * const { event } = await scheduleSync(forceClient, { call });
 * console.log(event.args.schedule);
 * ```
 */
export const schedule = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({ accessManager, call, at = 0 }: CallParameters<ScheduleParameters, "accessManager">) =>
    contractCall(accessManager, scheduleFunction, [call.address, encodeFunctionData(call), at]),
  event: operationScheduledEvent,
});

/** {@link schedule}, then waits: answers with the receipt and the `OperationScheduled` event. */
export const scheduleSync = /* @__PURE__ */ defineSync(schedule);
