import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetTermsUpdatedEvent, updateTermsFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry, complianceModule } from "../generated/addressTables.ts";
import { type AssetTerms, toContractTerms } from "./terms.ts";

/** Parameters of {@link updateTerms}: all terms anew, with the salt that the asset was drafted with. */
export type UpdateTermsParameters = AssetTerms & {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Replaces the terms of a draft. Its address stays; a documents root that differs from the last one is appended.
 *
 * @param client - A viem client with the account of the issuer.
 * @param parameters - {@link UpdateTermsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of this asset.
 * @throws {@link AssetWrongStateError} when it is no draft any more.
 * @throws {@link AssetInvalidTermsError} naming the field that does not fit: `salt` when it is another one.
 * @throws {@link AssetModuleNotAllowedError} when the compliance module is not listed.
 *
 * @example
 * ```ts
 * const hash = await updateTerms(issuerClient, { asset, ...terms, valuation: 1_200_000_000_000n });
 * ```
 */
export const updateTerms = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry, complianceModule },
  call: ({
    assetRegistry,
    complianceModule,
    asset,
    ...terms
  }: CallParameters<UpdateTermsParameters, "assetRegistry" | "complianceModule">) =>
    contractCall(assetRegistry, updateTermsFunction, [asset, toContractTerms(terms, complianceModule)]),
  event: assetTermsUpdatedEvent,
});

/** {@link updateTerms}, then waits: answers with the receipt and the `AssetTermsUpdated` event. */
export const updateTermsSync = /* @__PURE__ */ defineSync(updateTerms);
