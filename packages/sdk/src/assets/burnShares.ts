import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { burnFunction } from "../generated/abi/assetRegistry.ts";
import { transferEvent } from "../generated/abi/assetToken.ts";
import { assetRegistry } from "../generated/addressTables.ts";

/** Parameters of {@link burnShares}. */
export type BurnSharesParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Share units (18 decimals). */
  amount: bigint;
};

/**
 * Burns shares that the issuer holds, as after a buy-back. Also while the asset is paused.
 *
 * @param client - A viem client with the account of the asset's issuer.
 * @param parameters - {@link BurnSharesParameters}
 * @returns Hash of the transaction.
 * @throws {@link AssetNotIssuerError} when the account is not the issuer of the asset.
 * @throws {@link AssetUnknownError} when the address is no asset.
 * @throws {@link ERC20InsufficientBalanceError} when the issuer holds fewer shares.
 *
 * @example
 * ```ts
 * const hash = await burnShares(client, { asset, amount });
 * ```
 */
export const burnShares = /* @__PURE__ */ defineWrite({
  contracts: { assetRegistry },
  call: ({ assetRegistry, asset, amount }: CallParameters<BurnSharesParameters, "assetRegistry">) =>
    contractCall(assetRegistry, burnFunction, [asset, amount]),
  event: transferEvent,
});

/** {@link burnShares}, then waits: answers with the receipt and the `Transfer` event. */
export const burnSharesSync = /* @__PURE__ */ defineSync(burnShares);
