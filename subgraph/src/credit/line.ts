import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { CreditBook, CreditEvent, CreditLine } from "../../generated/schema";
import { loadCohort, saveCohort } from "../book/cohort";
import { identityNumbered } from "../identity/identity";
import { eventId, numberBytes, sequence } from "../shared/ids";
import { loadProtocol, saveProtocol } from "../shared/protocol";
import { loadProgram, saveProgram } from "./program";

const ZERO = BigInt.zero();

/** The line of the identity with this number, made and counted where it is new; null for an identity that was never attested. */
export function loadLine(program: Bytes, book: Bytes, number: BigInt, event: ethereum.Event): CreditLine | null {
  const id = numberBytes(number);
  const known = CreditLine.load(id);
  if (known != null) return known;
  const identity = identityNumbered(number);
  if (identity == null) return null;
  const owner = loadProgram(program, book);
  owner.lineCount += 1;
  saveProgram(owner, event);
  const protocol = loadProtocol();
  protocol.creditLineCount += 1;
  saveProtocol(protocol, event);
  const line = new CreditLine(id);
  line.program = program;
  line.identity = identity.id;
  line.number = number;
  line.principal = ZERO;
  line.interest = ZERO;
  line.accruedAt = ZERO;
  line.limit = ZERO;
  line.cycle = 0;
  line.paidPrincipal = ZERO;
  line.paidInterest = ZERO;
  line.barredUntil = 0;
  line.writtenOff = false;
  line.nonce = ZERO;
  line.voucherCount = 0;
  line.vouchedLimit = ZERO;
  line.drawCount = 0;
  line.paymentCount = 0;
  line.drawn = ZERO;
  line.principalPaid = ZERO;
  line.interestPaid = ZERO;
  line.recovered = ZERO;
  line.writtenOffAmount = ZERO;
  line.metInTimeCount = 0;
  line.metInGraceCount = 0;
  line.metLateCount = 0;
  line.defaultCount = 0;
  line.createdAt = event.block.timestamp;
  return line;
}

export function saveLine(line: CreditLine, event: ethereum.Event): void {
  line.updatedAt = event.block.timestamp;
  line.save();
}

/** What is owed after a draw or a payment, reckoned up to now, and in which cohort; the line is saved by the caller. */
export function stateDebt(
  line: CreditLine,
  book: CreditBook,
  principal: BigInt,
  interest: BigInt,
  cycle: i32,
  event: ethereum.Event,
): void {
  line.principal = principal;
  line.interest = interest;
  line.accruedAt = event.block.timestamp;
  if (line.cycle == cycle) return;
  if (line.cycle != 0) {
    const old = loadCohort(book, line.cycle);
    old.lineCount -= 1;
    saveCohort(old, event);
  }
  line.cycle = cycle;
  if (cycle == 0) {
    line.cohort = null;
    line.statementAt = null;
    line.dueAt = null;
    line.lateAt = null;
    line.defaultAt = null;
    line.writableAt = null;
    return;
  }
  const cohort = loadCohort(book, cycle);
  cohort.lineCount += 1;
  saveCohort(cohort, event);
  line.cohort = cohort.id;
  line.statementAt = cohort.statementAt;
  line.dueAt = cohort.dueAt;
  line.lateAt = cohort.lateAt;
  line.defaultAt = cohort.defaultAt;
  line.writableAt = cohort.writableAt;
}

/** A row of the line's timeline, as the line stands now; still to be told what moved, and to be saved. */
export function newCreditEvent(event: ethereum.Event, kind: string, line: CreditLine): CreditEvent {
  const row = new CreditEvent(eventId(event));
  row.kind = kind;
  row.line = line.id;
  row.amount = ZERO;
  row.principalMoved = ZERO;
  row.interestMoved = ZERO;
  row.principal = line.principal;
  row.interest = line.interest;
  row.limitBefore = line.limit;
  row.limit = line.limit;
  row.cycleBefore = line.cycle;
  row.cycle = line.cycle;
  row.burnt = ZERO;
  row.seniorLoss = ZERO;
  row.sequence = sequence(event);
  row.blockNumber = event.block.number;
  row.timestamp = event.block.timestamp;
  row.transactionHash = event.transaction.hash;
  row.logIndex = event.logIndex.toI32();
  return row;
}
