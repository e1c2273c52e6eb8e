import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { CreditPool, CreditPoolEvent, CreditPoolPosition } from "../../generated/schema";
import { touchAccount } from "../shared/account";
import { eventId, sequence } from "../shared/ids";

const ZERO = BigInt.zero();

export function loadPosition(pool: CreditPool, account: Bytes, event: ethereum.Event): CreditPoolPosition {
  const id = pool.id.concat(account);
  const known = CreditPoolPosition.load(id);
  if (known != null) return known;
  const position = new CreditPoolPosition(id);
  position.pool = pool.id;
  position.account = touchAccount(account, event).id;
  position.shares = ZERO;
  position.queuedShares = ZERO;
  position.noticeShares = ZERO;
  position.vouchedShares = ZERO;
  position.forgoneShares = ZERO;
  position.deposited = ZERO;
  position.withdrawn = ZERO;
  position.claimable = ZERO;
  position.receivedAssets = ZERO;
  position.sentAssets = ZERO;
  position.createdAt = event.block.timestamp;
  return position;
}

/** All shares of an account, wherever they lie. */
export function ownedShares(position: CreditPoolPosition): BigInt {
  return position.shares.plus(position.queuedShares).plus(position.noticeShares).plus(position.vouchedShares);
}

/**
 * Saves the position, which owned `before` shares, and keeps the number of holders; the pool is saved by the caller. What lies in the pool
 * itself or with those who vouch (`isCustody`) belongs to others.
 */
export function savePosition(
  position: CreditPoolPosition,
  before: BigInt,
  pool: CreditPool,
  isCustody: boolean,
  event: ethereum.Event,
): void {
  position.updatedAt = event.block.timestamp;
  position.save();
  if (isCustody) return;
  const owned = ownedShares(position);
  pool.holderCount += (owned.isZero() ? 0 : 1) - (before.isZero() ? 0 : 1);
}

/** A row of the pool's timeline, still to be told what moved, and to be saved. */
export function newPoolEvent(event: ethereum.Event, kind: string, position: CreditPoolPosition): CreditPoolEvent {
  const row = new CreditPoolEvent(eventId(event));
  row.kind = kind;
  row.pool = position.pool;
  row.position = position.id;
  row.owner = position.account;
  row.assets = ZERO;
  row.shares = ZERO;
  row.sequence = sequence(event);
  row.blockNumber = event.block.number;
  row.timestamp = event.block.timestamp;
  row.transactionHash = event.transaction.hash;
  row.logIndex = event.logIndex.toI32();
  return row;
}
