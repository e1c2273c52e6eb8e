import type { Seconds } from "../../staking/poolMath.ts";
import { max, min, WAD } from "../math.ts";
import { type MarketTotals, utilisation } from "./shares.ts";

const YEAR = 31_536_000n;
/** No silence, however long, moves the rate at the target by more than this many seconds of it. */
const MAX_STEP = 432_000n;

/** Bounds and pace of a rate model, all fixed for ever. Rates are wad a second. */
export type RateTerms = {
  /** Utilisation at which the rate stays, wad. */
  target: bigint;
  /** Rate at the target at the start. */
  initial: bigint;
  /** Least and most that the rate at the target may be. */
  min: bigint;
  max: bigint;
  /** How many times the rate at the target a fully lent market pays, and the part that an idle one pays, wad. */
  steepness: bigint;
  /** How fast the rate at the target moves at full distance, wad a second. */
  speed: bigint;
};

/** How far utilisation is from the target, as a part of all the way, wad. */
function distanceOf(terms: RateTerms, used: bigint): { above: boolean; distance: bigint } {
  const { target } = terms;
  if (used > target) return { above: true, distance: ((used - target) * WAD) / (WAD - target) };
  return { above: false, distance: ((target - used) * WAD) / target };
}

/** What the curve multiplies the rate at the target by, wad. */
function curveOf(terms: RateTerms, used: bigint): bigint {
  const { steepness } = terms;
  const { above, distance } = distanceOf(terms, used);
  if (above) return WAD + ((steepness - WAD) * distance) / WAD;
  return WAD - ((WAD - (WAD * WAD) / steepness) * distance) / WAD;
}

/**
 * What borrowing costs at a utilisation. Pure.
 *
 * @param terms - {@link RateTerms}
 * @param used - Utilisation, wad.
 * @param rateAtTarget - Rate at the target now, wad a second.
 * @returns Wad a second.
 *
 * @example
 * ```ts
 * const points = [0n, 25n, 50n, 75n, 90n, 100n].map((percent) => borrowRate(rateTerms, percent * 10n ** 16n, rateAtTarget));
 * ```
 */
export function borrowRate(terms: RateTerms, used: bigint, rateAtTarget: bigint): bigint {
  return (2n * rateAtTarget * curveOf(terms, used)) / (2n * WAD);
}

/**
 * What lending earns: what borrowers pay on what is lent, and nothing on the rest. Pure.
 *
 * @param rate - Borrow rate, wad a second.
 * @param used - Utilisation, wad.
 * @returns Wad a second.
 *
 * @example
 * ```ts
 * const earned = annualRate(supplyRate(rate, utilisation(market)));
 * ```
 */
export const supplyRate = (rate: bigint, used: bigint): bigint => (rate * used) / WAD;

/**
 * A rate of a second as one of a year of 365 days, without interest on interest. Pure.
 *
 * @param perSecond - Wad a second.
 * @returns Wad a year.
 *
 * @example
 * ```ts
 * const percent = Number(annualRate(rate)) / 1e16;
 * ```
 */
export const annualRate = (perSecond: bigint): bigint => perSecond * YEAR;

/** Parameters of {@link rateAfter}. */
export type RateAfterParameters = Pick<MarketTotals, "borrowed" | "supplied"> & {
  terms: RateTerms;
  /** Rate at the target before, wad a second. */
  rateAtTarget: bigint;
  /** Seconds in which nobody does anything. */
  elapsed: Seconds;
};

/**
 * What a market's rate becomes when nobody does anything: the mean rate over the time, and the rate at the target after it. Pure; to
 * the unit as the model moves it.
 *
 * @param parameters - {@link RateAfterParameters}
 * @returns Rates, wad a second.
 *
 * @example
 * ```ts
 * const tomorrow = rateAfter({ ...market, terms: rateTerms, rateAtTarget, elapsed: 86_400 });
 * ```
 */
export function rateAfter(parameters: RateAfterParameters): { rate: bigint; rateAtTarget: bigint } {
  const { terms, rateAtTarget: before, elapsed } = parameters;
  const used = utilisation(parameters);
  const { above, distance } = distanceOf(terms, used);
  const factor = WAD + (terms.speed * distance * min(BigInt(elapsed), MAX_STEP)) / WAD;
  const rateAtTarget = above
    ? min((before * factor) / WAD, terms.max)
    : max((before * WAD) / factor, terms.min);
  return { rate: ((before + rateAtTarget) * curveOf(terms, used)) / (2n * WAD), rateAtTarget };
}

/**
 * Interest on an amount at a rate, compounded, from below as the contract reckons it. Pure.
 *
 * @param assets - Units.
 * @param rate - Wad a second.
 * @param elapsed - Seconds.
 * @returns Units.
 *
 * @example
 * ```ts
 * const inAMonth = interestAfter(debt, rate, 30 * 86_400);
 * ```
 */
export function interestAfter(assets: bigint, rate: bigint, elapsed: Seconds): bigint {
  const first = rate * BigInt(elapsed);
  const second = (first * first) / (2n * WAD);
  const third = (second * first) / (3n * WAD);
  return (assets * (first + second + third)) / WAD;
}
