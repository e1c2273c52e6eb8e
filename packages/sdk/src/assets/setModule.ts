import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { setModuleFunction } from "../generated/abi/assetRegistry.ts";
import { moduleSetEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link setModule}. */
export type SetModuleParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** A listed compliance module that holds rules for the asset already. */
  module: Address;
};

/**
 * Lets another compliance module decide about transfers of an asset.
 *
 * @param client - A viem client whose account holds COMPLIANCE_FORCE; its 48 hours must have passed since scheduling.
 * @param parameters - {@link SetModuleParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link AssetModuleNotAllowedError} when the module is not listed.
 * @throws {@link AssetInvalidTermsError} when it has no rules for the asset.
 *
 * @example
 * ```ts
 * const hash = await setModule(forceClient, { asset, module: address });
 * ```
 */
export const setModule = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset, module }: CallParameters<SetModuleParameters, "assetRegistry">) =>
    contractCall(assetRegistry, setModuleFunction, [asset, module]),
  event: moduleSetEvent,
});

/** {@link setModule}, then waits: answers with the receipt and the `ModuleSet` event. */
export const setModuleSync = /* @__PURE__ */ defineSync(setModule);
