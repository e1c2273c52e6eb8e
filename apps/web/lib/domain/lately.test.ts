import { describe, expect, it } from "vitest";
import { grownLately, week } from "./lately";

const hour = 3_600;
const now = { at: 100 * 86_400, value: 130n };

describe("grownLately", () => {
  const first = { at: now.at - 3 * week, value: 100n };

  it("begins a week ago", () => {
    const weekAgo = { at: now.at - week, value: 110n };
    expect(grownLately(weekAgo, first, now)).toEqual({ from: weekAgo, to: now });
  });

  it("begins with the history where that is shorter", () => {
    const young = { at: now.at - 3 * hour, value: 110n };
    expect(grownLately(undefined, young, now)).toEqual({ from: young, to: now });
  });

  it("says nothing of less than an hour, or without a history", () => {
    expect(grownLately(undefined, { at: now.at - hour + 1, value: 110n }, now)).toBeUndefined();
    expect(grownLately(undefined, undefined, now)).toBeUndefined();
  });
});
