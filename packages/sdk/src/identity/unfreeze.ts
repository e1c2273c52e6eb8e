import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { identityFrozenEvent, unfreezeFunction } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link unfreeze}. */
export type UnfreezeParameters = {
  /** Any account of the identity. */
  subject: Address;
};

/**
 * Lets a frozen identity move regulated shares again.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE (its delay of 48 hours applies).
 * @param parameters - {@link UnfreezeParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link IdentityUnknownAccountError} when the account has no identity.
 *
 * @example
 * ```ts
 * const hash = await unfreeze(deskClient, { subject });
 * ```
 */
export const unfreeze = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({ identityRegistry, subject }: CallParameters<UnfreezeParameters, "identityRegistry">) =>
    contractCall(identityRegistry, unfreezeFunction, [subject]),
  event: identityFrozenEvent,
});

/** {@link unfreeze}, then waits: answers with the receipt and the `IdentityFrozen` event. */
export const unfreezeSync = /* @__PURE__ */ defineSync(unfreeze);
