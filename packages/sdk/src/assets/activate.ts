import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { activateFunction, assetStateChangedEvent } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link activate}. */
export type ActivateParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Puts a drafted asset into circulation: all shares are minted to the issuer.
 *
 * @param client - A viem client with the account of the asset's issuer.
 * @param parameters - {@link ActivateParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of the asset.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link AssetWrongStateError} when the asset is no draft.
 * @throws {@link ERC7943CannotReceiveError} when the issuer may not hold shares.
 *
 * @example
 * ```ts
 * const hash = await activate(client, { asset });
 * ```
 */
export const activate = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset }: CallParameters<ActivateParameters, "assetRegistry">) =>
    contractCall(assetRegistry, activateFunction, [asset]),
  event: assetStateChangedEvent,
});

/** {@link activate}, then waits: answers with the receipt and the `AssetStateChanged` event. */
export const activateSync = /* @__PURE__ */ defineSync(activate);
