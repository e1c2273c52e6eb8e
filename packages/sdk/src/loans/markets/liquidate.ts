import { type Address, maxUint256 } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { liquidatedEvent, liquidateFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link liquidate}. */
export type LiquidateParameters = {
  /** What the market is. */
  params: MarketParams;
  /** Whose position. */
  borrower: Address;
  /** Shares of the debt to pay at most; all of them when left out. */
  shares?: bigint | undefined;
};

/**
 * Pays an unhealthy debt and takes collateral for it, worth more than is paid. `previewLiquidation` says what a liquidation pays.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link LiquidateParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketHealthyError} when the position is healthy.
 * @throws {@link MarketNotPermittedError} when the signer may not hold the shares that are taken.
 * @throws {@link MarketSeizesAllError} when all collateral goes and less than all shares are named.
 * @throws {@link MarketDustError} when too little collateral would be left beside the rest.
 * @throws {@link MarketNoLiquidationPriceError} when there is no price.
 *
 * @example
 * ```ts
 * const { event } = await liquidateSync(client, { params, borrower });
 * show(event.args.repaid, event.args.seized);
 * ```
 */
export const liquidate = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    params,
    borrower,
    shares = maxUint256,
  }: CallParameters<LiquidateParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, liquidateFunction, [params, borrower, shares, "0x"]),
  event: liquidatedEvent,
});

/** {@link liquidate}, then waits: answers with the receipt and the `Liquidated` event. */
export const liquidateSync = /* @__PURE__ */ defineSync(liquidate);
