import { contractCall } from "../../core/call.ts";
import { defineSync } from "../../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../../core/defineWrite.ts";
import { createMarketFunction, marketCreatedEvent } from "../../generated/abi/lendingMarkets.ts";
import { lendingMarkets } from "../../generated/addressTables.ts";
import type { MarketParams } from "./marketId.ts";

/** Parameters of {@link createMarket}. */
export type CreateMarketParameters = {
  /** What the market is. */
  params: MarketParams;
  /** Units of the loan token beyond which no more is lent to it. */
  supplyCap: bigint;
  /** Units of the loan token beyond which no more is borrowed. */
  borrowCap: bigint;
};

/**
 * Creates a lending market: one loan token, one collateral, one oracle, one rate model and a loan-to-value, for ever.
 *
 * @param client - A viem client whose account holds RISK; its 72 hours must have passed since scheduling.
 * @param parameters - {@link CreateMarketParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 * @throws {@link MarketExistsError} when there is one with these parameters.
 * @throws {@link MarketNotListedError} when its oracle or rate model is not listed.
 * @throws {@link MoneyNotListedError} when its loan token is not listed.
 * @throws {@link OraclePairUnknownError} when its oracle does not know the pair.
 *
 * @example
 * ```ts
 * const hash = await createMarket(riskClient, { params, supplyCap: 10n ** 12n, borrowCap: 9n * 10n ** 11n });
 * ```
 */
export const createMarket = /* @__PURE__ */ defineWrite({
  contracts: { lendingMarkets },
  call: ({
    lendingMarkets,
    params,
    supplyCap,
    borrowCap,
  }: CallParameters<CreateMarketParameters, "lendingMarkets">) =>
    contractCall(lendingMarkets, createMarketFunction, [params, supplyCap, borrowCap]),
  event: marketCreatedEvent,
});

/** {@link createMarket}, then waits: answers with the receipt and the `MarketCreated` event. */
export const createMarketSync = /* @__PURE__ */ defineSync(createMarket);
