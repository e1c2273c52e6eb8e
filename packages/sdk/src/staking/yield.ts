import type { Seconds } from "./poolMath.ts";

const WAD = 10n ** 18n;
const YEAR = 365n * 86_400n;
const BPS = 10_000n;
/** Binary digits behind the point of a reward per weight. */
const FRACTION = 96n;

/**
 * What a stake earned between two points of time. It says what was, and promises nothing: what will be depends on what the
 * treasury streams and on how many stake.
 */
export type StakingYield = {
  /** Earned by one staked QTI between the points, in 1/10^18. */
  growth: bigint;
  /** `growth` * 365 days / `seconds`: as if a year went on like that, without interest on interest. In 1/10^18. */
  annual: bigint;
  /** Seconds between the points. */
  seconds: number;
};

/** What the vault's share price was at a time. */
export type VaultPoint = {
  /** QTI units that one whole sQTI was worth. */
  sharePrice: bigint;
  /** Unix seconds. */
  timestamp: Seconds;
};

/**
 * Reckons what the vault earned between two points of its history: growth = price then / price before - 1. Pure.
 *
 * @param from - The earlier {@link VaultPoint}.
 * @param to - The later one.
 * @returns {@link StakingYield}; `undefined` where no time lies between them, or no price was.
 *
 * @example
 * ```ts
 * const earned = vaultYield({ sharePrice: 10n ** 18n, timestamp: 0 }, { sharePrice: 11n * 10n ** 17n, timestamp: 86_400 });
 * ```
 */
export function vaultYield(from: VaultPoint, to: VaultPoint): StakingYield | undefined {
  if (from.sharePrice === 0n) return undefined;
  return toYield(((to.sharePrice - from.sharePrice) * WAD) / from.sharePrice, from, to);
}

/** What the pool had paid for a unit of weight at a time. */
export type PoolPoint = {
  /** QTI units earned by one unit of weight since the start, times 2^96. */
  rewardPerWeight: bigint;
  /** Unix seconds. */
  timestamp: Seconds;
};

/**
 * Reckons what one QTI in the pool earned between two points of its history: growth = (reward per weight then - before) *
 * multiplier. Rewards are paid out and not staked again, therefore nothing compounds. Pure.
 *
 * @param from - The earlier {@link PoolPoint}.
 * @param to - The later one.
 * @param multiplierBps - Of the lock, in 1/10,000; 10,000 without one.
 * @returns {@link StakingYield}; `undefined` where no time lies between them.
 *
 * @example
 * ```ts
 * const { rewardPerWeight } = await getPool(client);
 * const earned = poolYield({ rewardPerWeight: 0n, timestamp: 0 }, { rewardPerWeight, timestamp: 86_400 }, 15_000);
 * ```
 */
export function poolYield(from: PoolPoint, to: PoolPoint, multiplierBps = 10_000): StakingYield | undefined {
  const gained = to.rewardPerWeight - from.rewardPerWeight;
  return toYield(((gained * BigInt(multiplierBps) * WAD) / BPS) >> FRACTION, from, to);
}

function toYield(
  growth: bigint,
  from: { timestamp: Seconds },
  to: { timestamp: Seconds },
): StakingYield | undefined {
  const seconds = BigInt(to.timestamp) - BigInt(from.timestamp);
  if (seconds <= 0n) return undefined;
  return { growth, annual: (growth * YEAR) / seconds, seconds: Number(seconds) };
}
