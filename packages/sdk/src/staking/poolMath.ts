/** Below this weight (one QTI without a lock) nothing flows: there is nobody to reward. */
const MIN_WEIGHT = 10n ** 18n;
/** Binary digits behind the point of a reward per weight. */
const FRACTION = 96n;
const BPS = 10_000n;

/** Unix seconds, as the chain (number) or the index (bigint) says them. */
export type Seconds = number | bigint;

/** The pool after its last change, as the index keeps it. */
export type PoolFigures = {
  /** Sum of the weights of all positions. */
  totalWeight: bigint;
  /** QTI units that one unit of weight had earned at `accruedAt`, times 2^96. */
  rewardPerWeight: bigint;
  /** QTI units still to be streamed at `accruedAt`. */
  streamLeft: bigint;
  /** Unix seconds at which the stream runs dry if nothing is added. */
  streamEnd: Seconds;
  /** Unix seconds of the last change. */
  accruedAt: Seconds;
};

/**
 * QTI units that one unit of weight will have earned at a time, times 2^96, if nothing changes until then. Pure; rounds as
 * the pool does.
 *
 * @param pool - {@link PoolFigures}
 * @param at - Unix seconds, not before `accruedAt`.
 *
 * @example
 * ```ts
 * const figure = rewardPerWeightAt(pool, Math.floor(Date.now() / 1000));
 * ```
 */
export function rewardPerWeightAt(pool: PoolFigures, at: Seconds): bigint {
  const { totalWeight, rewardPerWeight, streamLeft } = pool;
  if (streamLeft === 0n || totalWeight < MIN_WEIGHT) return rewardPerWeight;
  const since = BigInt(pool.accruedAt);
  const rest = BigInt(pool.streamEnd) - since;
  const elapsed = BigInt(at) - since;
  if (elapsed <= 0n) return rewardPerWeight;
  const flowed = elapsed >= rest ? streamLeft : (streamLeft * elapsed) / rest;
  return rewardPerWeight + (flowed << FRACTION) / totalWeight;
}

/** A position after its last change, as the index keeps it. */
export type PositionFigures = {
  weight: bigint;
  /** QTI units settled and not claimed. */
  owed: bigint;
  /** The pool's `rewardPerWeight` up to which `owed` is settled. */
  rewardPerWeightPaid: bigint;
};

/**
 * QTI units that a position can claim at a time, if nothing changes until then. Pure: counts on from indexed figures, to the
 * unit as the pool does, so that a page can show it grow without asking anybody.
 *
 * @param position - {@link PositionFigures}
 * @param pool - {@link PoolFigures} of the same block.
 * @param at - Unix seconds.
 *
 * @example
 * ```ts
 * const earned = earnedAt(position, pool, Math.floor(Date.now() / 1000));
 * ```
 */
export function earnedAt(position: PositionFigures, pool: PoolFigures, at: Seconds): bigint {
  const { weight, owed, rewardPerWeightPaid } = position;
  return owed + ((weight * (rewardPerWeightAt(pool, at) - rewardPerWeightPaid)) >> FRACTION);
}

/** When a lock ends, and what leaving before costs. */
export type LockedStake = {
  /** Unix seconds at which the lock began. */
  start: Seconds;
  /** Unix seconds at which it ends. */
  unlock: Seconds;
  /** From `getLocks`: what stays of what leaves at the very start, in 1/10,000. */
  penaltyBps: number;
};

/**
 * QTI units that stay in the pool when `amount` leaves a position at a time: amount * penaltyBps * (unlock - at) / (duration *
 * 10,000), rounded up; 0 from the unlock on. Pure.
 *
 * @param amount - QTI units that leave.
 * @param stake - {@link LockedStake}
 * @param at - Unix seconds.
 *
 * @example
 * ```ts
 * const { start, unlock } = position;
 * const penalty = penaltyAt(amount, { start, unlock, penaltyBps: 2_000 }, start + 86_400);
 * ```
 */
export function penaltyAt(amount: bigint, stake: LockedStake, at: Seconds): bigint {
  const [start, unlock] = [BigInt(stake.start), BigInt(stake.unlock)];
  const remaining = unlock - BigInt(at);
  const whole = (unlock - start) * BPS;
  if (remaining <= 0n || whole <= 0n) return 0n;
  return (amount * BigInt(stake.penaltyBps) * remaining + whole - 1n) / whole;
}
