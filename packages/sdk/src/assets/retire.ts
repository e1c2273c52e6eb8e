import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetStateChangedEvent, retireFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link retire}. */
export type RetireParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Ends an asset for ever, once no share of it is left.
 *
 * @param client - A viem client with the account of the asset's issuer.
 * @param parameters - {@link RetireParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of the asset.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link AssetSupplyNotZeroError} while shares are left.
 * @throws {@link AssetWrongStateError} when the asset is retired.
 *
 * @example
 * ```ts
 * const hash = await retire(client, { asset });
 * ```
 */
export const retire = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset }: CallParameters<RetireParameters, "assetRegistry">) =>
    contractCall(assetRegistry, retireFunction, [asset]),
  event: assetStateChangedEvent,
});

/** {@link retire}, then waits: answers with the receipt and the `AssetStateChanged` event. */
export const retireSync = /* @__PURE__ */ defineSync(retire);
