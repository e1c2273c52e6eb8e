import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { collateralSuppliedEvent, supplyCollateralFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link supplyCollateral}. */
export type SupplyCollateralParameters = {
  /** What the market is. */
  params: MarketParams;
  /** Units of collateral. */
  assets: bigint;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
};

/**
 * Pledges collateral in a market. Shares of tokenized assets are pledged by their owner alone and count against its cap meanwhile.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link SupplyCollateralParameters}
 * @returns Hash of the transaction.
 * @throws {@link ERC20InsufficientAllowanceError} without approval; `requirements` says what is missing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds too little.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketOnlyOwnerError} when shares of an asset are pledged for another.
 * @throws {@link MarketZeroAmountError} when the amount is zero.
 *
 * @example
 * ```ts
 * const hash = await supplyCollateral(client, { params, assets });
 * ```
 */
export const supplyCollateral = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    account,
    params,
    assets,
    owner = account,
  }: CallParameters<SupplyCollateralParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, supplyCollateralFunction, [params, assets, owner, "0x"]),
  event: collateralSuppliedEvent,
});

/** {@link supplyCollateral}, then waits: answers with the receipt and the `CollateralSupplied` event. */
export const supplyCollateralSync = /* @__PURE__ */ defineSync(supplyCollateral);
