import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { borrowedEvent, borrowFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketAmount } from "./amount.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link borrow}. */
export type BorrowParameters = MarketAmount & {
  /** What the market is. */
  params: MarketParams;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
};

/**
 * Borrows from a market against the collateral in it. The lower of both prices of its oracle counts.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link BorrowParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketUnauthorizedError} when the signer may not act for the owner.
 * @throws {@link MarketInvalidAmountsError} when both or neither of `assets` and `shares` are given.
 * @throws {@link MarketUnhealthyError} when the collateral does not allow it.
 * @throws {@link MarketNotEnoughLiquidityError} when not so much is there.
 * @throws {@link MarketCapExceededError} when the market lends no more.
 * @throws {@link MarketNoBorrowPriceError} when there is no current price.
 * @throws {@link MarketNotPermittedError} when the owner may not send shares of the asset.
 * @throws {@link MarketDustError} when the collateral is worth too little to borrow against.
 * @throws {@link PauseActiveError} while it is paused.
 *
 * @example
 * ```ts
 * const { borrowMore } = previewHealth({ collateral, debt, price, lltv: params.lltv, dust: params.dust });
 * const hash = await borrow(client, { params, assets: borrowMore / 2n });
 * ```
 */
export const borrow = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    account,
    assets = 0n,
    shares = 0n,
    params,
    owner = account,
    receiver = account,
  }: CallParameters<BorrowParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, borrowFunction, [params, assets, shares, owner, receiver]),
  event: borrowedEvent,
});

/** {@link borrow}, then waits: answers with the receipt and the `Borrowed` event. */
export const borrowSync = /* @__PURE__ */ defineSync(borrow);
