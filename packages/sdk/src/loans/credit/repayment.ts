import type { Seconds } from "../../staking/poolMath.ts";
import { min } from "../math.ts";
import { creditCycleAt, creditState } from "./calendar.ts";
import { type CreditFigures, type CreditTerms, creditDebtAt, creditDueAt, growthPreview } from "./line.ts";

/** Cycles after a default in which no limit is given. */
const BARRED_CYCLES = 12;

/** Parameters of {@link previewRepayment}. */
export type PreviewRepaymentParameters = {
  line: CreditFigures;
  /** Those of the line's cycle. */
  terms: CreditTerms;
  /** Unix seconds at which the first cycle began. */
  start: Seconds;
  /** Unix seconds of the payment, not before those of the line. */
  at: Seconds;
  /** Money units offered; never more than the debt is taken. */
  amount: bigint;
  /** Most that the limit may grow to: the cap of the person's tier. The limit does not grow when left out. */
  cap?: bigint | undefined;
};

/** What a payment does. Money units. */
export type RepaymentPreview = {
  paid: bigint;
  /** Parts of what is paid. */
  interest: bigint;
  principal: bigint;
  /** Whether it meets all that is due: the line is current again. */
  met: boolean;
  /** What is still due after it. */
  due: bigint;
  /** The line after it. */
  line: CreditFigures;
  /** Cycle before which no limit can be given again, where the payment ends a default. */
  barredUntil: number | undefined;
};

/**
 * What a payment on a credit line does: to interest first; whether the due is met, and what that means for the limit. Pure; to
 * the unit as the contract does it.
 *
 * @param parameters - {@link PreviewRepaymentParameters}
 * @returns {@link RepaymentPreview}
 *
 * @example
 * ```ts
 * const at = Math.floor(Date.now() / 1000);
 * const { met, line: after } = previewRepayment({ line, terms: lineTerms, start, at, amount, cap: 1_000_000_000n });
 * ```
 */
export function previewRepayment(parameters: PreviewRepaymentParameters): RepaymentPreview {
  const { line, terms, start, at, amount } = parameters;
  const debt = creditDebtAt(line, terms, start, at);
  const paid = min(amount, debt.total);
  const interest = min(paid, debt.interest);
  const principal = paid - interest;
  const now = creditCycleAt(start, at);
  const open = line.cycle !== 0 && line.cycle !== now;
  let after: CreditFigures = {
    ...line,
    principal: debt.principal - principal,
    interest: debt.interest - interest,
    paidPrincipal: line.paidPrincipal + (open ? principal : 0n),
    paidInterest: line.paidInterest + interest,
    at,
  };
  const due = creditDueAt(after, terms, start, at);
  const met = open && due === 0n;
  let barredUntil: number | undefined;
  if (met) {
    if (creditState(line.cycle, start, at) === "default") barredUntil = now + BARRED_CYCLES;
    const limit = limitAfter(parameters, after.paidInterest);
    after = { ...after, limit, paidPrincipal: 0n, paidInterest: 0n, cycle: now };
  }
  if (after.principal + after.interest === 0n) after = { ...after, cycle: 0 };
  return { paid, interest, principal, met, due, line: after, barredUntil };
}

/** In time it grows, in grace it stays, late it is halved, after default it is gone. */
function limitAfter(
  { line, terms, start, at, cap }: PreviewRepaymentParameters,
  interestPaid: bigint,
): bigint {
  const { limit } = line;
  switch (creditState(line.cycle, start, at)) {
    case "current":
      return growthPreview({ limit, cap: cap ?? 0n, interestPaid, ...terms }).limit;
    case "delinquent":
      return limit / 2n;
    case "default":
      return 0n;
    default:
      return limit;
  }
}
