import { BigInt, Bytes, dataSource, ethereum } from "@graphprotocol/graph-ts";
import { CreditLine, CreditPool, VouchEntry, VouchEvent } from "../../generated/schema";
import { loadLine, saveLine } from "../credit/line";
import { identityNumbered } from "../identity/identity";
import { loadPool, savePool } from "../lenders/pool";
import { loadPosition, ownedShares, savePosition } from "../lenders/position";
import { Domain } from "../shared/enums";
import { begin, finish } from "../shared/history";
import { eventId, numberBytes, sequence } from "../shared/ids";
import { loadProtocol, saveProtocol } from "../shared/protocol";

const ZERO = BigInt.zero();

/** Id of what is between a borrower and a voucher. */
export function pairKey(identity: BigInt, voucher: BigInt): Bytes {
  return numberBytes(identity).concat(numberBytes(voucher));
}

/** The line of the borrower; every handler of vouches starts with it. */
export function lineOf(identity: BigInt, event: ethereum.Event): CreditLine | null {
  const context = dataSource.context();
  return loadLine(context.getBytes("creditLines"), context.getBytes("creditBook"), identity, event);
}

export function poolOf(): CreditPool {
  const context = dataSource.context();
  return loadPool(context.getBytes("firstLossPool"), context.getBytes("creditBook"), "FIRST_LOSS");
}

/** A vouch that is new, or begins anew after its shares had gone back; it counts as one of the line's. */
export function joinLine(line: CreditLine, voucher: BigInt, owner: Bytes, event: ethereum.Event): VouchEntry | null {
  const identity = identityNumbered(voucher);
  if (identity == null) return null;
  const id = pairKey(line.number, voucher);
  const known = VouchEntry.load(id);
  if (known != null && known.state != "UNLOCKED") return known;
  line.voucherCount += 1;
  const vouch = known == null ? newVouch(id, line, identity.id, event) : known;
  vouch.owner = owner;
  return vouch;
}

function newVouch(id: Bytes, line: CreditLine, voucher: Bytes, event: ethereum.Event): VouchEntry {
  const vouch = new VouchEntry(id);
  vouch.line = line.id;
  vouch.identity = line.identity;
  vouch.voucher = voucher;
  vouch.state = "ACTIVE";
  vouch.shares = ZERO;
  vouch.limit = ZERO;
  vouch.burnt = ZERO;
  vouch.createdAt = event.block.timestamp;
  const protocol = loadProtocol();
  protocol.vouchCount += 1;
  saveProtocol(protocol, event);
  return vouch;
}

/**
 * Brings vouch, line and the owner's shares to where they are after a change, and tells it. Shares that are `burnt` are gone, others come
 * from the owner or go back to it.
 */
export function changeVouch(
  event: ethereum.Event,
  kind: string,
  line: CreditLine,
  vouch: VouchEntry,
  shares: BigInt,
  limit: BigInt,
): VouchEvent {
  const moved = shares.minus(vouch.shares);
  const limitMoved = limit.minus(vouch.limit);
  const isBurnt = kind == "BURNT";
  line.vouchedLimit = line.vouchedLimit.plus(limitMoved);
  saveLine(line, event);
  vouch.state = kind == "VOUCHED" ? "ACTIVE" : kind;
  vouch.shares = shares;
  vouch.limit = limit;
  if (isBurnt) vouch.burnt = vouch.burnt.minus(moved);
  vouch.updatedAt = event.block.timestamp;
  vouch.save();

  const pool = poolOf();
  const position = loadPosition(pool, vouch.owner, event);
  const before = ownedShares(position);
  position.vouchedShares = position.vouchedShares.plus(moved);
  if (isBurnt) position.forgoneShares = position.forgoneShares.minus(moved);
  savePosition(position, before, pool, false, event);
  pool.vouchedShares = pool.vouchedShares.plus(moved);
  savePool(pool, event);

  const row = new VouchEvent(eventId(event));
  row.kind = kind;
  row.vouch = vouch.id;
  row.line = line.id;
  row.owner = vouch.owner;
  row.moved = moved.abs();
  row.limitMoved = limitMoved.abs();
  row.shares = shares;
  row.limit = limit;
  row.sequence = sequence(event);
  row.blockNumber = event.block.number;
  row.timestamp = event.block.timestamp;
  row.transactionHash = event.transaction.hash;
  row.logIndex = event.logIndex.toI32();
  row.save();
  return row;
}

/** The other side of the row is the borrower: the first account of its identity. */
export function tellVouch(event: ethereum.Event, kind: string, line: CreditLine, change: VouchEvent): void {
  const row = begin(event, Domain.LOANS, kind, change.owner);
  row.identity = line.identity;
  const borrower = identityNumbered(line.number);
  if (borrower != null) row.counterparty = borrower.firstAccount;
  if (!change.moved.isZero()) {
    row.amount = change.moved;
    row.token = dataSource.context().getBytes("firstLossPool");
  }
  row.vouchEvent = change.id;
  finish(row);
}
