import type { Address, Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { proposeRecoveryFunction, recoveryProposedEvent } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link proposeRecovery}. */
export type ProposeRecoveryParameters = {
  /** Account that its owner cannot use any more. */
  lost: Address;
  /** Account that takes its place; never attested before. */
  successor: Address;
  /** Unix seconds until which the signature counts. */
  deadline: bigint;
  /** The successor's, over `recoveryTypedData`. */
  signature: Hex;
};

/**
 * Announces that one account takes the place of another that was lost. Three days pass in which a guardian, or whoever still
 * has the account, can object.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link ProposeRecoveryParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link IdentityInvalidSignerError} when the successor did not sign this.
 * @throws {@link IdentityAccountTakenError} when the successor has an identity.
 * @throws {@link IdentityRecoveryPendingError} when one is pending for the lost account.
 *
 * @example
 * ```ts
 * const { event } = await proposeRecoverySync(forceClient, { lost, successor, deadline, signature });
 * console.log(event.args.readyAt);
 * ```
 */
export const proposeRecovery = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({
    identityRegistry,
    lost,
    successor,
    deadline,
    signature,
  }: CallParameters<ProposeRecoveryParameters, "identityRegistry">) =>
    contractCall(identityRegistry, proposeRecoveryFunction, [lost, successor, deadline, signature]),
  event: recoveryProposedEvent,
});

/** {@link proposeRecovery}, then waits: answers with the receipt and the `RecoveryProposed` event. */
export const proposeRecoverySync = /* @__PURE__ */ defineSync(proposeRecovery);
