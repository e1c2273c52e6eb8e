import type { Seconds } from "../../staking/poolMath.ts";
import { creditCalendar, creditCycleAt } from "./calendar.ts";
import { type CreditFigures, type CreditTerms, creditDebtAt, creditDueAt } from "./line.ts";

/**
 * What a reminder is about. statement: it closes; due: the last moment in time; late: grace ends, from then it is dearer; default: all of
 * it is due; writable: anyone may write the debt off.
 */
export type CreditReminderKind = "statement" | "due" | "late" | "default" | "writable";

/** Something that will happen to a line if nothing is paid until then. */
export type CreditReminder = {
  kind: CreditReminderKind;
  /** Unix seconds. */
  at: number;
  cycle: number;
  /** Money units that are due just before it; of a statement, when it closes. */
  due: bigint;
  /** Money units owed in all then. */
  owed: bigint;
};

/**
 * What will happen to a line and when, if nothing is paid or drawn: from its next statement to the day on which anyone may write it
 * off. Pure; empty when nothing is owed.
 *
 * @param line - {@link CreditFigures}
 * @param terms - Those of the line's cycle.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds: now. What is over is left out.
 * @returns {@link CreditReminder} in the order of time.
 *
 * @example
 * ```ts
 * const [next] = creditReminders(line, lineTerms, start, Math.floor(Date.now() / 1000));
 * ```
 */
export function creditReminders(
  line: CreditFigures,
  terms: CreditTerms,
  start: Seconds,
  at: Seconds,
): CreditReminder[] {
  const { cycle } = line;
  if (cycle === 0) return [];
  const own = creditCalendar({ start, cycle });
  const remind = (kind: CreditReminderKind, when: number, about = cycle): CreditReminder => {
    // In the second itself the state has changed; what had to be paid in time is said as of the second before.
    const last = kind === "statement" || kind === "writable" ? when : when - 1;
    const due = creditDueAt(line, terms, start, last);
    return { kind, at: when, cycle: about, due, owed: creditDebtAt(line, terms, start, last).total };
  };
  const statements = [];
  for (let each = cycle; each < creditCycleAt(start, own.defaultAt); each += 1) {
    statements.push(remind("statement", creditCalendar({ start, cycle: each }).statementAt, each));
  }
  return [
    ...statements,
    remind("due", own.dueAt),
    remind("late", own.lateAt),
    remind("default", own.defaultAt),
    remind("writable", own.writableAt),
  ]
    .filter((each) => each.at > Number(at))
    .sort((a, b) => a.at - b.at);
}
