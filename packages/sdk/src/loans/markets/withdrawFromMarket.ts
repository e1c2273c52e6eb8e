import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { withdrawFunction, withdrawnEvent } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketAmount } from "./amount.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link withdrawFromMarket}. */
export type WithdrawFromMarketParameters = MarketAmount & {
  /** What the market is. */
  params: MarketParams;
  /** Whose position; the signer when left out. */
  owner?: Address | undefined;
  /** Who gets it; the signer when left out. */
  receiver?: Address | undefined;
};

/**
 * Takes back what was lent. Say `shares` to leave altogether: an amount may miss the last unit.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link WithdrawFromMarketParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketUnauthorizedError} when the signer may not act for the owner.
 * @throws {@link MarketInvalidAmountsError} when both or neither of `assets` and `shares` are given.
 * @throws {@link MarketNotEnoughLiquidityError} when more is lent to borrowers than is left.
 * @throws {@link MarketExceedsPositionError} when less was lent.
 *
 * @example
 * ```ts
 * const { supplyShares } = await getMarketPosition(client, { id: marketId(params), account });
 * const hash = await withdrawFromMarket(client, { params, shares: supplyShares });
 * ```
 */
export const withdrawFromMarket = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    account,
    assets = 0n,
    shares = 0n,
    params,
    owner = account,
    receiver = account,
  }: CallParameters<WithdrawFromMarketParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, withdrawFunction, [params, assets, shares, owner, receiver]),
  event: withdrawnEvent,
});

/** {@link withdrawFromMarket}, then waits: answers with the receipt and the `Withdrawn` event. */
export const withdrawFromMarketSync = /* @__PURE__ */ defineSync(withdrawFromMarket);
