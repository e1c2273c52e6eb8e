import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { CreditBook, CreditCohort } from "../../generated/schema";
import { numberBytes } from "../shared/ids";
import { Calendar, seconds, statementOf } from "./calendar";

const ZERO = BigInt.zero();
const BPS = BigInt.fromI32(10_000);
const YEAR = BigInt.fromI32(31_536_000);

/** The cohort of a cycle; a draw tells of its line before the book tells of the cohort. */
export function loadCohort(book: CreditBook, cycle: i32): CreditCohort {
  const id = numberBytes(BigInt.fromI32(cycle));
  const known = CreditCohort.load(id);
  if (known != null) return known;
  const statementAt = book.start.plus(statementOf(cycle));
  const cohort = new CreditCohort(id);
  cohort.book = book.id;
  cohort.cycle = cycle;
  cohort.principal = ZERO;
  cohort.interest = ZERO;
  cohort.accruedAt = ZERO;
  cohort.rateBps = 0;
  cohort.lateBps = 0;
  cohort.seniorBps = 0;
  cohort.statementAt = statementAt;
  cohort.dueAt = statementAt.plus(seconds(Calendar.DUE));
  cohort.lateAt = statementAt.plus(seconds(Calendar.LATE));
  cohort.defaultAt = statementAt.plus(seconds(Calendar.DEFAULT));
  cohort.writableAt = cohort.defaultAt.plus(seconds(Calendar.MARKDOWN));
  cohort.lineCount = 0;
  cohort.drawn = ZERO;
  cohort.principalPaid = ZERO;
  cohort.interestPaid = ZERO;
  cohort.metInTimeCount = 0;
  cohort.metInGraceCount = 0;
  cohort.metLateCount = 0;
  cohort.defaultCount = 0;
  cohort.writtenOff = ZERO;
  return cohort;
}

export function saveCohort(cohort: CreditCohort, event: ethereum.Event): void {
  cohort.updatedAt = event.block.timestamp;
  cohort.save();
}

/** What the cohort's debt bore since it was last reckoned, rounded down as the book does. */
export function accruedAt(cohort: CreditCohort, time: BigInt): BigInt {
  const from = cohort.accruedAt;
  const regular = overlap(from, time, ZERO, cohort.defaultAt).times(BigInt.fromI32(cohort.rateBps));
  const late = overlap(from, time, cohort.lateAt, cohort.defaultAt).times(BigInt.fromI32(cohort.lateBps));
  return cohort.principal.times(regular.plus(late)).div(BPS.times(YEAR));
}

/** Seconds that both intervals share. */
function overlap(from: BigInt, to: BigInt, begin: BigInt, end: BigInt): BigInt {
  const first = from.gt(begin) ? from : begin;
  const last = to.lt(end) ? to : end;
  return last.gt(first) ? last.minus(first) : ZERO;
}
