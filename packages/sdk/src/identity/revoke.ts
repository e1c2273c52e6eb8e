import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { identityRevokedEvent, revokeFunction } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link revoke}. */
export type RevokeParameters = {
  /** Any account of the identity. */
  subject: Address;
};

/**
 * Revokes an identity and every attestation signed for it so far.
 *
 * @param client - A viem client whose account holds COMPLIANCE_DESK.
 * @param parameters - {@link RevokeParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link IdentityUnknownAccountError} when the account has no identity.
 *
 * @example
 * ```ts
 * const hash = await revoke(deskClient, { subject });
 * ```
 */
export const revoke = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({ identityRegistry, subject }: CallParameters<RevokeParameters, "identityRegistry">) =>
    contractCall(identityRegistry, revokeFunction, [subject]),
  event: identityRevokedEvent,
});

/** {@link revoke}, then waits: answers with the receipt and the `IdentityRevoked` event. */
export const revokeSync = /* @__PURE__ */ defineSync(revoke);
