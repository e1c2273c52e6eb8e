import type { Address } from "viem";
import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { positionRecoveredEvent, recoverFunction } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link recoverPosition}. */
export type RecoverPositionParameters = {
  /** What the market is. */
  params: MarketParams;
  /** The account that was recovered. */
  lost: Address;
};

/**
 * Moves pledge and debt of a lost account to the one that took its place. Anyone may send it. What the account lent is bearer and stays.
 *
 * @param client - A viem client with an account.
 * @param parameters - {@link RecoverPositionParameters}
 * @returns Hash of the transaction.
 * @throws {@link MarketUnknownError} when there is no such market.
 * @throws {@link MarketNotRecoveredError} when no other account took its place.
 *
 * @example
 * ```ts
 * const hash = await recoverPosition(client, { params, lost });
 * ```
 */
export const recoverPosition = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({ lendingMarkets, params, lost }: CallParameters<RecoverPositionParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, recoverFunction, [params, lost]),
  event: positionRecoveredEvent,
});

/** {@link recoverPosition}, then waits: answers with the receipt and the `PositionRecovered` event. */
export const recoverPositionSync = /* @__PURE__ */ defineSync(recoverPosition);
