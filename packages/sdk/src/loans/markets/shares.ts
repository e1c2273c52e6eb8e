import { ceilDiv, WAD } from "../math.ts";

const VIRTUAL_SHARES = 10n ** 6n;
const VIRTUAL_ASSETS = 1n;

/** Totals of a market. Assets are units of the loan token. */
export type MarketTotals = {
  supplied: bigint;
  supplyShares: bigint;
  borrowed: bigint;
  borrowShares: bigint;
};

/**
 * Units of the loan token that a borrower owes for its shares, rounded up as the contract does. Pure.
 *
 * @param borrowShares - Of the position.
 * @param market - Totals with the interest up to now.
 *
 * @example
 * ```ts
 * const debt = marketDebt(borrowShares, market);
 * ```
 */
export function marketDebt(
  borrowShares: bigint,
  market: Pick<MarketTotals, "borrowed" | "borrowShares">,
): bigint {
  return ceilDiv(borrowShares * (market.borrowed + VIRTUAL_ASSETS), market.borrowShares + VIRTUAL_SHARES);
}

/**
 * Units of the loan token that a lender's shares are worth, rounded down as the contract does. Pure.
 *
 * @param supplyShares - Of the position.
 * @param market - Totals with the interest up to now.
 *
 * @example
 * ```ts
 * const lent = marketSupply(shares, market);
 * ```
 */
export function marketSupply(
  supplyShares: bigint,
  market: Pick<MarketTotals, "supplied" | "supplyShares">,
): bigint {
  return (supplyShares * (market.supplied + VIRTUAL_ASSETS)) / (market.supplyShares + VIRTUAL_SHARES);
}

/**
 * How much of a market is lent, wad. Pure.
 *
 * @param market - Totals.
 *
 * @example
 * ```ts
 * const used = utilisation(market);
 * ```
 */
export function utilisation({ borrowed, supplied }: Pick<MarketTotals, "borrowed" | "supplied">): bigint {
  if (supplied === 0n) return 0n;
  return borrowed >= supplied ? WAD : (borrowed * WAD) / supplied;
}
