import {
  addLine,
  attest,
  type CreditModel,
  DAY,
  depositJunior,
  depositSenior,
  draw,
  dueOf,
  lineNow,
  lineOf,
  newCredit,
  ONE,
  repay,
  stateOf,
  type TermsModel,
} from "@qti/contracts/test/loans/creditModel.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { creditCalendar, creditCycleAt, creditState } from "./calendar.ts";
import {
  type CreditFigures,
  type CreditTerms,
  creditDebtAt,
  creditDueAt,
  dueAhead,
  growthPreview,
} from "./line.ts";
import { creditReminders } from "./reminders.ts";
import { previewRepayment } from "./repayment.ts";
import { creditSchedule } from "./schedule.ts";

const start = 1_800_000_000;
const day = Number(DAY);
const terms: CreditTerms = {
  rateBps: 1_800,
  lateBps: 600,
  minimumBps: 1_000,
  growthBps: 2_000,
  seniorBps: 6_000,
  leverageBps: 40_000,
  floor: 20n * ONE,
};
const modelTerms: TermsModel = {
  rate: 1_800n,
  late: 600n,
  minimum: 1_000n,
  growth: 2_000n,
  senior: 6_000n,
  leverage: 40_000n,
  floor: 20n * ONE,
};
const cap = 1_000n * ONE;

/** The model's line, as the chain would tell it. */
function figuresOf(model: CreditModel): CreditFigures {
  const line = lineOf(model, "ada");
  return {
    principal: line.principal,
    interest: line.interest,
    limit: line.limit,
    cycle: Number(line.cycle),
    paidPrincipal: line.paidPrincipal,
    paidInterest: line.paidInterest,
    at: BigInt(start) + line.last,
  };
}

/** Ada may draw up to 500, and there is money for it. */
function newBook(): CreditModel {
  const model = newCredit(modelTerms, [0n, cap, cap, cap]);
  depositJunior(model, "sam", 10_000n * ONE);
  depositSenior(model, "sam", 10_000n * ONE);
  addLine(model, "ada", 1);
  attest(model, "ada", 500n * ONE);
  return model;
}

const step = fc.record({
  wait: fc.integer({ min: 0, max: 40 * day }),
  act: fc.constantFrom("draw", "repay", "due", "all"),
  part: fc.bigInt({ min: 1n, max: 100n }),
});

describe("against the reference model of the contracts", () => {
  test("behavior: debt, due and state are the model's at any time, and so is what a payment does", () => {
    const seen = { met: 0, barred: 0, draws: 0 };
    fc.assert(
      fc.property(fc.array(step, { minLength: 4, maxLength: 30 }), (steps) => {
        const model = newBook();
        for (const { wait, act, part } of steps) {
          const before = figuresOf(model);
          model.now += BigInt(wait);
          const at = BigInt(start) + model.now;
          const now = lineNow(model, lineOf(model, "ada"));
          expect(creditDebtAt(before, terms, start, at).total).toBe(now.principal + now.interest);
          expect(creditDueAt(before, terms, start, at)).toBe(dueOf(model, now));
          expect(creditState(before.cycle, start, at)).toBe(stateOf(now.cycle, model.now));
          if (act === "draw") {
            if (draw(model, "ada", (now.limit * part) / 100n) !== undefined) seen.draws += 1;
            continue;
          }
          const owed = now.principal + now.interest;
          const amounts = { repay: (owed * part) / 100n, due: dueOf(model, now), all: 2n * owed };
          const amount = amounts[act];
          const told = previewRepayment({ line: before, terms, start, at, amount, cap });
          const paid = repay(model, "ada", amount);
          if (paid === undefined) continue;
          expect(told.paid).toBe(paid);
          expect(told.line).toEqual(figuresOf(model));
          expect(told.barredUntil ?? 0).toBe(
            told.barredUntil === undefined ? 0 : Number(lineOf(model, "ada").barredUntil),
          );
          if (told.met) seen.met += 1;
          if (told.barredUntil !== undefined) seen.barred += 1;
        }
      }),
      { numRuns: 300, seed: 1 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
});

describe("creditCalendar", () => {
  test("default", () => {
    expect(creditCalendar({ start, cycle: 2 })).toEqual({
      statementAt: start + 60 * day,
      dueAt: start + 70 * day,
      lateAt: start + 75 * day,
      defaultAt: start + 105 * day,
      writableAt: start + 285 * day,
    });
    expect(creditCycleAt(start, start)).toBe(1);
    expect(creditCycleAt(BigInt(start), BigInt(start + 30 * day - 1))).toBe(1);
    expect(creditCycleAt(start, start + 30 * day)).toBe(2);
  });

  test("behavior: a state begins in its second", () => {
    const { dueAt, lateAt, defaultAt } = creditCalendar({ start, cycle: 3 });
    const states = [dueAt - 1, dueAt, lateAt - 1, lateAt, defaultAt - 1, defaultAt].map((at) =>
      creditState(3, start, at),
    );
    expect(states).toEqual(["current", "grace", "grace", "delinquent", "delinquent", "default"]);
    expect(creditState(0, start, defaultAt)).toBe("settled");
  });
});

/** 100 dollars, drawn at the start of the second cycle. */
const line: CreditFigures = {
  principal: 100n * ONE,
  interest: 0n,
  limit: 100n * ONE,
  cycle: 2,
  paidPrincipal: 0n,
  paidInterest: 0n,
  at: start + 30 * day,
};

describe("dueAhead", () => {
  test("default", () => {
    const next = dueAhead(line, terms, start, start + 40 * day);
    // 30 days of 18 % a year on 100 dollars are 1.479453 and a part of a unit.
    expect(next).toEqual({
      cycle: 2,
      statementAt: start + 60 * day,
      dueAt: start + 70 * day,
      due: 11_479_453n,
      dueAtLast: 11_972_603n,
    });
  });

  test("behavior: a small principal is asked for altogether, and nothing where nothing is owed", () => {
    const small = { ...line, principal: 19n * ONE };
    expect(dueAhead(small, terms, start, start + 40 * day)?.due).toBe(19_281_096n);
    expect(dueAhead({ ...line, cycle: 0 }, terms, start, start)).toBeUndefined();
  });

  test("behavior: the next statement of an open line asks for two", () => {
    const next = dueAhead(line, terms, start, start + 80 * day);
    expect(next).toMatchObject({ cycle: 3, statementAt: start + 90 * day, dueAt: start + 70 * day });
    expect(next?.dueAtLast).toBe(next?.due);
    expect(next?.due).toBe(20n * ONE + creditDebtAt(line, terms, start, start + 90 * day).interest);
  });
});

describe("growthPreview", () => {
  const base = { limit: 100n * ONE, cap, rateBps: 1_800, growthBps: 2_000 };

  test("default", () => {
    expect(growthPreview({ ...base, interestPaid: 10n * ONE })).toEqual({
      limit: 120n * ONE,
      growth: 20n * ONE,
      whole: 1_479_453n,
    });
  });

  test("behavior: by the part that was used, up to the cap, and never down", () => {
    expect(growthPreview({ ...base, interestPaid: 739_726n }).growth).toBe(9_999_993n);
    expect(growthPreview({ ...base, interestPaid: ONE * 10n, cap: 105n * ONE }).limit).toBe(105n * ONE);
    expect(growthPreview({ ...base, interestPaid: ONE * 10n, cap: 50n * ONE }).growth).toBe(0n);
    expect(growthPreview({ ...base, limit: 0n, interestPaid: ONE })).toEqual({
      limit: 0n,
      growth: 0n,
      whole: 0n,
    });
  });
});

describe("creditSchedule", () => {
  test("default", () => {
    const rows = creditSchedule(line, terms, start, start + 31 * day, { cap });
    expect(rows[0]).toMatchObject({ cycle: 2, due: 11_479_453n, left: 90n * ONE, limit: 120n * ONE });
    expect(rows.at(-1)).toMatchObject({ left: 0n });
    expect(rows.reduce((sum, { principal }) => sum + principal, 0n)).toBe(line.principal);
    expect(rows.every(({ due, paid }) => due === paid)).toBe(true);
    expect(rows.map(({ cycle }) => cycle)).toEqual(rows.map((_, index) => index + 2));
    // Once less than the floor is left, all of it is asked for.
    expect(rows.at(-1)?.principal).toBeLessThan(terms.floor);
  });

  test("behavior: an open due is paid now, and more than is due ends it sooner", () => {
    const late = creditSchedule(line, terms, start, start + 80 * day, { most: 2 });
    expect(late).toHaveLength(2);
    expect(late[0]).toMatchObject({ cycle: 2, paidAt: start + 80 * day, limit: 50n * ONE });
    const quick = creditSchedule(line, terms, start, start + 31 * day, { pay: 60n * ONE, payAfter: day });
    expect(quick).toHaveLength(2);
    expect(quick[0]).toMatchObject({ paidAt: start + 61 * day, paid: 60n * ONE });
    expect(creditSchedule({ ...line, cycle: 0 }, terms, start, start)).toEqual([]);
  });
});

describe("creditReminders", () => {
  test("default", () => {
    const reminders = creditReminders(line, terms, start, start + 31 * day);
    expect(reminders.map(({ kind, at }) => [kind, (at - start) / day])).toEqual([
      ["statement", 60],
      ["due", 70],
      ["late", 75],
      ["statement", 90],
      ["default", 105],
      ["writable", 285],
    ]);
    expect(reminders[0]).toMatchObject({ cycle: 2, due: 11_479_453n, owed: 101_479_453n });
    expect(reminders[3]).toMatchObject({ cycle: 3 });
    expect(reminders[5]?.due).toBe(reminders[5]?.owed);
  });

  test("behavior: what is over is left out, and who owes nothing is reminded of nothing", () => {
    expect(creditReminders(line, terms, start, start + 70 * day)[0]?.kind).toBe("late");
    expect(creditReminders({ ...line, cycle: 0 }, terms, start, start)).toEqual([]);
  });
});
