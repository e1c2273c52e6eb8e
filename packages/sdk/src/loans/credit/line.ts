import type { Seconds } from "../../staking/poolMath.ts";
import { ceilDiv, max, min } from "../math.ts";
import { creditCalendar, creditCycleAt, creditState } from "./calendar.ts";

export const BPS = 10_000n;
const YEAR = 31_536_000n;
const CYCLE = 2_592_000n;

/** What credit lines cost and how far they may go, for whole cycles. */
export type CreditTerms = {
  /** Simple interest a year on principal, in 1/10,000. */
  rateBps: number;
  /** What is added a year from the end of grace to default, in 1/10,000. */
  lateBps: number;
  /** Part of the principal at a statement that each closed statement asks back, in 1/10,000. */
  minimumBps: number;
  /** Growth of a limit for a whole cycle of interest, met in time, in 1/10,000. */
  growthBps: number;
  /** Part of the interest that is the senior pool's, in 1/10,000. */
  seniorBps: number;
  /** Debt that each unit of first loss may carry, in 1/10,000. */
  leverageBps: number;
  /** Money units of principal at a statement below which it asks for everything. */
  floor: bigint;
};

/** A line as of a second, as the chain or the index tells it. Money units. */
export type CreditFigures = {
  principal: bigint;
  /** Interest owed at `at`. */
  interest: bigint;
  /** Most that the debt may be after a draw. */
  limit: bigint;
  /** Oldest cycle that is not met; 0 when nothing is owed. */
  cycle: number;
  /** Principal paid since the statement of that cycle closed. */
  paidPrincipal: bigint;
  /** Interest paid since that cycle began. */
  paidInterest: bigint;
  /** Unix seconds up to which `interest` is reckoned. */
  at: Seconds;
};

/** What a line owes. Money units. */
export type CreditDebt = { principal: bigint; interest: bigint; total: bigint };

/** Seconds that two intervals share. */
const overlap = (from: number, to: number, begin: number, end: number) =>
  Math.max(0, Math.min(to, end) - Math.max(from, begin));

/**
 * What a line owes at a time, if nothing is paid or drawn until then: to the unit as the contract says it of figures of its last
 * change; of a line that was read since, which was rounded up once already, a unit more at most. Pure.
 *
 * @param line - {@link CreditFigures}
 * @param terms - Those of the line's cycle.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds, not before those of the line.
 *
 * @example
 * ```ts
 * const { total } = creditDebtAt(line, lineTerms, start, Math.floor(Date.now() / 1000));
 * ```
 */
export function creditDebtAt(
  line: CreditFigures,
  terms: Pick<CreditTerms, "rateBps" | "lateBps">,
  start: Seconds,
  at: Seconds,
): CreditDebt {
  const { principal, cycle } = line;
  let { interest } = line;
  if (cycle !== 0) {
    const { lateAt, defaultAt } = creditCalendar({ start, cycle });
    const [from, to] = [Number(line.at), Number(at)];
    const weight =
      BigInt(terms.rateBps) * BigInt(overlap(from, to, 0, defaultAt)) +
      BigInt(terms.lateBps) * BigInt(overlap(from, to, lateAt, defaultAt));
    interest += ceilDiv(principal * weight, BPS * YEAR);
  }
  return { principal, interest, total: principal + interest };
}

/**
 * What has to be paid at a time for the closed statements to be met; 0 while none is closed, everything in default. Pure; to the
 * unit as the contract says it.
 *
 * @param line - {@link CreditFigures}
 * @param terms - Those of the line's cycle.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds, not before those of the line.
 *
 * @example
 * ```ts
 * const due = creditDueAt(line, lineTerms, start, creditCalendar({ start, cycle: line.cycle }).dueAt - 1);
 * ```
 */
export function creditDueAt(line: CreditFigures, terms: CreditTerms, start: Seconds, at: Seconds): bigint {
  if (line.cycle === 0) return 0n;
  const debt = creditDebtAt(line, terms, start, at);
  if (creditState(line.cycle, start, at) === "default") return debt.total;
  const closed = creditCycleAt(start, at) - line.cycle;
  return closed === 0 ? 0n : asked(debt, line.paidPrincipal, closed, terms);
}

function asked(debt: CreditDebt, paid: bigint, closed: number, terms: CreditTerms): bigint {
  // The principal at the statement decides, not what is left of it.
  const stated = debt.principal + paid;
  if (stated < terms.floor) return debt.total;
  const minimum = ceilDiv(BigInt(terms.minimumBps) * stated * BigInt(closed), BPS);
  return min(debt.total, debt.interest + max(0n, minimum - paid));
}

/** What the next statement will ask for. Money units, Unix seconds. */
export type DueAhead = {
  cycle: number;
  statementAt: number;
  /** Who pays before has paid in time; of the oldest cycle that is not met. */
  dueAt: number;
  /** Asked for in the second in which the statement closes. */
  due: bigint;
  /** Asked for in the last second in which it is in time, with the interest until then; `due` where that is over. */
  dueAtLast: bigint;
};

/**
 * What will be due at the next statement, if nothing is paid or drawn until then; `undefined` when nothing is owed. Pure.
 *
 * @param line - {@link CreditFigures}
 * @param terms - Those of the line's cycle.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds: now.
 *
 * @example
 * ```ts
 * const next = dueAhead(line, lineTerms, start, Math.floor(Date.now() / 1000));
 * ```
 */
export function dueAhead(
  line: CreditFigures,
  terms: CreditTerms,
  start: Seconds,
  at: Seconds,
): DueAhead | undefined {
  if (line.cycle === 0) return undefined;
  const cycle = creditCycleAt(start, at);
  const { statementAt } = creditCalendar({ start, cycle });
  const { dueAt } = creditCalendar({ start, cycle: line.cycle });
  const due = creditDueAt(line, terms, start, statementAt);
  const dueAtLast = dueAt > statementAt ? creditDueAt(line, terms, start, dueAt - 1) : due;
  return { cycle, statementAt, dueAt, due, dueAtLast };
}

/** What {@link growthPreview} looks at. */
export type GrowthPreviewParameters = {
  /** Money units. */
  limit: bigint;
  /** Most that the limit may grow to: the cap of the person's tier. */
  cap: bigint;
  /** Interest paid in the cycle, with the payment that meets the due. */
  interestPaid: bigint;
  rateBps: number;
  growthBps: number;
};

/** What a limit becomes. Money units. */
export type GrowthPreview = {
  limit: bigint;
  growth: bigint;
  /** Interest that a limit which is used from end to end of the cycle bears: as much of it as was paid, as much it grows. */
  whole: bigint;
};

/**
 * What a limit becomes when the due of a cycle is met in time: it grows by the part of it that was really used, and never falls. Pure;
 * to the unit as the contract says it.
 *
 * @param parameters - {@link GrowthPreviewParameters}
 *
 * @example
 * ```ts
 * const { limit, growth } = growthPreview({ limit: 100_000_000n, cap: 1_000_000_000n, interestPaid: 700_000n, rateBps: 2_400, growthBps: 2_000 });
 * ```
 */
export function growthPreview(parameters: GrowthPreviewParameters): GrowthPreview {
  const { limit, cap, interestPaid, rateBps, growthBps } = parameters;
  const whole = ceilDiv(limit * BigInt(rateBps) * CYCLE, BPS * YEAR);
  if (whole === 0n) return { limit, growth: 0n, whole };
  const growth = (limit * BigInt(growthBps) * min(interestPaid, whole)) / (BPS * whole);
  const grown = max(limit, min(limit + growth, cap));
  return { limit: grown, growth: grown - limit, whole };
}
