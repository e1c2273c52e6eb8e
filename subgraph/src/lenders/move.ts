import { BigInt, Bytes, dataSource, ethereum } from "@graphprotocol/graph-ts";
import { CreditPool, CreditPoolEvent, CreditPoolPosition, VouchEvent } from "../../generated/schema";
import { balanceAt } from "../book/balance";
import { loadBook } from "../book/book";
import { touchAccount } from "../shared/account";
import { Domain } from "../shared/enums";
import { begin, finish } from "../shared/history";
import { savePool, statePool, toAssetsDown } from "./pool";
import { loadPosition, newPoolEvent, ownedShares, savePosition } from "./position";

/** Whether the address holds shares for others: the pool itself, and the contract of those who vouch. */
export function isCustody(pool: CreditPool, account: Bytes): boolean {
  return account.equals(pool.id) || account.equals(dataSource.context().getBytes("vouching"));
}

/**
 * Shares moved. Those that go into custody or come out of it stay their owner's, and the contracts tell why; between accounts the value of
 * the moment goes with the shares.
 */
export function moveShares(pool: CreditPool, from: Bytes, to: Bytes, shares: BigInt, event: ethereum.Event): void {
  const told = previous(event);
  const isKept = isCustody(pool, from) || (isCustody(pool, to) && entersCustody(told, event));
  const value = isKept ? BigInt.zero() : valueOf(pool, shares, event);
  const sender = change(pool, from, shares.neg(), event);
  sender.sentAssets = sender.sentAssets.plus(value);
  sender.save();
  const receiver = change(pool, to, shares, event);
  receiver.receivedAssets = receiver.receivedAssets.plus(value);
  receiver.save();
  savePool(pool, event);
  if (isKept) return;

  const row = newPoolEvent(event, "TRANSFERRED", sender);
  row.counterparty = receiver.account;
  row.assets = value;
  row.shares = shares;
  tell(event, "CREDIT_POOL_TRANSFERRED", row, receiver.account);
}

export function mintShares(pool: CreditPool, to: Bytes, shares: BigInt, event: ethereum.Event): void {
  pool.totalShares = pool.totalShares.plus(shares);
  change(pool, to, shares, event);
  savePool(pool, event);
}

/** Of shares that are given up nothing else tells what the others are worth now. */
export function burnShares(pool: CreditPool, from: Bytes, shares: BigInt, event: ethereum.Event): void {
  pool.totalShares = pool.totalShares.minus(shares);
  change(pool, from, shares.neg(), event);
  savePool(pool, event);
  const told = previous(event);
  if (told == null || told.kind != "FORGONE") return;
  const book = loadBook(pool.book);
  statePool(pool, book);
}

function change(pool: CreditPool, account: Bytes, shares: BigInt, event: ethereum.Event): CreditPoolPosition {
  const position = loadPosition(pool, account, event);
  const before = ownedShares(position);
  position.shares = position.shares.plus(shares);
  savePosition(position, before, pool, isCustody(pool, account), event);
  return position;
}

/** What the shares would be worth by the contract's `convertToAssets` at this moment. */
function valueOf(pool: CreditPool, shares: BigInt, event: ethereum.Event): BigInt {
  const now = balanceAt(loadBook(pool.book), event.block.timestamp);
  return toAssetsDown(shares, pool.tranche == "SENIOR" ? now.senior() : now.junior(), pool.totalShares);
}

function previous(event: ethereum.Event): CreditPoolEvent | null {
  return CreditPoolEvent.loadInBlock(previousId(event));
}

/** The queue, a notice and a vouch tell right before they take the shares; whoever sends some there otherwise has given them away. */
function entersCustody(told: CreditPoolEvent | null, event: ethereum.Event): boolean {
  if (told != null) return told.kind == "EXIT_QUEUED" || told.kind == "NOTICE_GIVEN";
  const vouch = VouchEvent.loadInBlock(previousId(event));
  return vouch != null && vouch.kind == "VOUCHED";
}

function previousId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concatI32(event.logIndex.toI32() - 1);
}

/** Saves a row of the pool's timeline and tells it; `other` is named only where it is not the owner. */
export function tell(event: ethereum.Event, kind: string, change: CreditPoolEvent, other: Bytes): void {
  if (!other.equals(change.owner)) change.counterparty = touchAccount(other, event).id;
  change.save();
  const row = begin(event, Domain.LOANS, kind, change.owner);
  row.counterparty = change.counterparty;
  if (!change.shares.isZero()) {
    row.amount = change.shares;
    row.token = change.pool;
  }
  if (!change.assets.isZero()) {
    row.moneyAmount = change.assets;
    row.money = loadBook(dataSource.context().getBytes("creditBook")).money;
  }
  row.creditPoolEvent = change.id;
  finish(row);
}
