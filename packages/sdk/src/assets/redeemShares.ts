import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { redeemFunction, sharesRedeemedEvent } from "../generated/abi/assetRedemption.ts";
import { assetRedemption } from "../generated/addressTables.ts";

/** Parameters of {@link redeemShares}. */
export type RedeemSharesParameters = {
  /** Address of the asset's token. */
  asset: Address;
  /** Share units (18 decimals), unfrozen. */
  shares: bigint;
  /** Least money units to accept; from `previewRedemption`. */
  minAmount: bigint;
};

/**
 * Burns shares of a matured asset for their part of the money.
 *
 * @param client - A viem client with the account of the holder.
 * @param parameters - {@link RedeemSharesParameters}
 * @returns Hash of the transaction.
 * @throws {@link RedemptionNotOpenError} when nothing was paid in.
 * @throws {@link RedemptionBelowMinimumError} when it is less.
 * @throws {@link ERC7943InsufficientUnfrozenBalanceError} when too much is frozen.
 *
 * @example
 * ```ts
 * const minAmount = await previewRedemption(client, { asset, shares });
 * const hash = await redeemShares(client, { asset, shares, minAmount });
 * ```
 */
export const redeemShares = /* @__PURE__ */ defineWrite({
  contracts: { assetRedemption },
  call: ({
    assetRedemption,
    asset,
    shares,
    minAmount,
  }: CallParameters<RedeemSharesParameters, "assetRedemption">) =>
    contractCall(assetRedemption, redeemFunction, [asset, shares, minAmount]),
  event: sharesRedeemedEvent,
});

/** {@link redeemShares}, then waits: answers with the receipt and the `SharesRedeemed` event. */
export const redeemSharesSync = /* @__PURE__ */ defineSync(redeemShares);
