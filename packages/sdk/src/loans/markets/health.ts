import { ceilDiv, max, min, WAD } from "../math.ts";

/** What prices are multiplied by. */
export const PRICE_SCALE = 10n ** 36n;

/** Parameters of {@link previewHealth}. */
export type PreviewHealthParameters = {
  /** Units of collateral. */
  collateral: bigint;
  /** Units of the loan token. */
  debt: bigint;
  /** Units of the loan token for a unit of collateral, times 1e36: the one that liquidation looks at. */
  price: bigint;
  /** The one that borrowing looks at, if it is another; 0 when nobody can borrow now. */
  borrowPrice?: bigint | undefined;
  /** Loan-to-value from which it can be liquidated, wad. */
  lltv: bigint;
  /** Least worth of the collateral of a debt, in units of the loan token; 0 when left out. */
  dust?: bigint | undefined;
};

/** How a position stands. */
export type HealthPreview = {
  /** What the collateral is worth, in units of the loan token. */
  worth: bigint;
  /** Most that the debt may be before it can be liquidated. */
  limit: bigint;
  /** Debt by worth, wad, rounded up; `undefined` where a debt has nothing behind it. */
  loanToValue: bigint | undefined;
  /** Limit by debt, wad, rounded down: below 1e18 it can be liquidated. `undefined` without a debt. */
  health: bigint | undefined;
  /** Whether it can be liquidated. */
  isRipe: boolean;
  /** Units of the loan token that could be borrowed on top. */
  borrowMore: bigint;
  /** Units of collateral that could be taken out. */
  takeable: bigint;
  /** Below this price it can be liquidated; `undefined` without a debt or without collateral. */
  priceAtLiquidation: bigint | undefined;
};

/**
 * How a position stands at a price, and how far it could go. Pure; borders are those of the contract. What a market has to lend, its caps,
 * and whether the owner may borrow at all are not asked.
 *
 * @param parameters - {@link PreviewHealthParameters}
 * @returns {@link HealthPreview}
 *
 * @example
 * ```ts
 * const afterAFall = previewHealth({ collateral, debt, price: (price * 80n) / 100n, lltv });
 * ```
 */
export function previewHealth(parameters: PreviewHealthParameters): HealthPreview {
  const { collateral, debt, price, lltv, dust = 0n } = parameters;
  const worth = (collateral * price) / PRICE_SCALE;
  const limit = (worth * lltv) / WAD;
  // Nobody may borrow into a liquidation: the lower of both prices counts.
  const lower = min(price, parameters.borrowPrice ?? price);
  const lowerWorth = (collateral * lower) / PRICE_SCALE;
  const needed = ceilDiv(debt * WAD, lltv);
  return {
    worth,
    limit,
    loanToValue: debt === 0n ? 0n : worth === 0n ? undefined : ceilDiv(debt * WAD, worth),
    health: debt === 0n ? undefined : (limit * WAD) / debt,
    isRipe: debt > limit,
    borrowMore: lowerWorth < dust ? 0n : max(0n, (lowerWorth * lltv) / WAD - debt),
    takeable: takeable(collateral, lower, debt === 0n ? undefined : max(needed, dust)),
    priceAtLiquidation:
      debt === 0n || collateral === 0n ? undefined : ceilDiv(needed * PRICE_SCALE, collateral),
  };
}

function takeable(collateral: bigint, price: bigint, needed: bigint | undefined): bigint {
  if (needed === undefined) return collateral;
  if (price === 0n) return 0n;
  return max(0n, collateral - ceilDiv(needed * PRICE_SCALE, price));
}
