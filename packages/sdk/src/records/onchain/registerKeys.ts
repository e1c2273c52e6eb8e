import type { Hex } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { keysRegisteredEvent, registerFunction } from "../../generated/abi/keyDirectory.ts";
import { keyDirectory } from "../../generated/addressTables.ts";

/** Parameters of {@link registerKeys}. */
export type RegisterKeysParameters = {
  /** SHA-256 fingerprint of the X-Wing recipient. */
  recipient: Hex;
  /** SHA-256 fingerprint of the ML-DSA-65 public key. */
  verifier: Hex;
  /** Unix seconds; no end when left out. */
  validUntil?: number | undefined;
};

/**
 * Says which post-quantum keys are the caller's from now on. Ends the validity of the keys before.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link RegisterKeysParameters}
 * @returns Hash of the transaction.
 * @throws {@link KeysInvalidError} naming the field that does not fit.
 * @throws {@link KeysFingerprintRevokedError} when the account revoked one of the fingerprints before.
 *
 * @example
 * ```ts
 * const hash = await registerKeys(client, { recipient, verifier });
 * ```
 */
export const registerKeys = /* @__PURE__ */ defineWrite({
  contracts: { keyDirectory },
  call: ({
    keyDirectory,
    recipient,
    verifier,
    validUntil,
  }: CallParameters<RegisterKeysParameters, "keyDirectory">) =>
    contractCall(keyDirectory, registerFunction, [recipient, verifier, validUntil ?? 0]),
  event: keysRegisteredEvent,
});

/** {@link registerKeys}, then waits: answers with the receipt and the `KeysRegistered` event. */
export const registerKeysSync = /* @__PURE__ */ defineSync(registerKeys);
