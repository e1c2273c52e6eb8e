import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetStateChangedEvent, matureFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link mature}. */
export type MatureParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Ends the circulation of an asset: from then on its shares can be redeemed and not transferred. Final.
 *
 * @param client - A viem client with the account of the asset's issuer.
 * @param parameters - {@link MatureParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of the asset.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link AssetWrongStateError} when the asset is not active.
 *
 * @example
 * ```ts
 * const hash = await mature(client, { asset });
 * ```
 */
export const mature = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset }: CallParameters<MatureParameters, "assetRegistry">) =>
    contractCall(assetRegistry, matureFunction, [asset]),
  event: assetStateChangedEvent,
});

/** {@link mature}, then waits: answers with the receipt and the `AssetStateChanged` event. */
export const matureSync = /* @__PURE__ */ defineSync(mature);
