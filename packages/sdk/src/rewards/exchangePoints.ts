import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { exchangePointsFunction, pointsExchangedEvent } from "../generated/abi/rewardStore.ts";
import { rewardStore } from "../generated/addressTables.ts";

/** Parameters of {@link exchangePoints}. */
export type ExchangePointsParameters = {
  /** Points (6 decimals) to give. */
  points: bigint;
  /** Least QTI units (18 decimals) to accept. */
  minQti: bigint;
};

/**
 * Exchanges points for QTI at the rate of the store.
 *
 * @param client - A viem client with the account of who holds the points, verified.
 * @param parameters - {@link ExchangePointsParameters}
 * @returns Hash of the transaction.
 * @throws {@link StoreNotVerifiedError} when the account is not verified and in good standing.
 * @throws {@link StoreExchangeClosedError} while points are not exchanged.
 * @throws {@link StoreRateTooLowError} when they give less than `minQti`.
 * @throws {@link StoreZeroAmountError} when they give nothing.
 * @throws {@link ERC20InsufficientBalanceError} when the account holds fewer points.
 * @throws {@link TreasuryBudgetExceededError} when the store has used its budget of this window.
 * @throws {@link PauseActiveError} while the store is paused.
 *
 * @example
 * ```ts
 * const minQti = await previewExchange(client, { points });
 * const hash = await exchangePoints(client, { points, minQti });
 * ```
 */
export const exchangePoints = /* @__PURE__ */ defineWrite({
  contracts: { rewardStore },
  call: ({ rewardStore, points, minQti }: CallParameters<ExchangePointsParameters, "rewardStore">) =>
    contractCall(rewardStore, exchangePointsFunction, [points, minQti]),
  event: pointsExchangedEvent,
});

/** {@link exchangePoints}, then waits: answers with the receipt and the `PointsExchanged` event. */
export const exchangePointsSync = /* @__PURE__ */ defineSync(exchangePoints);
