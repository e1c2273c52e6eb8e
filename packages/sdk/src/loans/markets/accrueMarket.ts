import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { accrueFunction, interestAccruedEvent } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link accrueMarket}. */
export type AccrueMarketParameters = {
  /** What the market is. */
  params: MarketParams;
};

/**
 * Reckons the interest of a market up to now. Every other action does it itself.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link AccrueMarketParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketUnknownError} when there is no such market.
 *
 * @example
 * ```ts
 * const hash = await accrueMarket(client, { params });
 * ```
 */
export const accrueMarket = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({ lendingMarkets, params }: CallParameters<AccrueMarketParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, accrueFunction, [params]),
  event: interestAccruedEvent,
});

/** {@link accrueMarket}, then waits: answers with the receipt and the `InterestAccrued` event. */
export const accrueMarketSync = /* @__PURE__ */ defineSync(accrueMarket);
