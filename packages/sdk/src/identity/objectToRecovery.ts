import type { Address, Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { objectToRecoveryFunction, recoveryCancelledEvent } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link objectToRecovery}. */
export type ObjectToRecoveryParameters = {
  /** Account that is not lost. */
  lost: Address;
  /** Its signature over `recoveryObjectionTypedData`; `0x` when the account itself sends this. */
  signature: Hex;
};

/**
 * Ends a pending recovery of an account whose owner still has it.
 *
 * @param client - A viem client with the account that was said to be lost, or anyone with its signature.
 * @param parameters - {@link ObjectToRecoveryParameters}
 * @returns Hash of the transaction.
 * @throws {@link IdentityRecoveryNotPendingError} when none is pending.
 * @throws {@link IdentityInvalidSignerError} when the account did not sign this.
 *
 * @example
 * ```ts
 * const hash = await objectToRecovery(client, { lost: client.account.address, signature: "0x" });
 * ```
 */
export const objectToRecovery = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({
    identityRegistry,
    lost,
    signature,
  }: CallParameters<ObjectToRecoveryParameters, "identityRegistry">) =>
    contractCall(identityRegistry, objectToRecoveryFunction, [lost, signature]),
  event: recoveryCancelledEvent,
});

/** {@link objectToRecovery}, then waits: answers with the receipt and the `RecoveryCancelled` event. */
export const objectToRecoverySync = /* @__PURE__ */ defineSync(objectToRecovery);
