import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setSystemContractFunction, systemContractSetEvent } from "../generated/abi/identityRegistry.ts";
import { identityRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setSystemContract}. */
export type SetSystemContractParameters = {
  /** A contract that holds shares which people pledged. */
  contract: Address;
  /** Whether it counts as one from now on. */
  allowed: boolean;
};

/**
 * Lets a contract hold regulated shares for others, or ends that. It is no person: it has no identity, no income and no cap.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetSystemContractParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link IdentitySystemConflictError} when the address belongs to a person.
 *
 * @example
 * ```ts
 * const hash = await setSystemContract(adminClient, { contract: address, allowed: true });
 * ```
 */
export const setSystemContract = /* @__PURE__ */ defineWrite({
  contracts: { identityRegistry },
  call: ({
    identityRegistry,
    contract,
    allowed,
  }: CallParameters<SetSystemContractParameters, "identityRegistry">) =>
    contractCall(identityRegistry, setSystemContractFunction, [contract, allowed]),
  event: systemContractSetEvent,
});

/** {@link setSystemContract}, then waits: answers with the receipt and the `SystemContractSet` event. */
export const setSystemContractSync = /* @__PURE__ */ defineSync(setSystemContract);
