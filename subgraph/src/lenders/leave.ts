import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { CreditPool, PoolExit, PoolNotice } from "../../generated/schema";
import { touchAccount } from "../shared/account";
import { numberBytes } from "../shared/ids";

const ZERO = BigInt.zero();

export function exitKey(pool: CreditPool, ticket: BigInt): Bytes {
  return pool.id.concat(numberBytes(ticket));
}

export function newExit(pool: CreditPool, ticket: BigInt, owner: Bytes, event: ethereum.Event): PoolExit {
  const exit = new PoolExit(exitKey(pool, ticket));
  exit.pool = pool.id;
  exit.ticket = ticket;
  exit.owner = owner;
  exit.state = "QUEUED";
  exit.shares = ZERO;
  exit.left = ZERO;
  exit.served = ZERO;
  exit.returned = ZERO;
  exit.assets = ZERO;
  exit.createdAt = event.block.timestamp;
  exit.transactionHash = event.transaction.hash;
  return exit;
}

export function saveExit(exit: PoolExit, event: ethereum.Event): void {
  exit.updatedAt = event.block.timestamp;
  exit.save();
}

export function loadNotice(pool: CreditPool, owner: Bytes, event: ethereum.Event): PoolNotice {
  const id = pool.id.concat(owner);
  const known = PoolNotice.load(id);
  if (known != null) return known;
  const notice = new PoolNotice(id);
  notice.pool = pool.id;
  notice.owner = touchAccount(owner, event).id;
  notice.shares = ZERO;
  notice.readyAt = ZERO;
  notice.until = ZERO;
  return notice;
}

export function saveNotice(notice: PoolNotice, event: ethereum.Event): void {
  notice.updatedAt = event.block.timestamp;
  notice.save();
}
