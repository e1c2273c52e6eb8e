import type { Address, Hex } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { attestFunction, lineAttestedEvent } from "../../generated/abi/creditLines.ts";
import { creditLines } from "../../generated/addressTables.ts";
import type { CreditAttestation } from "./creditAttestationTypedData.ts";

/** Parameters of {@link attestCredit}. */
export type AttestCreditParameters = {
  /** What was signed. */
  attestation: CreditAttestation;
  /** Who signed. */
  underwriter: Address;
  /** Over `creditAttestationTypedData`. */
  signature: Hex;
};

/**
 * Brings an underwriter's word to the chain: it sets the limit of a person's line. Anyone may send it.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link AttestCreditParameters}
 * @returns Hash of the transaction.
 * @throws {@link CreditInvalidSignerError} when the signer is no underwriter, or did not sign this.
 * @throws {@link CreditSignatureExpiredError} after its deadline.
 * @throws {@link CreditInvalidNonceError} when it was used, or another came before it.
 * @throws {@link CreditQuotaExceededError} when underwriters have given all they may for now.
 * @throws {@link CreditAboveTierCapError} when the tier allows less.
 * @throws {@link CreditBarredError} within 12 cycles of a default.
 * @throws {@link CreditUnknownIdentityError} when the account has no identity.
 *
 * @example
 * ```ts
 * const hash = await attestCredit(client, { attestation: creditAttestation, underwriter, signature });
 * ```
 */
export const attestCredit = /* @__PURE__ */ defineWrite({
  contracts: { creditLines },
  call: ({
    creditLines,
    attestation,
    underwriter,
    signature,
  }: CallParameters<AttestCreditParameters, "creditLines">) =>
    contractCall(creditLines, attestFunction, [attestation, underwriter, signature]),
  event: lineAttestedEvent,
});

/** {@link attestCredit}, then waits: answers with the receipt and the `LineAttested` event. */
export const attestCreditSync = /* @__PURE__ */ defineSync(attestCredit);
