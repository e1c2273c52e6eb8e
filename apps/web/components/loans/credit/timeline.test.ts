import { creditCalendar } from "@qti/sdk";
import { describe, expect, it } from "vitest";
import { creditTimeline } from "./timeline";

const start = 1_800_000_000;
const { statementAt, dueAt, defaultAt, writableAt } = creditCalendar({ start, cycle: 2 });

describe("the picture of a cycle", () => {
  it("goes from its beginning to the day of the write-off without a gap", () => {
    const { phases } = creditTimeline(start, 2, statementAt);
    expect(phases[0]).toMatchObject({ from: 0, start: statementAt - 30 * 86_400, end: statementAt });
    expect(phases.at(-1)).toMatchObject({ to: 100, start: defaultAt, end: writableAt });
    for (const [index, { from, start: begin }] of phases.slice(1).entries()) {
      expect(from).toBe(phases[index]?.to);
      expect(begin).toBe(phases[index]?.end);
    }
  });

  it("has the present in the phase that runs, as far along as it is", () => {
    const { phases, now } = creditTimeline(start, 2, dueAt - 5 * 86_400);
    const payable = phases.find(({ isNow }) => isNow);
    expect(payable?.phase).toBe("payable");
    expect(now).toBe(((payable?.from ?? 0) + (payable?.to ?? 0)) / 2);
  });

  it("has it at the end once all is over", () => {
    expect(creditTimeline(start, 2, writableAt + 1)).toMatchObject({ now: 100 });
  });
});
