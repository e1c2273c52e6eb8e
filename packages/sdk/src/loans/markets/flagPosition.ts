import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { flagFunction, positionFlaggedEvent } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link flagPosition}. */
export type FlagPositionParameters = {
  /** What the market is. */
  params: MarketParams;
  /** Whose position. */
  borrower: Address;
};

/**
 * Starts the clock of the rising discount for an unhealthy position against shares of an asset, or ends it for a healthy one: for positions that nobody who may hold the shares liquidates.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link FlagPositionParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketInvalidParamsError} when the collateral is no share of an asset.
 * @throws {@link MarketNoLiquidationPriceError} when there is no price.
 *
 * @example
 * ```ts
 * const hash = await flagPosition(client, { params, borrower });
 * ```
 */
export const flagPosition = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({ lendingMarkets, params, borrower }: CallParameters<FlagPositionParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, flagFunction, [params, borrower]),
  event: positionFlaggedEvent,
});

/** {@link flagPosition}, then waits: answers with the receipt and the `PositionFlagged` event. */
export const flagPositionSync = /* @__PURE__ */ defineSync(flagPosition);
