import type { Seconds } from "../../staking/poolMath.ts";

const DAY = 86_400;
const CYCLE = 30 * DAY;
/** From a statement on. */
const DUE = 10 * DAY;
const LATE = DUE + 5 * DAY;
const DEFAULT = DUE + 35 * DAY;
/** From default on. */
const MARKDOWN = 180 * DAY;

/**
 * Where a line stands. Settled: owes nothing. Current: until what is due. Grace: five days more without cost. Delinquent: dearer, no
 * growth, the limit is halved when the due is met. Default: left only by paying everything.
 */
export const creditStates = ["settled", "current", "grace", "delinquent", "default"] as const;

/** One of {@link creditStates}. */
export type CreditState = (typeof creditStates)[number];

/** What happens when to lines whose oldest cycle that is not met is the same. Unix seconds. */
export type CreditCalendar = {
  /** The statement closes. */
  statementAt: number;
  /** Who pays before has paid in time. */
  dueAt: number;
  /** Grace ends: from here it is late and dearer. */
  lateAt: number;
  /** The line is in default. */
  defaultAt: number;
  /** Anyone may write it off. */
  writableAt: number;
};

/**
 * The dates of one cycle of the credit lines: the same for everybody. Pure.
 *
 * @param cycle - `start`: Unix seconds at which the first cycle began (`getCreditBook`); `cycle`: its number, from 1.
 *
 * @example
 * ```ts
 * const { statementAt, dueAt } = creditCalendar({ start, cycle: creditCycleAt(start, Math.floor(Date.now() / 1000)) });
 * ```
 */
export function creditCalendar({ start, cycle }: { start: Seconds; cycle: number }): CreditCalendar {
  const statementAt = Number(start) + cycle * CYCLE;
  return {
    statementAt,
    dueAt: statementAt + DUE,
    lateAt: statementAt + LATE,
    defaultAt: statementAt + DEFAULT,
    writableAt: statementAt + DEFAULT + MARKDOWN,
  };
}

/**
 * Number of the cycle that runs at a time. Pure.
 *
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds, not before `start`.
 *
 * @example
 * ```ts
 * const cycle = creditCycleAt(start, Math.floor(Date.now() / 1000));
 * ```
 */
export function creditCycleAt(start: Seconds, at: Seconds): number {
  return Math.floor((Number(at) - Number(start)) / CYCLE) + 1;
}

/**
 * Where a line stands at a time, to the second as the contract says it. Pure.
 *
 * @param cycle - The line's oldest cycle that is not met; 0 when nothing is owed.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds.
 *
 * @example
 * ```ts
 * const state = creditState(line.cycle, start, Math.floor(Date.now() / 1000));
 * ```
 */
export function creditState(cycle: number, start: Seconds, at: Seconds): CreditState {
  if (cycle === 0) return "settled";
  const { dueAt, lateAt, defaultAt } = creditCalendar({ start, cycle });
  if (at < dueAt) return "current";
  if (at < lateAt) return "grace";
  return at < defaultAt ? "delinquent" : "default";
}
