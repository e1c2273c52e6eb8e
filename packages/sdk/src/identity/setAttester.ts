import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { attesterSetEvent, setAttesterFunction } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setAttester}. */
export type SetAttesterParameters = {
  attester: Address;
  /** Whether its attestations count from now on. */
  allowed: boolean;
};

/**
 * Admits or dismisses an attester. What it attested before stays.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetAttesterParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setAttester(forceClient, { attester: address, allowed: false });
 * ```
 */
export const setAttester = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({
    identityRegistry,
    attester,
    allowed,
  }: CallParameters<SetAttesterParameters, "identityRegistry">) =>
    contractCall(identityRegistry, setAttesterFunction, [attester, allowed]),
  event: attesterSetEvent,
});

/** {@link setAttester}, then waits: answers with the receipt and the `AttesterSet` event. */
export const setAttesterSync = /* @__PURE__ */ defineSync(setAttester);
