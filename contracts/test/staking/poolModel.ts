/**
 * The pool as a person would explain it, in plain numbers: no storage layout, no rounding but where it is said. The contract is
 * compared with it after random sequences.
 */
export interface PositionModel {
  who: string;
  lock: number;
  amount: bigint;
  /** When the lock began, last. */
  start: bigint;
  /** The multiplier is over and was ended. */
  ended: boolean;
  /** What one unit of weight had earned when the position was last settled, and what is owed since before. */
  mark: bigint;
  owed: bigint;
}

export interface PoolModel {
  positions: PositionModel[];
  /** QTI still to be streamed, over `rest` seconds of a running clock. */
  left: bigint;
  rest: bigint;
  updated: bigint;
  /** QTI that one unit of weight earned since the start, in 2^96ths, rounded down at each change. */
  earnedByOne: bigint;
  donated: bigint;
}

const DAY = 86_400n;
const WEEK = 7n * DAY;
const ONE_QTI = 10n ** 18n;
const FINE = 2n ** 96n;

/** Seconds, weight of a hundred units, and what of a hundred stays behind by who leaves at once. */
export const LOCKS = [
  { lasts: 0n, weighs: 100n, costs: 0n },
  { lasts: 30n * DAY, weighs: 120n, costs: 10n },
  { lasts: 90n * DAY, weighs: 150n, costs: 20n },
  { lasts: 365n * DAY, weighs: 250n, costs: 40n },
] as const;

export function newPool(now: bigint): PoolModel {
  return { positions: [], left: 0n, rest: 0n, updated: now, earnedByOne: 0n, donated: 0n };
}

export function totalStaked({ positions }: PoolModel): bigint {
  return positions.reduce((sum, { amount }) => sum + amount, 0n);
}

export function totalWeight({ positions }: PoolModel): bigint {
  return positions.reduce((sum, position) => sum + weightOf(position), 0n);
}

export function weightOf(position: PositionModel): bigint {
  return position.ended ? position.amount : (position.amount * lockOf(position).weighs) / 100n;
}

export function unlockOf(position: PositionModel): bigint {
  return position.start + lockOf(position).lasts;
}

export function earnedOf(pool: PoolModel, position: PositionModel): bigint {
  return position.owed + (weightOf(position) * (pool.earnedByOne - position.mark)) / FINE;
}

/** Rounded up. */
export function penaltyOf(position: PositionModel, amount: bigint, now: bigint): bigint {
  const { lasts, costs } = lockOf(position);
  const missing = unlockOf(position) - now;
  if (missing <= 0n) return 0n;
  const [dividend, divisor] = [amount * costs * missing, 100n * lasts];
  return (dividend + divisor - 1n) / divisor;
}

/** The pool at a later time, when nobody has touched it since. */
export function laterPool(pool: PoolModel, now: bigint): PoolModel {
  const next = { ...pool, positions: pool.positions.map((position) => ({ ...position })), updated: now };
  const weight = totalWeight(pool);
  if (pool.left === 0n || weight < ONE_QTI) return next;
  const elapsed = now - pool.updated;
  const isOver = elapsed >= pool.rest;
  const flowed = isOver ? pool.left : (pool.left * elapsed) / pool.rest;
  next.left -= flowed;
  next.rest = isOver ? 0n : pool.rest - elapsed;
  next.earnedByOne += (flowed * FINE) / weight;
  return next;
}

export function open(pool: PoolModel, who: string, lock: number, amount: bigint): void {
  const { updated: start, earnedByOne: mark } = pool;
  pool.positions.push({ who, lock, amount, start, ended: false, mark, owed: 0n });
}

export function increase(pool: PoolModel, position: PositionModel, amount: bigint): void {
  settle(pool, position);
  position.amount += amount;
  position.start = pool.updated;
  position.ended = false;
}

/** What leaves the pool. */
export function withdrawFrom(pool: PoolModel, position: PositionModel, amount: bigint): bigint {
  settle(pool, position);
  const penalty = penaltyOf(position, amount, pool.updated);
  position.amount -= amount;
  stream(pool, penalty);
  return amount - penalty;
}

export function claim(pool: PoolModel, position: PositionModel): bigint {
  settle(pool, position);
  const paid = position.owed;
  position.owed = 0n;
  return paid;
}

/** Books what was earned until now, and ends a multiplier that is over. */
export function settle(pool: PoolModel, position: PositionModel): void {
  position.owed = earnedOf(pool, position);
  position.mark = pool.earnedByOne;
  if (canEnd(pool, position)) position.ended = true;
}

export function canEnd(pool: PoolModel, position: PositionModel): boolean {
  return position.lock !== 0 && !position.ended && pool.updated >= unlockOf(position);
}

export function stream(pool: PoolModel, amount: bigint): void {
  const total = pool.left + amount;
  if (total > 0n) pool.rest = (pool.left * pool.rest + amount * WEEK) / total;
  pool.left = total;
}

function lockOf({ lock }: PositionModel): (typeof LOCKS)[number] {
  const found = LOCKS[lock];
  if (found === undefined)
    throw new RangeError(`There is no lock ${lock}. Take one of 0 to ${LOCKS.length - 1}.`);
  return found;
}
