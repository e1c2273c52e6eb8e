import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { PoolEvent, PoolPosition, PoolStaker, StakingPool } from "../../generated/schema";
import { eventId, numberBytes, sequence } from "../shared/ids";
import { loadProtocol, saveProtocol } from "../shared/protocol";
import { snapshotPool } from "./pool";

const ZERO = BigInt.zero();

export function positionKey(pool: Bytes, positionId: BigInt): Bytes {
  return pool.concat(numberBytes(positionId));
}

export function newPosition(
  pool: StakingPool,
  positionId: BigInt,
  owner: Bytes,
  event: ethereum.Event,
): PoolPosition {
  const position = new PoolPosition(positionKey(pool.id, positionId));
  position.pool = pool.id;
  position.positionId = positionId;
  position.owner = owner;
  position.amount = ZERO;
  position.weight = ZERO;
  position.owed = ZERO;
  position.rewardPerWeightPaid = ZERO;
  position.deposited = ZERO;
  position.withdrawn = ZERO;
  position.penalties = ZERO;
  position.claimed = ZERO;
  position.createdAt = event.block.timestamp;
  position.createdAtBlock = event.block.number;
  position.transactionHash = event.transaction.hash;
  return position;
}

export function loadStaker(position: PoolPosition, event: ethereum.Event): PoolStaker {
  const id = position.pool.concat(position.owner);
  const known = PoolStaker.load(id);
  if (known != null) return known;
  const staker = new PoolStaker(id);
  staker.pool = position.pool;
  staker.account = position.owner;
  staker.amount = ZERO;
  staker.weight = ZERO;
  staker.openPositionCount = 0;
  staker.deposited = ZERO;
  staker.withdrawn = ZERO;
  staker.penalties = ZERO;
  staker.claimed = ZERO;
  staker.createdAt = event.block.timestamp;
  return staker;
}

/**
 * Saves pool, position and staker after the position came to hold `amount` by `weight`, and keeps the numbers of open positions
 * and of stakers. The pool told its reward per weight before: up to there the position is settled.
 */
export function saveStake(
  pool: StakingPool,
  position: PoolPosition,
  staker: PoolStaker,
  amount: BigInt,
  weight: BigInt,
  event: ethereum.Event,
): void {
  const opened = (amount.isZero() ? 0 : 1) - (position.amount.isZero() ? 0 : 1);
  const joined =
    opened > 0 && staker.openPositionCount == 0 ? 1 : opened < 0 && staker.openPositionCount == 1 ? -1 : 0;
  staker.amount = staker.amount.plus(amount).minus(position.amount);
  staker.weight = staker.weight.plus(weight).minus(position.weight);
  staker.openPositionCount += opened;
  staker.updatedAt = event.block.timestamp;
  staker.save();
  position.amount = amount;
  position.weight = weight;
  position.rewardPerWeightPaid = pool.rewardPerWeight;
  position.updatedAt = event.block.timestamp;
  position.save();
  pool.openPositionCount += opened;
  pool.stakerCount += joined;
  pool.save();
  snapshotPool(pool);
  const protocol = loadProtocol();
  protocol.poolStaked = pool.totalStaked;
  protocol.poolPositionCount = pool.positionCount;
  protocol.poolStakerCount = pool.stakerCount;
  saveProtocol(protocol, event);
}

/** A row of the position's timeline, as the position stands now; still to be told what moved, and to be saved. */
export function newPoolEvent(event: ethereum.Event, kind: string, position: PoolPosition): PoolEvent {
  const row = new PoolEvent(eventId(event));
  row.pool = position.pool;
  row.kind = kind;
  row.position = position.id;
  row.owner = position.owner;
  row.moved = ZERO;
  row.penalty = ZERO;
  row.amount = position.amount;
  row.weight = position.weight;
  row.owed = position.owed;
  row.start = position.start;
  row.unlock = position.unlock;
  row.sequence = sequence(event);
  row.blockNumber = event.block.number;
  row.timestamp = event.block.timestamp;
  row.transactionHash = event.transaction.hash;
  row.logIndex = event.logIndex.toI32();
  return row;
}
