import { creditCalendar } from "@qti/sdk";
import { describe, expect, it } from "vitest";
import {
  afterDraw,
  afterPayment,
  barEndsAt,
  type CreditReading,
  creditView,
  drawable,
  dueNotice,
  dueWithRoom,
  growthAhead,
  lateSteps,
} from "./credit";

const start = 1_800_000_000;
const day = 86_400;
const dollar = 1_000_000n;
const terms = {
  rateBps: 1_800,
  lateBps: 600,
  minimumBps: 1_000,
  growthBps: 2_000,
  seniorBps: 6_000,
  leverageBps: 40_000,
  floor: 20n * dollar,
};

/** A line with a limit of 300 dollars of which nothing was drawn. */
const empty: CreditReading = {
  line: {
    principal: 0n,
    interest: 0n,
    limit: 300n * dollar,
    cycle: 0,
    paidPrincipal: 0n,
    paidInterest: 0n,
    at: start,
  },
  terms,
  start,
  cap: 1_000n * dollar,
  barredUntil: 0,
  writtenOff: false,
};
/** 200 dollars drawn on the first day of the first cycle. */
const drawn = afterDraw(empty, 200n * dollar, start + day);
const { statementAt, dueAt, lateAt, defaultAt, writableAt } = creditCalendar({ start, cycle: 1 });

describe("a line", () => {
  it("owes nothing and can be drawn to its limit before anything happened", () => {
    const view = creditView(empty, start + day);
    expect(view).toMatchObject({
      state: "settled",
      owed: 0n,
      due: 0n,
      isOpen: false,
      available: 300n * dollar,
    });
    expect(view.ahead).toBeUndefined();
  });

  it("says what the next statement asks for, and leaves the rest of the limit", () => {
    const view = creditView(drawn, start + day);
    expect(view.ahead).toMatchObject({ cycle: 1, statementAt, dueAt });
    // A tenth of the principal, and 29 days of interest at 18 % a year.
    expect(view.ahead?.due).toBe(20n * dollar + 2_860_274n);
    expect(view.available).toBe(100n * dollar);
  });

  it("cannot be drawn while a statement is open, nor once it is written off", () => {
    expect(creditView(drawn, statementAt)).toMatchObject({ isOpen: true, available: 0n, state: "current" });
    expect(creditView({ ...empty, writtenOff: true }, start).available).toBe(0n);
  });

  it("is never reckoned before the block that was read", () => {
    const read = { ...drawn, line: { ...drawn.line, at: start + 5 * day } };
    expect(creditView(read, start + day).interest).toBe(read.line.interest);
  });
});

describe("what is due", () => {
  it("is nothing before a statement", () => {
    expect(dueWithRoom(drawn, statementAt - 1)).toBe(0n);
  });

  it("is said in whole cents, with room for the interest until the payment is in a block", () => {
    const due = dueWithRoom(drawn, statementAt);
    expect(due % 10_000n).toBe(0n);
    expect(afterPayment(drawn, due, statementAt + 600)).toMatchObject({ met: true, due: 0n });
  });
});

describe("paying", () => {
  it("in time lets the limit grow by the part that was used", () => {
    const due = dueWithRoom(drawn, statementAt);
    const growth = growthAhead(drawn, start + day);
    expect(growth?.from).toBe(300n * dollar);
    expect(afterPayment(drawn, due, statementAt).line.limit).toBe(growth?.to);
    expect(growth?.to).toBeGreaterThan(330n * dollar);
  });

  it("late halves the limit, and brings no growth", () => {
    const due = dueWithRoom(drawn, lateAt);
    expect(afterPayment(drawn, due, lateAt).line.limit).toBe(150n * dollar);
    expect(growthAhead(drawn, lateAt)).toBeUndefined();
  });
});

describe("what happens to who does not pay", () => {
  it("is told step by step, in the order of time, with what each costs", () => {
    const steps = lateSteps(drawn, start + day);
    expect(steps.map(({ kind, at }) => [kind, at])).toEqual([
      ["statement", statementAt],
      ["due", dueAt],
      ["late", lateAt],
      ["statement", statementAt + 30 * day],
      ["default", defaultAt],
      ["writable", writableAt],
    ]);
    expect(steps.every(({ isOver }) => !isOver)).toBe(true);
    const late = steps.find(({ kind }) => kind === "late");
    expect(late?.limit).toBe(150n * dollar);
    // 200 dollars at 24 % a year.
    expect(late?.perDay).toBe(131_506n);
  });

  it("keeps what is over, so that one sees where one is", () => {
    const steps = lateSteps(drawn, lateAt + day);
    expect(steps.filter(({ isOver }) => isOver).map(({ kind }) => kind)).toEqual([
      "statement",
      "due",
      "late",
    ]);
  });

  it("is nothing for who owes nothing", () => {
    expect(lateSteps(empty, start)).toEqual([]);
  });
});

describe("the notice of the app", () => {
  it("speaks from ten days before a due time on", () => {
    expect(dueNotice(drawn, dueAt - 10 * day - 1)).toBeUndefined();
    expect(dueNotice(drawn, dueAt - 10 * day)).toMatchObject({ kind: "soon", at: dueAt });
  });

  it("says each state that was missed, and what comes next", () => {
    expect(dueNotice(drawn, dueAt)).toMatchObject({ kind: "grace", at: lateAt });
    expect(dueNotice(drawn, lateAt)).toMatchObject({ kind: "late", at: defaultAt });
    const lost = dueNotice(drawn, defaultAt);
    expect(lost).toMatchObject({ kind: "default", at: defaultAt });
    expect(lost?.amount).toBe(creditView(drawn, defaultAt).owed);
  });

  it("is silent where nothing is owed", () => {
    expect(dueNotice(empty, dueAt)).toBeUndefined();
  });
});

describe("a bar", () => {
  it("ends with the cycle before the one that it names", () => {
    const barred = { ...empty, barredUntil: 15 };
    expect(barEndsAt(barred, start)).toBe(start + 14 * 30 * day);
    expect(barEndsAt(barred, start + 14 * 30 * day)).toBeUndefined();
  });
});

describe("what may be drawn", () => {
  it("is held back by the line, by cash, or by the first loss", () => {
    expect(drawable(5n, { drawable: 9n, freeCash: 9n })).toEqual({ most: 5n, by: "line" });
    expect(drawable(50n, { drawable: 9n, freeCash: 9n })).toEqual({ most: 9n, by: "cash" });
    expect(drawable(50n, { drawable: 9n, freeCash: 30n })).toEqual({ most: 9n, by: "firstLoss" });
  });
});
