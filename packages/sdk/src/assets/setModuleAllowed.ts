import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetModuleAllowedEvent, setModuleAllowedFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setModuleAllowed}. */
export type SetModuleAllowedParameters = {
  /** A contract that decides about transfers. */
  module: Address;
  /** Whether terms may name it from now on. */
  allowed: boolean;
};

/**
 * Lists a compliance module, or takes it off the list. Assets that have it already keep it.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link SetModuleAllowedParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await setModuleAllowed(adminClient, { module: address, allowed: true });
 * ```
 */
export const setModuleAllowed = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, module, allowed }: CallParameters<SetModuleAllowedParameters, "assetRegistry">) =>
    contractCall(assetRegistry, setModuleAllowedFunction, [module, allowed]),
  event: assetModuleAllowedEvent,
});

/** {@link setModuleAllowed}, then waits: answers with the receipt and the `AssetModuleAllowed` event. */
export const setModuleAllowedSync = /* @__PURE__ */ defineSync(setModuleAllowed);
