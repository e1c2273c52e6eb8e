import { BigInt, Bytes } from "@graphprotocol/graph-ts";
import { CreditBook, CreditBookSnapshot } from "../../generated/schema";
import { Balance } from "./balance";

const ZERO = BigInt.zero();

export function loadBook(id: Bytes): CreditBook {
  const known = CreditBook.load(id);
  if (known != null) return known;
  const book = new CreditBook(id);
  book.decimals = 0;
  book.start = ZERO;
  book.pausedUntil = ZERO;
  book.cash = ZERO;
  book.claim = ZERO;
  book.queuedShares = ZERO;
  book.openCycles = [];
  book.principal = ZERO;
  book.interest = ZERO;
  book.debt = ZERO;
  book.delinquent = ZERO;
  book.defaulted = ZERO;
  book.assets = ZERO;
  book.senior = ZERO;
  book.junior = ZERO;
  book.seniorExit = ZERO;
  book.deposited = ZERO;
  book.collected = ZERO;
  book.lent = ZERO;
  book.withdrawn = ZERO;
  book.seniorLoss = ZERO;
  book.skimmed = ZERO;
  book.updatedAt = ZERO;
  return book;
}

/** Sets what depends on time as it is at this moment, and leaves a point of the time series. */
export function stateBook(book: CreditBook, now: Balance, time: BigInt): void {
  book.debt = now.debt;
  book.delinquent = now.delinquent;
  book.defaulted = now.defaulted;
  book.assets = now.assets;
  book.senior = now.senior();
  book.junior = now.junior();
  book.seniorExit = now.seniorExit();
  book.updatedAt = time;
  const point = new CreditBookSnapshot(0);
  point.timestamp = 0;
  point.book = book.id;
  point.cash = book.cash;
  point.claim = now.claim;
  point.debt = book.debt;
  point.delinquent = book.delinquent;
  point.defaulted = book.defaulted;
  point.assets = book.assets;
  point.senior = book.senior;
  point.junior = book.junior;
  point.save();
}
