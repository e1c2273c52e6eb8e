import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { freezeFunction, identityFrozenEvent } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link freeze}. */
export type FreezeParameters = {
  /** Any account of the identity. */
  subject: Address;
};

/**
 * Stops all accounts of an identity from sending and receiving regulated shares.
 *
 * @param client - A viem client whose account holds COMPLIANCE_DESK.
 * @param parameters - {@link FreezeParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link IdentityUnknownAccountError} when the account has no identity.
 *
 * @example
 * ```ts
 * const hash = await freeze(deskClient, { subject });
 * ```
 */
export const freeze = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({ identityRegistry, subject }: CallParameters<FreezeParameters, "identityRegistry">) =>
    contractCall(identityRegistry, freezeFunction, [subject]),
  event: identityFrozenEvent,
});

/** {@link freeze}, then waits: answers with the receipt and the `IdentityFrozen` event. */
export const freezeSync = /* @__PURE__ */ defineSync(freeze);
