import { flowedSince, type StreamReading } from "./stream";

/** One of the locks that can be chosen; `id` is its number in the contract. */
export type Lock = {
  id: number;
  /** Seconds; 0 for none. */
  duration: number;
  /** Weight of each staked unit until the unlock, in 1/10,000. */
  multiplierBps: number;
  /** Part of what leaves at the very start that stays with the stakers, in 1/10,000. */
  penaltyBps: number;
};

/** What the chain said of the pool, and when its clock stood. */
export type PoolReading = {
  /** QTI units. */
  totalStaked: bigint;
  totalWeight: bigint;
  /** QTI units earned by one unit of weight since the start, times 2^96. */
  rewardPerWeight: bigint;
  stream: StreamReading;
  /** Time of the block that was read. Unix seconds. */
  readAt: number;
};

/** Stake under one lock, as far as its figures go. */
export type PositionFigures = {
  /** QTI units. */
  amount: bigint;
  weight: bigint;
  /** Unix seconds from which all leaves without penalty; equals `start` without a lock. */
  start: number;
  unlock: number;
  /** QTI units that could be claimed at the block that was read. */
  earned: bigint;
};

const bps = 10_000n;
/** By what the contract multiplies the reward of one unit of weight. */
export const rewardScale = 2n ** 96n;
/** Below the weight of one whole QTI without a lock the pool's clock stands still, so that nothing streams to nobody. */
const leastWeight = 10n ** 18n;

/** QTI units earned by one unit of weight, times 2^96, as the pool would say it if a block came now. Rounded down. */
export function rewardPerWeightNow(pool: PoolReading, now: number): bigint {
  const { totalWeight, rewardPerWeight, stream, readAt } = pool;
  if (totalWeight < leastWeight) return rewardPerWeight;
  return rewardPerWeight + (flowedSince(stream, readAt, now) * rewardScale) / totalWeight;
}

/** QTI units that a position could claim now. Rounded down. */
export function earnedNow({ weight, earned }: PositionFigures, pool: PoolReading, now: number): bigint {
  return earned + (weight * (rewardPerWeightNow(pool, now) - pool.rewardPerWeight)) / rewardScale;
}

/** What the rewards of `amount` are reckoned by under a lock. Rounded down, as the pool does it. */
export function weightOf(amount: bigint, { multiplierBps }: Pick<Lock, "multiplierBps">): bigint {
  return (amount * BigInt(multiplierBps)) / bps;
}

/** QTI units that stay behind when `amount` leaves at a time. Rounded up, as the pool does it. */
export function penaltyAt(
  amount: bigint,
  { duration, penaltyBps }: Pick<Lock, "duration" | "penaltyBps">,
  unlock: number,
  at: number,
): bigint {
  if (duration === 0 || at >= unlock) return 0n;
  const whole = BigInt(duration) * bps;
  return (amount * BigInt(penaltyBps) * BigInt(unlock - at) + whole - 1n) / whole;
}

/** What leaving costs at three moments of a lock that begins at `start`: at once, half-way, and from the unlock on. */
export function exitCosts(amount: bigint, lock: Lock, start: number) {
  const unlock = start + lock.duration;
  const at = (moment: number) => ({ at: moment, penalty: penaltyAt(amount, lock, unlock, moment) });
  return { atOnce: at(start), halfWay: at(start + Math.floor(lock.duration / 2)), free: at(unlock) };
}

/** Where a position stands. One whose lock is over keeps its higher weight until somebody touches it. */
export type PositionState = "locked" | "over" | "free" | "empty";

/** Where a position stands at a time. */
export function positionState(
  { amount, weight, start, unlock }: PositionFigures,
  now: number,
): PositionState {
  if (amount === 0n) return "empty";
  if (unlock > start && now < unlock) return "locked";
  return weight > amount ? "over" : "free";
}

/** When the penalty of a locked position is half of what it is now. */
export function halfPenaltyAt(unlock: number, now: number): number {
  return now + Math.ceil((unlock - now) / 2);
}

/** What several positions come to: how many are not empty, and QTI units in them, to claim and claimed before. */
export function inPool(positions: readonly { amount: bigint; earned: bigint; claimed: bigint }[]): {
  positions: number;
  amount: bigint;
  earned: bigint;
  claimed: bigint;
} {
  const sum = (of: (position: (typeof positions)[number]) => bigint) =>
    positions.reduce((total, position) => total + of(position), 0n);
  return {
    positions: positions.filter(({ amount }) => amount > 0n).length,
    amount: sum(({ amount }) => amount),
    earned: sum(({ earned }) => earned),
    claimed: sum(({ claimed }) => claimed),
  };
}
