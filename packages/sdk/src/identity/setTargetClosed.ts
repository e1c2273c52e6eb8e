import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setTargetClosedFunction, targetClosedEvent } from "../generated/abi/accessManager.ts";
import { accessManager } from "../generated/addressTables.ts";

/** Parameters of {@link setTargetClosed}. */
export type SetTargetClosedParameters = {
  /** Contract whose functions are restricted to roles. */
  target: Address;
  /** Whether every role is refused there from now on. */
  closed: boolean;
};

/**
 * Closes the restricted functions of a contract to every role, or opens them again. What anybody may call there goes on.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetTargetClosedParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagerUnauthorizedAccountError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setTargetClosed(adminClient, { target, closed: true });
 * ```
 */
export const setTargetClosed = /* @__PURE__ */ defineWrite({
  contracts: { accessManager },
  call: ({ accessManager, target, closed }: CallParameters<SetTargetClosedParameters, "accessManager">) =>
    contractCall(accessManager, setTargetClosedFunction, [target, closed]),
  event: targetClosedEvent,
});

/** {@link setTargetClosed}, then waits: answers with the receipt and the `TargetClosed` event. */
export const setTargetClosedSync = /* @__PURE__ */ defineSync(setTargetClosed);
