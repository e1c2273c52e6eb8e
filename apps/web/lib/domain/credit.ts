import {
  type CreditFigures,
  type CreditReminder,
  type CreditState,
  type CreditTerms,
  creditCalendar,
  creditCycleAt,
  creditDebtAt,
  creditDueAt,
  creditReminders,
  creditSchedule,
  creditState,
  type DueAhead,
  dueAhead,
  previewRepayment,
  type RepaymentPreview,
} from "@qti/sdk";
import { centsUp } from "./dollars";

/** A credit line with all that says what it costs and how far it may go, as of one block. Money units, Unix seconds. */
export type CreditReading = {
  line: CreditFigures;
  /** Terms of the line's cycle; those of the cycle that runs while nothing is owed. */
  terms: CreditTerms;
  /** When the first cycle began. */
  start: number;
  /** Most that the limit may grow to: the cap of the person's tier. */
  cap: bigint;
  /** Cycle before which no limit can be given again; 0 for none. */
  barredUntil: number;
  /** Lenders have booked the debt as lost; it is still owed. */
  writtenOff: boolean;
};

/** Where a line stands at a moment. Money units. */
export type CreditView = {
  state: CreditState;
  principal: bigint;
  interest: bigint;
  owed: bigint;
  /** What has to be paid for the closed statements to be met. */
  due: bigint;
  /** A statement is closed and not met: nothing can be drawn. */
  isOpen: boolean;
  /** What the next statement will ask for; `undefined` when nothing is owed. */
  ahead: DueAhead | undefined;
  /** What the line itself leaves to draw; cash and the first loss may allow less. */
  available: bigint;
};

/** Reckons where a line stands at a moment. */
export function creditView({ line, terms, start, writtenOff }: CreditReading, now: number): CreditView {
  const at = Math.max(now, Number(line.at));
  const { principal, interest, total: owed } = creditDebtAt(line, terms, start, at);
  const isOpen = line.cycle !== 0 && line.cycle !== creditCycleAt(start, at);
  return {
    state: creditState(line.cycle, start, at),
    principal,
    interest,
    owed,
    due: creditDueAt(line, terms, start, at),
    isOpen,
    ahead: dueAhead(line, terms, start, at),
    available: isOpen || writtenOff || line.limit < owed ? 0n : line.limit - owed,
  };
}

/** The line after a draw at a moment. */
export function afterDraw(reading: CreditReading, amount: bigint, now: number): CreditReading {
  const { line, terms, start } = reading;
  const { principal, interest } = creditDebtAt(line, terms, start, now);
  const cycle = line.cycle === 0 ? creditCycleAt(start, now) : line.cycle;
  return { ...reading, line: { ...line, principal: principal + amount, interest, cycle, at: now } };
}

/** What a payment does at a moment. */
export function afterPayment(reading: CreditReading, amount: bigint, now: number): RepaymentPreview {
  const { line, terms, start, cap } = reading;
  return previewRepayment({ line, terms, start, at: Math.max(now, Number(line.at)), amount, cap });
}

/** The dates of the oldest cycle that is not met; `undefined` when nothing is owed. Unix seconds. */
export function dueDates({ line, start }: Pick<CreditReading, "line" | "start">) {
  return line.cycle === 0 ? undefined : creditCalendar({ start, cycle: line.cycle });
}

/** When a limit can be given again after a default; `undefined` where nothing stands in the way. Unix seconds. */
export function barEndsAt({ start, barredUntil }: CreditReading, now: number): number | undefined {
  if (creditCycleAt(start, now) >= barredUntil) return undefined;
  // A cycle begins when the statement of the one before it closes.
  return creditCalendar({ start, cycle: barredUntil - 1 }).statementAt;
}

/** Between reading a line and the block of the payment interest goes on, for this long at most. Seconds. */
const meanwhile = 900;

/** What to pay for the closed statements to be met, with room for the interest until the payment is in a block. Money units. */
export function dueWithRoom({ line, terms, start }: CreditReading, now: number): bigint {
  const at = Math.max(now, Number(line.at));
  if (creditDueAt(line, terms, start, at) === 0n) return 0n;
  return centsUp(creditDueAt(line, terms, start, at + meanwhile));
}

/** How the limit grows by the next payment, if it comes in time and nothing is paid or drawn before; `undefined` when none can. */
export function growthAhead(reading: CreditReading, now: number): { from: bigint; to: bigint } | undefined {
  const { line, terms, start, cap } = reading;
  if (line.cycle === 0 || creditState(line.cycle, start, now) !== "current") return undefined;
  const [next] = creditSchedule(line, terms, start, now, { cap, most: 1 });
  return next && { from: line.limit, to: next.limit };
}

/** One thing that happens to who does not pay. Money units, Unix seconds. */
export type LateStep = CreditReminder & {
  /** It has happened already. */
  isOver: boolean;
  /** What each day costs from then on. */
  perDay: bigint;
  /** What the limit is once the due is met between this step and the next. */
  limit: bigint;
};

/** What a year has in days, as the contracts count it. */
const yearDays = 365n;
const bps = 10_000n;

/**
 * What happens to a line from its oldest statement that is not met, if nothing is paid any more: each step with its date and what it costs. What
 * is over stands in it too, so that one sees where one is; what was due then is not known any more, and is said as of now.
 */
export function lateSteps(reading: CreditReading, now: number): LateStep[] {
  const { line, terms, start, cap } = reading;
  if (line.cycle === 0) return [];
  const ahead = creditReminders(line, terms, start, now);
  const { owed, due } = creditView(reading, now);
  const { statementAt, dueAt, lateAt, defaultAt, writableAt } = creditCalendar({ start, cycle: line.cycle });
  const times = {
    statement: statementAt,
    due: dueAt,
    late: lateAt,
    default: defaultAt,
    writable: writableAt,
  };
  const over = (["statement", "due", "late", "default", "writable"] as const)
    .filter((kind) => times[kind] <= now)
    .map((kind): CreditReminder => ({ kind, at: times[kind], cycle: line.cycle, due, owed }));
  const perDay = (rateBps: number) => (line.principal * BigInt(rateBps)) / (bps * yearDays);
  const grown = () =>
    creditSchedule(line, terms, start, Math.min(now, dueAt - 1), { cap, most: 1 })[0]?.limit ?? line.limit;
  const facts = {
    statement: () => ({ perDay: perDay(terms.rateBps), limit: now < dueAt ? grown() : line.limit }),
    due: () => ({ perDay: perDay(terms.rateBps), limit: line.limit }),
    late: () => ({ perDay: perDay(terms.rateBps + terms.lateBps), limit: line.limit / 2n }),
    default: () => ({ perDay: 0n, limit: 0n }),
    writable: () => ({ perDay: 0n, limit: 0n }),
  };
  return [...over, ...ahead].map((step) => ({ ...step, isOver: step.at <= now, ...facts[step.kind]() }));
}

/** How near the next due time has to be for the app to speak of it by itself, in seconds. */
const soon = 10 * 86_400;

/** What the app says by itself on every page, where it has to. */
export type DueNotice = {
  kind: "soon" | "grace" | "late" | "default";
  /** Money units to pay: what is due, or will be. */
  amount: bigint;
  /** When the state changes next; of a default since when it is one. Unix seconds. */
  at: number;
};

/** Whether a line has to be spoken of now: a due time within ten days, or one that was missed. */
export function dueNotice(reading: CreditReading, now: number): DueNotice | undefined {
  const { line, start } = reading;
  if (line.cycle === 0) return undefined;
  const { state, due, isOpen, ahead, owed } = creditView(reading, now);
  const { dueAt, lateAt, defaultAt } = creditCalendar({ start, cycle: line.cycle });
  switch (state) {
    case "grace":
      return { kind: "grace", amount: due, at: lateAt };
    case "delinquent":
      return { kind: "late", amount: due, at: defaultAt };
    case "default":
      return { kind: "default", amount: owed, at: defaultAt };
    default: {
      const amount = isOpen ? due : (ahead?.dueAtLast ?? 0n);
      return amount > 0n && dueAt - now <= soon ? { kind: "soon", amount, at: dueAt } : undefined;
    }
  }
}

/** What may be drawn now. Money units. */
export type Drawable = {
  most: bigint;
  /** What holds it back: the line, the money at hand, or the first loss that carries the debt. */
  by: "line" | "cash" | "firstLoss";
};

/** What may be drawn: what the line and the book both allow. */
export function drawable(available: bigint, book: { drawable: bigint; freeCash: bigint }): Drawable {
  if (available <= book.drawable) return { most: available, by: "line" };
  return { most: book.drawable, by: book.drawable === book.freeCash ? "cash" : "firstLoss" };
}
