import type { Seconds } from "../../staking/poolMath.ts";
import { max } from "../math.ts";
import { creditCalendar, creditCycleAt } from "./calendar.ts";
import { type CreditFigures, type CreditTerms, creditDueAt } from "./line.ts";
import { previewRepayment } from "./repayment.ts";

const MOST_ROWS = 60;

/** How {@link creditSchedule} pays. */
export type CreditScheduleOptions = {
  /** Seconds after each statement at which its due is paid; in time below 864,000. 0 when left out. */
  payAfter?: number | undefined;
  /** Least money units of each payment, for who pays more than is due. */
  pay?: bigint | undefined;
  /** Most that the limit may grow to: the cap of the person's tier. It does not grow when left out. */
  cap?: bigint | undefined;
  /** Most rows; 60 when left out. */
  most?: number | undefined;
};

/** One payment ahead. Money units, Unix seconds. */
export type CreditScheduleRow = {
  cycle: number;
  statementAt: number;
  /** Who pays before pays in time. */
  dueAt: number;
  paidAt: number;
  /** What the statement asks for when it is paid. */
  due: bigint;
  paid: bigint;
  /** Parts of what is paid. */
  interest: bigint;
  principal: bigint;
  /** Principal after it. */
  left: bigint;
  /** Limit after it. */
  limit: bigint;
};

/**
 * How a line is paid back, statement by statement, if nothing more is drawn and terms stay: what each payment is and what is left. Pure;
 * empty when nothing is owed. A due that is open now is paid first, now.
 *
 * @param line - {@link CreditFigures}
 * @param terms - Those of the line's cycle.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds: now.
 * @param options - {@link CreditScheduleOptions}
 * @returns {@link CreditScheduleRow}, the next one first.
 *
 * @example
 * ```ts
 * const rows = creditSchedule(line, lineTerms, start, Math.floor(Date.now() / 1000), { payAfter: 5 * 86_400 });
 * ```
 */
export function creditSchedule(
  line: CreditFigures,
  terms: CreditTerms,
  start: Seconds,
  at: Seconds,
  options: CreditScheduleOptions = {},
): CreditScheduleRow[] {
  const { payAfter = 0, pay = 0n, cap, most = MOST_ROWS } = options;
  const rows: CreditScheduleRow[] = [];
  let [current, now] = [line, Number(at)];
  while (current.cycle !== 0 && rows.length < most) {
    // Of an open line the last statement that closed, of another the one that closes next.
    const cycle = Math.max(current.cycle, creditCycleAt(start, now) - 1);
    const { statementAt } = creditCalendar({ start, cycle });
    const { dueAt } = creditCalendar({ start, cycle: current.cycle });
    now = Math.max(now, statementAt + payAfter);
    const due = creditDueAt(current, terms, start, now);
    const amount = max(due, pay);
    const {
      paid,
      interest,
      principal,
      line: after,
    } = previewRepayment({ line: current, terms, start, at: now, amount, cap });
    rows.push({
      cycle,
      statementAt,
      dueAt,
      paidAt: now,
      due,
      paid,
      interest,
      principal,
      left: after.principal,
      limit: after.limit,
    });
    current = after;
  }
  return rows;
}
