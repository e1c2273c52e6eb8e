import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { collateralWithdrawnEvent, withdrawCollateralFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link withdrawCollateral}. */
export type WithdrawCollateralParameters = {
  /** What the market is. */
  params: MarketParams;
  /** Units of collateral. */
  assets: bigint;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
};

/**
 * Takes collateral out, as far as a debt does not need it. Shares of tokenized assets come back to their owner or the account that took its place.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link WithdrawCollateralParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketUnauthorizedError} when the signer may not act for the owner.
 * @throws {@link MarketExceedsPositionError} when less is pledged.
 * @throws {@link MarketUnhealthyError} when the debt needs it.
 * @throws {@link MarketOnlyToOwnerError} when shares of an asset would go to another.
 * @throws {@link MarketNoBorrowPriceError} when there is a debt and no current price.
 * @throws {@link PauseActiveError} while there is a debt and borrowing is paused.
 *
 * @example
 * ```ts
 * const { takeable } = previewHealth({ collateral, debt, price, lltv: params.lltv, dust: params.dust });
 * const hash = await withdrawCollateral(client, { params, assets: takeable });
 * ```
 */
export const withdrawCollateral = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    account,
    params,
    assets,
    owner = account,
    receiver = account,
  }: CallParameters<WithdrawCollateralParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, withdrawCollateralFunction, [params, assets, owner, receiver]),
  event: collateralWithdrawnEvent,
});

/** {@link withdrawCollateral}, then waits: answers with the receipt and the `CollateralWithdrawn` event. */
export const withdrawCollateralSync = /* @__PURE__ */ defineSync(withdrawCollateral);
