import { BigInt, Bytes, dataSource, ethereum } from "@graphprotocol/graph-ts";
import {
  Drawn,
  LimitSet,
  LineAttested,
  LineBarred,
  LineWrittenOff,
  Repaid,
  TierCapSet,
  UnderwritingQuotaSet,
  VouchingBound,
} from "../generated/CreditLines/CreditLines";
import { CreditEvent, CreditLine, CreditTierCap, Transaction } from "../generated/schema";
import { loadBook } from "./book/book";
import { cycleAt } from "./book/calendar";
import { loadCohort, saveCohort } from "./book/cohort";
import { loadLine, newCreditEvent, saveLine, stateDebt } from "./credit/line";
import { countOutcome, outcomeOf, stateName } from "./credit/outcome";
import { loadProgram, newFlow, saveProgram } from "./credit/program";
import { limitReason } from "./credit/reason";
import { identityNumbered } from "./identity/identity";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { numberBytes } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { usageAt, usageUnder } from "./shared/quota";

const ZERO = BigInt.zero();
/** What a line pays of interest in a cycle is kept in 64 bits. */
const MOST_INTEREST = BigInt.fromU64(u64.MAX_VALUE);

function book(): Bytes {
  return dataSource.context().getBytes("creditBook");
}

function lineOf(event: ethereum.Event, number: BigInt): CreditLine | null {
  return loadLine(event.address, book(), number, event);
}

/** Comes before the book's own events. A new debt in another cycle starts to count interest for the limit anew. */
export function handleDrawn(event: Drawn): void {
  const params = event.params;
  const account = touchAccount(params.account, event).id;
  const receiver = touchAccount(params.receiver, event).id;
  const line = lineOf(event, params.identity);
  if (line == null) return;
  const ledger = loadBook(book());
  const cycle = params.cycle.toI32();
  const before = line.cycle;
  if (before == 0 && !line.accruedAt.isZero() && cycleAt(line.accruedAt.minus(ledger.start)) != cycle)
    line.paidInterest = ZERO;
  stateDebt(line, ledger, params.principal, params.interest, cycle, event);
  line.drawCount += 1;
  line.drawn = line.drawn.plus(params.amount);
  saveLine(line, event);
  const cohort = loadCohort(ledger, cycle);
  cohort.drawn = cohort.drawn.plus(params.amount);
  saveCohort(cohort, event);
  const program = loadProgram(event.address, ledger.id);
  program.drawCount += 1;
  program.drawn = program.drawn.plus(params.amount);
  if (before == 0) program.owingCount += 1;
  saveProgram(program, event);
  const flow = newFlow(program);
  flow.drawn = params.amount;
  flow.save();
  const protocol = loadProtocol();
  protocol.creditDrawn = program.drawn;
  saveProtocol(protocol, event);

  const change = newCreditEvent(event, "DRAWN", line);
  change.cycleBefore = before;
  change.account = account;
  change.counterparty = receiver;
  change.amount = params.amount;
  change.save();
  const row = rowOf(event, "CREDIT_DRAWN", line, account, change);
  if (!receiver.equals(account)) row.counterparty = receiver;
  row.moneyAmount = params.amount;
  finish(row);
}

/**
 * Comes before the book's own events, and after what the payment made of the limit. A closed statement is met where the line leaves its
 * cycle for a later one or for none.
 */
export function handleCreditRepaid(event: Repaid): void {
  const params = event.params;
  const payer = touchAccount(params.payer, event).id;
  const line = lineOf(event, params.identity);
  if (line == null) return;
  const ledger = loadBook(book());
  const paid = params.principalPaid.plus(params.interestPaid);
  const before = line.cycle;
  const cycle = params.cycle.toI32();
  const isClosed = before < cycleAt(event.block.timestamp.minus(ledger.start));
  const outcome = isClosed && cycle != before ? outcomeOf(params.state) : "";
  const recovered = line.writtenOff ? paid : ZERO;
  // A default that was written off has ended before.
  const counted = outcome == "DEFAULT" && line.writtenOff ? "" : outcome;

  line.paidInterest = least(line.paidInterest.plus(params.interestPaid), MOST_INTEREST);
  if (isClosed) line.paidPrincipal = line.paidPrincipal.plus(params.principalPaid);
  if (outcome != "") {
    line.paidPrincipal = ZERO;
    line.paidInterest = ZERO;
  }
  stateDebt(line, ledger, params.principal, params.interest, cycle, event);
  if (cycle == 0) line.writtenOff = false;
  line.paymentCount += 1;
  line.principalPaid = line.principalPaid.plus(params.principalPaid);
  line.interestPaid = line.interestPaid.plus(params.interestPaid);
  line.recovered = line.recovered.plus(recovered);
  const cohort = loadCohort(ledger, before);
  cohort.principalPaid = cohort.principalPaid.plus(params.principalPaid);
  cohort.interestPaid = cohort.interestPaid.plus(params.interestPaid);
  const program = loadProgram(event.address, ledger.id);
  program.paymentCount += 1;
  program.principalPaid = program.principalPaid.plus(params.principalPaid);
  program.interestPaid = program.interestPaid.plus(params.interestPaid);
  program.recovered = program.recovered.plus(recovered);
  if (cycle == 0) program.owingCount -= 1;
  const flow = newFlow(program);
  flow.principalPaid = params.principalPaid;
  flow.interestPaid = params.interestPaid;
  flow.recovered = recovered;
  countOutcome(counted, line, cohort, program, flow);
  flow.save();
  saveLine(line, event);
  saveCohort(cohort, event);
  saveProgram(program, event);
  const protocol = loadProtocol();
  protocol.creditPaid = protocol.creditPaid.plus(paid);
  saveProtocol(protocol, event);

  const change = newCreditEvent(event, "PAID", line);
  change.cycleBefore = before;
  change.account = payer;
  change.amount = paid;
  change.principalMoved = params.principalPaid;
  change.interestMoved = params.interestPaid;
  change.state = stateName(params.state);
  if (outcome != "") change.outcome = outcome;
  change.save();
  const row = rowOf(event, "CREDIT_PAID", line, payer, change);
  row.moneyAmount = paid;
  finish(row);
}

/** Never news of its own: whatever changed the limit tells a row. */
export function handleLimitSet(event: LimitSet): void {
  const line = lineOf(event, event.params.identity);
  if (line == null) return;
  const change = newCreditEvent(event, "LIMIT_SET", line);
  change.amount = event.params.limit;
  change.limit = event.params.limit;
  change.reason = limitReason(event, line, event.params.limit);
  change.save();
  line.limit = event.params.limit;
  saveLine(line, event);
}

/** The limit itself changes right after; what it rises by is taken from the quota. */
export function handleLineAttested(event: LineAttested): void {
  const params = event.params;
  const account = touchAccount(params.account, event).id;
  const underwriter = touchAccount(params.underwriter, event).id;
  const line = lineOf(event, params.identity);
  if (line == null) return;
  line.nonce = params.nonce.plus(BigInt.fromI32(1));
  saveLine(line, event);
  const program = loadProgram(event.address, book());
  program.attestationCount += 1;
  if (params.limit.gt(line.limit)) {
    const usage = usageAt(program.quotaPeriod, program.quotaWindow, program.quotaUsed, event.block.timestamp);
    program.quotaWindow = usage.window;
    program.quotaUsed = usage.used.plus(params.limit).minus(line.limit);
  }
  saveProgram(program, event);

  const change = newCreditEvent(event, "ATTESTED", line);
  change.account = account;
  change.counterparty = underwriter;
  change.amount = params.limit;
  change.save();
  const row = rowOf(event, "CREDIT_ATTESTED", line, account, change);
  row.counterparty = underwriter;
  row.amount = params.limit;
  finish(row);
}

/** Part of the payment that ended the default, which tells a row. */
export function handleLineBarred(event: LineBarred): void {
  const line = lineOf(event, event.params.identity);
  if (line == null) return;
  line.barredUntil = event.params.untilCycle.toI32();
  saveLine(line, event);
  const change = newCreditEvent(event, "BARRED", line);
  change.cycle = line.barredUntil;
  change.save();
}

/** Comes last: the book and the vouchers have told their parts. */
export function handleLineWrittenOff(event: LineWrittenOff): void {
  const params = event.params;
  const line = lineOf(event, params.identity);
  const borrower = identityNumbered(params.identity);
  if (line == null || borrower == null) return;
  const ledger = loadBook(book());
  const debt = params.principal.plus(params.interest);
  stateDebt(line, ledger, params.principal, params.interest, line.cycle, event);
  line.writtenOff = true;
  line.writtenOffAmount = line.writtenOffAmount.plus(debt);
  const cohort = loadCohort(ledger, line.cycle);
  cohort.writtenOff = cohort.writtenOff.plus(debt);
  const program = loadProgram(event.address, ledger.id);
  program.writeOffCount += 1;
  program.writtenOff = program.writtenOff.plus(debt);
  program.seniorLoss = program.seniorLoss.plus(params.seniorLoss);
  program.burntShares = program.burntShares.plus(params.burnt);
  const flow = newFlow(program);
  flow.writtenOff = debt;
  flow.seniorLoss = params.seniorLoss;
  countOutcome("DEFAULT", line, cohort, program, flow);
  flow.save();
  saveLine(line, event);
  saveCohort(cohort, event);
  saveProgram(program, event);
  const protocol = loadProtocol();
  protocol.creditWrittenOff = program.writtenOff;
  saveProtocol(protocol, event);

  const change = newCreditEvent(event, "WRITTEN_OFF", line);
  change.amount = debt;
  change.principalMoved = params.principal;
  change.interestMoved = params.interest;
  change.state = "DEFAULT";
  change.burnt = params.burnt;
  change.seniorLoss = params.seniorLoss;
  change.save();
  const row = rowOf(event, "CREDIT_WRITTEN_OFF", line, borrower.firstAccount, change);
  row.moneyAmount = debt;
  finish(row);
}

function rowOf(
  event: ethereum.Event,
  kind: string,
  line: CreditLine,
  account: Bytes,
  change: CreditEvent,
): Transaction {
  const row = begin(event, Domain.LOANS, kind, account);
  row.identity = line.identity;
  row.money = loadBook(book()).money;
  row.creditEvent = change.id;
  return row;
}

export function handleTierCapSet(event: TierCapSet): void {
  const cap = new CreditTierCap(numberBytes(BigInt.fromI32(event.params.tier)));
  cap.tier = event.params.tier;
  cap.cap = event.params.cap;
  cap.updatedAt = event.block.timestamp;
  cap.save();
  setting(event, "CREDIT_TIER_CAP_SET", event.params.cap);
}

export function handleUnderwritingQuotaSet(event: UnderwritingQuotaSet): void {
  const params = event.params;
  const time = event.block.timestamp;
  const program = loadProgram(event.address, book());
  const before = usageAt(program.quotaPeriod, program.quotaWindow, program.quotaUsed, time);
  const usage = usageUnder(params.period, before, time);
  program.quotaLimit = params.limit;
  program.quotaPeriod = params.period;
  program.quotaWindow = usage.window;
  program.quotaUsed = usage.used;
  saveProgram(program, event);
  setting(event, "UNDERWRITING_QUOTA_SET", params.limit);
}

/** A figure of all lines, in money units. */
function setting(event: ethereum.Event, kind: string, amount: BigInt): void {
  const row = begin(event, Domain.LOANS, kind, touchAccount(event.address, event).id);
  row.amount = amount;
  row.money = loadBook(book()).money;
  finish(row);
}

export function handleVouchingBound(event: VouchingBound): void {
  const program = loadProgram(event.address, book());
  program.vouching = event.params.vouching;
  saveProgram(program, event);
  finish(begin(event, Domain.LOANS, "VOUCHING_BOUND", touchAccount(event.params.vouching, event).id));
}

function least(a: BigInt, b: BigInt): BigInt {
  return a.lt(b) ? a : b;
}
