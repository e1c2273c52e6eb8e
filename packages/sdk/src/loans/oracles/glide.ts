import type { Seconds } from "../../staking/poolMath.ts";
import { max, min } from "../math.ts";

const BPS = 10_000n;
const DAY = 86_400n;

/** The way of a value to what was appraised last, from `getAppraisal` or the index. US dollars with 6 decimals for all shares. */
export type GlideFigures = {
  /** Where the glide began, at Unix second `since`. */
  from: bigint;
  target: bigint;
  since: Seconds;
  /** Most that it moves in a day, both ways, in 1/10,000. */
  dailyBps: number;
};

/**
 * Where the value of an asset stands at a time, if nobody appraises it anew. Pure; to the unit as the oracle says it.
 *
 * @param glide - {@link GlideFigures}
 * @param at - Unix seconds, not before `since`.
 * @returns US dollars with 6 decimals for all shares.
 *
 * @example
 * ```ts
 * const appraisal = await getAppraisal(client, { asset });
 * if (appraisal) show(appraisedValueAt(appraisal, appraisal.since + 7 * 86_400));
 * ```
 */
export function appraisedValueAt({ from, target, since, dailyBps }: GlideFigures, at: Seconds): bigint {
  const daily = BigInt(dailyBps);
  const way = from * daily * (BigInt(at) - BigInt(since));
  if (target < from) return max(target, from - min(from, way / (BPS * DAY)));
  // A rise of g a day is undone by a fall of g a day.
  return min(target, from + way / ((BPS + daily) * DAY));
}

/** Parameters of {@link appraisedPrice}. */
export type AppraisedPriceParameters = {
  /** US dollars with 6 decimals for all shares. */
  value: bigint;
  /** Whole shares that were issued, from `getAsset`. */
  shares: bigint;
  /** Decimals of the loan token, a dollar. */
  decimals: number;
};

/**
 * What a lending market takes a value for: units of the loan token for a unit of shares, times 1e36. Pure.
 *
 * @param parameters - {@link AppraisedPriceParameters}
 *
 * @example
 * ```ts
 * // What if the appraisal falls by a fifth?
 * const price = appraisedPrice({ value: (value * 80n) / 100n, shares: 1_000n, decimals: 6 });
 * const health = previewHealth({ collateral, debt, price, lltv });
 * ```
 */
export function appraisedPrice({ value, shares, decimals }: AppraisedPriceParameters): bigint {
  return (value * 10n ** BigInt(decimals) * 10n ** 12n) / shares;
}
