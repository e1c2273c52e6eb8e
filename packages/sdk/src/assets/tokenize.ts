import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetTokenizedEvent, tokenizeFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry, complianceModule } from "../generated/addressTables.ts";
import { type AssetTerms, toContractTerms } from "./terms.ts";

/** Parameters of {@link tokenize}. */
export type TokenizeParameters = AssetTerms;

/**
 * Drafts an asset: deploys its share token at a known address. Nothing is minted before `activate`.
 *
 * @param client - A viem client with an account that is verified and holds the ISSUER role.
 * @param parameters - {@link TokenizeParameters}
 * @returns Hash of the transaction; the address of the token is in the event, and known before by `predictAsset`.
 * @throws {@link AccessManagedUnauthorizedError} when the account is no issuer.
 * @throws {@link AssetIssuerNotVerifiedError} when the issuer is not verified.
 * @throws {@link AssetInvalidTermsError} naming the field that does not fit.
 * @throws {@link AssetModuleNotAllowedError} when the compliance module is not listed.
 *
 * @example
 * ```ts
 * const { event } = await tokenizeSync(client, terms);
 * console.log(event.args.asset);
 * ```
 */
export const tokenize = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry, complianceModule },
  call: ({
    assetRegistry,
    complianceModule,
    ...terms
  }: CallParameters<TokenizeParameters, "assetRegistry" | "complianceModule">) =>
    contractCall(assetRegistry, tokenizeFunction, [toContractTerms(terms, complianceModule)]),
  event: assetTokenizedEvent,
});

/** {@link tokenize}, then waits: answers with the receipt and the `AssetTokenized` event. */
export const tokenizeSync = /* @__PURE__ */ defineSync(tokenize);
