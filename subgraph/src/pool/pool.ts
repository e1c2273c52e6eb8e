import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { PoolFlow, PoolSnapshot, StakingPool } from "../../generated/schema";

const ZERO = BigInt.zero();

export function loadPool(id: Bytes): StakingPool {
  const known = StakingPool.load(id);
  if (known != null) return known;
  const pool = new StakingPool(id);
  pool.totalStaked = ZERO;
  pool.totalWeight = ZERO;
  pool.rewardPerWeight = ZERO;
  pool.streamLeft = ZERO;
  pool.streamEnd = ZERO;
  pool.accruedAt = ZERO;
  pool.deposited = ZERO;
  pool.withdrawn = ZERO;
  pool.penalties = ZERO;
  pool.claimed = ZERO;
  pool.rewarded = ZERO;
  pool.skimmed = ZERO;
  pool.pausedUntil = ZERO;
  pool.positionCount = 0;
  pool.openPositionCount = 0;
  pool.stakerCount = 0;
  return pool;
}

/** A point of the pool's time series, as it stands. */
export function snapshotPool(pool: StakingPool): void {
  const point = new PoolSnapshot(0);
  point.timestamp = 0;
  point.pool = pool.id;
  point.totalStaked = pool.totalStaked;
  point.totalWeight = pool.totalWeight;
  point.rewardPerWeight = pool.rewardPerWeight;
  point.streamLeft = pool.streamLeft;
  point.streamEnd = pool.streamEnd;
  point.save();
}

/** A move that is still to be told what moved, and to be saved. */
export function newFlow(pool: StakingPool): PoolFlow {
  const point = new PoolFlow(0);
  point.timestamp = 0;
  point.pool = pool.id;
  point.deposited = ZERO;
  point.withdrawn = ZERO;
  point.penalties = ZERO;
  point.claimed = ZERO;
  point.rewarded = ZERO;
  return point;
}
