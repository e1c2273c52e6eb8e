import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { PoolEvent, PoolPosition } from "../generated/schema";
import {
  PauseSet,
  PoolAccrued,
  Poked,
  RewardClaimed,
  RewardNotified,
  Skimmed,
  Staked,
  Withdrawn,
} from "../generated/StakingPool/StakingPool";
import { loadPool, newFlow, snapshotPool } from "./pool/pool";
import { loadStaker, newPoolEvent, newPosition, positionKey, saveStake } from "./pool/position";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";

/**
 * Comes before the change's own event, so that each of those knows what a unit of weight has earned until then; the point of the time
 * series is made by those, which know what is staked.
 */
export function handlePoolAccrued(event: PoolAccrued): void {
  const params = event.params;
  const pool = loadPool(event.address);
  pool.totalWeight = params.totalWeight;
  pool.rewardPerWeight = params.rewardPerWeight;
  pool.streamLeft = params.streamLeft;
  pool.streamEnd = params.streamEnd;
  pool.accruedAt = event.block.timestamp;
  pool.save();
}

export function handleStaked(event: Staked): void {
  const params = event.params;
  const owner = touchAccount(params.owner, event).id;
  const pool = loadPool(event.address);
  const known = PoolPosition.load(positionKey(pool.id, params.positionId));
  const position = known == null ? newPosition(pool, params.positionId, owner, event) : known;
  position.lock = params.lock;
  position.start = params.start;
  position.unlock = params.unlock;
  position.owed = params.owed;
  position.pokedAt = null;
  position.deposited = position.deposited.plus(params.added);
  const staker = loadStaker(position, event);
  staker.deposited = staker.deposited.plus(params.added);
  pool.deposited = pool.deposited.plus(params.added);
  pool.totalStaked = pool.totalStaked.plus(params.added);
  if (known == null) pool.positionCount += 1;
  saveStake(pool, position, staker, params.amount, params.weight, event);
  const flow = newFlow(pool);
  flow.deposited = params.added;
  flow.save();

  const change = newPoolEvent(event, known == null ? "OPENED" : "INCREASED", position);
  change.moved = params.added;
  change.save();
  record(event, known == null ? "POSITION_OPENED" : "POSITION_INCREASED", change, owner);
}

export function handleWithdrawn(event: Withdrawn): void {
  const params = event.params;
  const pool = loadPool(event.address);
  const position = PoolPosition.load(positionKey(pool.id, params.positionId));
  if (position == null) return;
  const recipient = touchAccount(params.recipient, event).id;
  position.owed = params.owed;
  position.withdrawn = position.withdrawn.plus(params.withdrawn);
  position.penalties = position.penalties.plus(params.penalty);
  const staker = loadStaker(position, event);
  staker.withdrawn = staker.withdrawn.plus(params.withdrawn);
  staker.penalties = staker.penalties.plus(params.penalty);
  pool.withdrawn = pool.withdrawn.plus(params.withdrawn);
  pool.totalStaked = pool.totalStaked.minus(params.withdrawn);
  pool.penalties = pool.penalties.plus(params.penalty);
  saveStake(pool, position, staker, params.amount, params.weight, event);
  const flow = newFlow(pool);
  flow.withdrawn = params.withdrawn;
  flow.penalties = params.penalty;
  flow.save();

  const change = newPoolEvent(event, "WITHDRAWN", position);
  change.recipient = recipient;
  change.moved = params.withdrawn;
  change.penalty = params.penalty;
  change.save();
  record(event, "POSITION_WITHDRAWN", change, recipient);
}

export function handlePoked(event: Poked): void {
  const params = event.params;
  const pool = loadPool(event.address);
  const position = PoolPosition.load(positionKey(pool.id, params.positionId));
  if (position == null) return;
  position.owed = params.owed;
  position.pokedAt = event.block.timestamp;
  saveStake(pool, position, loadStaker(position, event), position.amount, params.weight, event);

  const change = newPoolEvent(event, "POKED", position);
  change.save();
  record(event, "POSITION_POKED", change, position.owner);
}

export function handleRewardClaimed(event: RewardClaimed): void {
  const params = event.params;
  const pool = loadPool(event.address);
  const position = PoolPosition.load(positionKey(pool.id, params.positionId));
  if (position == null) return;
  const recipient = touchAccount(params.recipient, event).id;
  position.owed = BigInt.zero();
  position.claimed = position.claimed.plus(params.amount);
  const staker = loadStaker(position, event);
  staker.claimed = staker.claimed.plus(params.amount);
  pool.claimed = pool.claimed.plus(params.amount);
  saveStake(pool, position, staker, position.amount, position.weight, event);
  const flow = newFlow(pool);
  flow.claimed = params.amount;
  flow.save();

  const change = newPoolEvent(event, "CLAIMED", position);
  change.recipient = recipient;
  change.moved = params.amount;
  change.save();
  record(event, "POSITION_REWARD_CLAIMED", change, recipient);
}

/** `other` is who was paid; named only where it is not the owner. */
function record(event: ethereum.Event, kind: string, change: PoolEvent, other: Bytes): void {
  const row = begin(event, Domain.STAKING, kind, change.owner);
  if (!other.equals(change.owner)) row.counterparty = other;
  if (!change.moved.isZero()) row.amount = change.moved;
  row.poolEvent = change.id;
  finish(row);
}

/** The history row is the treasury's `StreamFunded`; here only the pool's own sums change. */
export function handlePoolRewardNotified(event: RewardNotified): void {
  const pool = loadPool(event.address);
  pool.rewarded = pool.rewarded.plus(event.params.amount);
  pool.save();
  snapshotPool(pool);
  const flow = newFlow(pool);
  flow.rewarded = event.params.amount;
  flow.save();
}

export function handlePoolPauseSet(event: PauseSet): void {
  const pool = loadPool(event.address);
  pool.pausedUntil = event.params.until;
  pool.save();

  const kind = event.params.until.isZero() ? "STAKING_UNPAUSED" : "STAKING_PAUSED";
  finish(begin(event, Domain.STAKING, kind, touchAccount(event.transaction.from, event).id));
}

export function handlePoolSkimmed(event: Skimmed): void {
  const pool = loadPool(event.address);
  pool.skimmed = pool.skimmed.plus(event.params.amount);
  pool.save();

  const row = begin(event, Domain.STAKING, "STAKE_SKIMMED", touchAccount(event.params.to, event).id);
  row.amount = event.params.amount;
  finish(row);
}
