import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { assetIssuerChangedEvent, succeedIssuerFunction } from "../generated/abi/assetRegistry.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link succeedIssuer}. */
export type SucceedIssuerParameters = {
  /** Address of the asset's token. */
  asset: Address;
};

/**
 * Makes the successor of a recovered issuer the issuer of an asset.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link SucceedIssuerParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetIssuerNotRecoveredError} when the issuer was not recovered.
 *
 * @example
 * ```ts
 * const hash = await succeedIssuer(client, { asset });
 * ```
 */
export const succeedIssuer = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset }: CallParameters<SucceedIssuerParameters, "assetRegistry">) =>
    contractCall(assetRegistry, succeedIssuerFunction, [asset]),
  event: assetIssuerChangedEvent,
});

/** {@link succeedIssuer}, then waits: answers with the receipt and the `AssetIssuerChanged` event. */
export const succeedIssuerSync = /* @__PURE__ */ defineSync(succeedIssuer);
