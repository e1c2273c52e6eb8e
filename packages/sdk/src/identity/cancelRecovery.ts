import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { cancelRecoveryFunction, recoveryCancelledEvent } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link cancelRecovery}. */
export type CancelRecoveryParameters = {
  lost: Address;
};

/**
 * Ends a pending recovery.
 *
 * @param client - A viem client whose account holds GUARDIAN.
 * @param parameters - {@link CancelRecoveryParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link IdentityRecoveryNotPendingError} when none is pending.
 *
 * @example
 * ```ts
 * const hash = await cancelRecovery(guardianClient, { lost });
 * ```
 */
export const cancelRecovery = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({ identityRegistry, lost }: CallParameters<CancelRecoveryParameters, "identityRegistry">) =>
    contractCall(identityRegistry, cancelRecoveryFunction, [lost]),
  event: recoveryCancelledEvent,
});

/** {@link cancelRecovery}, then waits: answers with the receipt and the `RecoveryCancelled` event. */
export const cancelRecoverySync = /* @__PURE__ */ defineSync(cancelRecovery);
