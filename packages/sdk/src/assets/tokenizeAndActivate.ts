import { type Address, encodeFunctionData } from "viem";
import { contractCall, read } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import {
  activateFunction,
  assetTokenizedEvent,
  multicallFunction,
  predictAssetFunction,
  tokenizeFunction,
} from "../generated/abi/assetRegistry.ts";
import { assetRegistry, complianceModule } from "../generated/addressTables.ts";
import { type AssetTerms, toContractTerms } from "./terms.ts";

/** Parameters of {@link tokenizeAndActivate}. */
export type TokenizeAndActivateParameters = AssetTerms & {
  /** What `predictAsset` says; read from the chain when left out. `.call` needs it. */
  asset?: Address | undefined;
};

/**
 * Drafts an asset and puts it into circulation in one transaction: all shares are minted to the issuer.
 *
 * @param client - A viem client with an account that is verified and holds the ISSUER role.
 * @param parameters - {@link TokenizeAndActivateParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account is no issuer.
 * @throws {@link AssetIssuerNotVerifiedError} when the issuer is not verified.
 * @throws {@link AssetInvalidTermsError} naming the field that does not fit.
 * @throws {@link ERC7943CannotReceiveError} when the issuer may not hold shares under the asset's own rules.
 *
 * @example
 * ```ts
 * const { event } = await tokenizeAndActivateSync(client, terms);
 * ```
 */
export const tokenizeAndActivate = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry, complianceModule },
  prepare: async (
    client,
    {
      assetRegistry,
      account,
      salt,
      asset,
    }: CallParameters<TokenizeAndActivateParameters, "assetRegistry" | "complianceModule">,
  ) => ({
    asset: asset ?? (await read(client, contractCall(assetRegistry, predictAssetFunction, [account, salt]))),
  }),
  call: ({
    assetRegistry,
    complianceModule,
    asset = "0x",
    ...terms
  }: CallParameters<TokenizeAndActivateParameters, "assetRegistry" | "complianceModule">) =>
    contractCall(assetRegistry, multicallFunction, [
      [
        encodeFunctionData(
          contractCall(assetRegistry, tokenizeFunction, [toContractTerms(terms, complianceModule)]),
        ),
        encodeFunctionData(contractCall(assetRegistry, activateFunction, [asset])),
      ],
    ]),
  event: assetTokenizedEvent,
});

/** {@link tokenizeAndActivate}, then waits: answers with the receipt and the `AssetTokenized` event. */
export const tokenizeAndActivateSync = /* @__PURE__ */ defineSync(tokenizeAndActivate);
