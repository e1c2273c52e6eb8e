import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetValuationStatedEvent, stateValuationFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link stateValuation}. */
export type StateValuationParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Value of the whole asset, US dollars with 6 decimals. */
  valuation: bigint;
};

/**
 * States a new value of a whole asset. It is the issuer's word, not an appraisal.
 *
 * @param client - A viem client with the account of the asset's issuer.
 * @param parameters - {@link StateValuationParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of the asset.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link AssetInvalidTermsError} when the valuation is zero.
 * @throws {@link AssetWrongStateError} when the asset is retired.
 *
 * @example
 * ```ts
 * const hash = await stateValuation(client, { asset, valuation: 1_250_000_000_000n });
 * ```
 */
export const stateValuation = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset, valuation }: CallParameters<StateValuationParameters, "assetRegistry">) =>
    contractCall(assetRegistry, stateValuationFunction, [asset, valuation]),
  event: assetValuationStatedEvent,
});

/** {@link stateValuation}, then waits: answers with the receipt and the `AssetValuationStated` event. */
export const stateValuationSync = /* @__PURE__ */ defineSync(stateValuation);
