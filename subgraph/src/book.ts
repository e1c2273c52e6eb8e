import { BigInt } from "@graphprotocol/graph-ts";
import {
  BookChanged,
  CohortChanged,
  PartsBound,
  PauseSet,
  QueueChanged,
  SeniorLossRecorded,
  Skimmed,
  TermsSet,
} from "../generated/CreditBook/CreditBook";
import { CreditBook, CreditCycleTerms, CreditProgram } from "../generated/schema";
import { balanceAt } from "./book/balance";
import { loadBook, stateBook } from "./book/book";
import { loadCohort, saveCohort } from "./book/cohort";
import { loadPool, statePools } from "./lenders/pool";
import { recordPause } from "./loans/pause";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { numberBytes } from "./shared/ids";
import { withNumber } from "./shared/lists";

const ZERO = BigInt.zero();
const FIRST_CYCLE = 1;

export function handlePartsBound(event: PartsBound): void {
  const params = event.params;
  const book = loadBook(event.address);
  book.money = params.money;
  book.decimals = params.decimals;
  book.lines = params.lines;
  book.seniorPool = params.seniorPool;
  book.firstLossPool = params.firstLossPool;
  book.save();
  loadPool(params.seniorPool, book.id, "SENIOR").save();
  loadPool(params.firstLossPool, book.id, "FIRST_LOSS").save();

  const row = begin(event, Domain.LOANS, "CREDIT_PARTS_BOUND", touchAccount(event.address, event).id);
  row.money = params.money;
  finish(row);
}

/** The terms of the first cycle are set when the book is made, which is when the calendar starts. */
export function handleTermsSet(event: TermsSet): void {
  const given = event.params.terms;
  const cycle = event.params.cycle.toI32();
  const book = loadBook(event.address);
  if (cycle == FIRST_CYCLE) book.start = event.block.timestamp;
  book.save();
  const terms = new CreditCycleTerms(numberBytes(event.params.cycle));
  terms.book = book.id;
  terms.cycle = cycle;
  terms.rateBps = given.rateBps;
  terms.lateBps = given.lateBps;
  terms.minimumBps = given.minimumBps;
  terms.growthBps = given.growthBps;
  terms.seniorBps = given.seniorBps;
  terms.leverageBps = given.leverageBps.toI32();
  terms.floor = given.floor;
  terms.setAt = event.block.timestamp;
  terms.transactionHash = event.transaction.hash;
  terms.save();

  const row = begin(event, Domain.LOANS, "CREDIT_TERMS_SET", touchAccount(event.address, event).id);
  row.amount = event.params.cycle;
  finish(row);
}

/** Comes before the book's own change. */
export function handleCohortChanged(event: CohortChanged): void {
  const told = event.params.cohort;
  const cycle = event.params.cycle.toI32();
  const book = loadBook(event.address);
  const cohort = loadCohort(book, cycle);
  book.principal = book.principal.plus(told.principal).minus(cohort.principal);
  book.interest = book.interest.plus(told.interest).minus(cohort.interest);
  book.openCycles = withNumber(book.openCycles, cycle, !told.principal.isZero());
  book.save();
  cohort.principal = told.principal;
  cohort.interest = told.interest;
  cohort.accruedAt = book.start.plus(told.last);
  cohort.rateBps = told.rateBps;
  cohort.lateBps = told.lateBps;
  cohort.seniorBps = told.seniorBps;
  saveCohort(cohort, event);
}

/**
 * Cash that comes in is a payment, where the lines told of one right before, or else a deposit; cash that goes out is a loan or the money
 * of who leaves. The shares of a deposit are made only after this, so that the prices of shares are told then.
 */
export function handleBookChanged(event: BookChanged): void {
  const cash = event.params.cash;
  const book = loadBook(event.address);
  const change = cash.minus(book.cash);
  const isDeposit = change.gt(ZERO) && !isPayment(book);
  if (isDeposit) book.deposited = book.deposited.plus(change);
  else if (change.gt(ZERO)) book.collected = book.collected.plus(change);
  else if (isLoan(book)) book.lent = book.lent.minus(change);
  else book.withdrawn = book.withdrawn.minus(change);
  book.cash = cash;
  book.claim = event.params.claim;
  stateBook(book, balanceAt(book, event.block.timestamp), event.block.timestamp);
  book.save();
  if (isDeposit) return;
  statePools(book);
}

/** Whether the lines told of a payment that the book has not counted yet. */
function isPayment(book: CreditBook): boolean {
  const program = programOf(book);
  return program != null && program.principalPaid.plus(program.interestPaid).gt(book.collected);
}

/** Whether the lines told of a draw that the book has not counted yet. */
function isLoan(book: CreditBook): boolean {
  const program = programOf(book);
  return program != null && program.drawn.gt(book.lent);
}

function programOf(book: CreditBook): CreditProgram | null {
  const lines = book.lines;
  return lines === null ? null : CreditProgram.load(lines);
}

/** The write-off is told by the lines, with this loss in it. */
export function handleSeniorLossRecorded(event: SeniorLossRecorded): void {
  const book = loadBook(event.address);
  book.seniorLoss = book.seniorLoss.plus(event.params.loss);
  book.save();
}

export function handleQueueChanged(event: QueueChanged): void {
  const book = loadBook(event.address);
  book.queuedShares = event.params.shares;
  book.save();
}

export function handleBookSkimmed(event: Skimmed): void {
  const book = loadBook(event.address);
  book.skimmed = book.skimmed.plus(event.params.amount);
  book.save();

  const row = begin(event, Domain.LOANS, "CREDIT_SKIMMED", touchAccount(event.params.to, event).id);
  row.moneyAmount = event.params.amount;
  row.money = book.money;
  finish(row);
}

export function handleBookPauseSet(event: PauseSet): void {
  const book = loadBook(event.address);
  book.pausedUntil = event.params.until;
  book.save();
  recordPause(event, event.params.until);
}
