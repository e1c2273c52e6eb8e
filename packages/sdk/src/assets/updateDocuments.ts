import type { Address, Hex } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetDocumentsUpdatedEvent, updateDocumentsFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link updateDocuments}. */
export type UpdateDocumentsParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Root of the salted hashes of the documents. */
  root: Hex;
};

/**
 * Appends a root of documents to an asset. Earlier ones stay.
 *
 * @param client - A viem client with the account of the asset's issuer.
 * @param parameters - {@link UpdateDocumentsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of the asset.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link AssetInvalidTermsError} when the root is zero.
 * @throws {@link AssetWrongStateError} when the asset is retired.
 *
 * @example
 * ```ts
 * const hash = await updateDocuments(client, { asset, root });
 * ```
 */
export const updateDocuments = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset, root }: CallParameters<UpdateDocumentsParameters, "assetRegistry">) =>
    contractCall(assetRegistry, updateDocumentsFunction, [asset, root]),
  event: assetDocumentsUpdatedEvent,
});

/** {@link updateDocuments}, then waits: answers with the receipt and the `AssetDocumentsUpdated` event. */
export const updateDocumentsSync = /* @__PURE__ */ defineSync(updateDocuments);
