import type { Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { accountAttestedEvent, attestFunction } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";
import type { Attestation } from "./attestation.ts";

/** Parameters of {@link attest}. */
export type AttestParameters = {
  attestation: Attestation;
  /** Signature of an attester over `attestationTypedData`. */
  signature: Hex;
};

/**
 * Records an attestation: from then on the account may hold regulated shares. Anyone may submit it. Renewing changes
 * tier, country and validity of the whole identity.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link AttestParameters}
 * @returns Hash of the transaction.
 * @throws {@link IdentityInvalidSignerError} when the signature is not of a current attester.
 * @throws {@link IdentitySignatureExpiredError} after the deadline.
 * @throws {@link IdentityInvalidNonceError} when the attestation was used, or made before a revocation.
 * @throws {@link IdentityAccountTakenError} when the account belongs to another identity.
 * @throws {@link IdentityAlreadyKnownError} when the identity has an account; another joins by `linkWallet`.
 *
 * @example
 * ```ts
 * const hash = await attest(walletClient, { attestation, signature });
 * ```
 */
export const attest = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({
    identityRegistry,
    attestation,
    signature,
  }: CallParameters<AttestParameters, "identityRegistry">) =>
    contractCall(identityRegistry, attestFunction, [attestation, signature]),
  event: accountAttestedEvent,
});

/** {@link attest}, then waits: answers with the receipt and the `AccountAttested` event. */
export const attestSync = /* @__PURE__ */ defineSync(attest);
