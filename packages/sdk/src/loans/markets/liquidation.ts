import type { Seconds } from "../../staking/poolMath.ts";
import { ceilDiv, max, min, WAD } from "../math.ts";
import { PRICE_SCALE } from "./health.ts";

const DAY = 86_400n;
const MAX_BONUS = 15n * 10n ** 16n;
const BONUS_SLOPE = 3n * 10n ** 17n;
/** The discount doubles what is seized when it has risen all the way. */
const SALE_BONUS = WAD;
const SALE_WAIT = DAY;
const SALE_RISE = 10n * DAY;
const SALE_END = 14n * DAY;

/** When somebody flagged a position, and when it is liquidated. */
export type LiquidationTime = {
  /** Loan-to-value from which it can be liquidated, wad. */
  lltv: bigint;
  /** Unix seconds at which it was flagged; 0 or left out when it was not. */
  flaggedAt?: Seconds | undefined;
  /** Unix seconds; counts only for a position that was flagged. */
  at?: Seconds | undefined;
};

/**
 * What a liquidator gets for a unit of what it pays, wad: more the longer nobody came for a position that was flagged. Pure.
 *
 * @param parameters - {@link LiquidationTime}
 *
 * @example
 * ```ts
 * const incentive = liquidationIncentive({ lltv, flaggedAt, at: Math.floor(Date.now() / 1000) });
 * ```
 */
export function liquidationIncentive({ lltv, flaggedAt = 0, at = 0 }: LiquidationTime): bigint {
  const bonus = min(MAX_BONUS, (BONUS_SLOPE * (WAD - lltv)) / WAD);
  const [flagged, time] = [BigInt(flaggedAt), BigInt(at)];
  if (flagged === 0n || time >= flagged + SALE_END) return WAD + bonus;
  const risen = min(max(0n, time - flagged - SALE_WAIT), SALE_RISE);
  return WAD + bonus + ((SALE_BONUS - bonus) * risen) / SALE_RISE;
}

/** Parameters of {@link previewLiquidation}. */
export type PreviewLiquidationParameters = LiquidationTime & {
  /** Units of collateral. */
  collateral: bigint;
  /** Units of the loan token. */
  debt: bigint;
  /** Units of the loan token for a unit of collateral, times 1e36. */
  price: bigint;
  /** Least worth of the collateral of a debt, in units of the loan token; 0 when left out. */
  dust?: bigint | undefined;
  /** Units of the loan token that the liquidator would pay; all of the debt when left out. */
  repay?: bigint | undefined;
};

/** What a liquidation does. */
export type LiquidationPreview = {
  /** Units of the loan token that are paid. */
  repay: bigint;
  /** Units of collateral that are taken. */
  seized: bigint;
  /** What is taken is worth so many units of the loan token more than is paid. */
  bonus: bigint;
  /** What a unit paid is worth in collateral, wad. */
  incentive: bigint;
  /** Units of the loan token that are written off: the lenders' loss. */
  badDebt: bigint;
  /** All collateral goes, whatever was to be paid; only all shares of the debt can be named. */
  takesAll: boolean;
  /** The contract would refuse: collateral worth less than the dust would be left beside a debt. Repay all, or less. */
  leavesDust: boolean;
};

/**
 * What a liquidation would do; `undefined` for a position that is healthy, or has no price. Pure. Amounts can differ from the chain's
 * by a unit, as it counts in shares of the debt.
 *
 * @param parameters - {@link PreviewLiquidationParameters}
 * @returns {@link LiquidationPreview}
 *
 * @example
 * ```ts
 * const ripe = previewLiquidation({ collateral, debt, price, lltv, dust: params.dust });
 * if (ripe && ripe.bonus > gasCost) console.log(ripe.repay, ripe.seized);
 * ```
 */
export function previewLiquidation(parameters: PreviewLiquidationParameters): LiquidationPreview | undefined {
  const { collateral, debt, price, lltv, dust = 0n } = parameters;
  const worth = (collateral * price) / PRICE_SCALE;
  if (price === 0n || debt <= (worth * lltv) / WAD) return undefined;
  const incentive = liquidationIncentive(parameters);
  const worthOf = (units: bigint) => (units * price) / PRICE_SCALE;
  if ((debt * incentive) / WAD >= worth) {
    const repay = min(debt, ceilDiv(worth * WAD, incentive));
    const bonus = max(0n, worth - repay);
    return {
      repay,
      seized: collateral,
      bonus,
      incentive,
      badDebt: debt - repay,
      takesAll: true,
      leavesDust: false,
    };
  }
  const repay = min(parameters.repay ?? debt, debt);
  const seized = (((repay * incentive) / WAD) * PRICE_SCALE) / price;
  const leavesDust = repay !== debt && worthOf(collateral - seized) < dust;
  const bonus = max(0n, worthOf(seized) - repay);
  return { repay, seized, bonus, incentive, badDebt: 0n, takesAll: false, leavesDust };
}
