import { describe, expect, it } from "vitest";
import { daysBetween, linePath, niceTicks } from "./chart";

describe("niceTicks", () => {
  it("chooses round figures that cover the range", () => {
    expect(niceTicks(1.003, 1.0172, 4)).toEqual([1, 1.005, 1.01, 1.015, 1.02]);
    expect(niceTicks(0, 97, 4)).toEqual([0, 50, 100]);
  });

  it("answers with one figure where nothing changes", () => {
    expect(niceTicks(1, 1, 4)).toEqual([1]);
  });
});

describe("linePath", () => {
  it("runs from the lower left to the upper right as values rise", () => {
    const points = [
      { at: 10, value: 1 },
      { at: 20, value: 2 },
    ];
    expect(linePath(points, { from: 10, to: 20, low: 1, high: 2 })).toBe("M0.000 100.000L100.000 0.000");
  });

  it("draws a flat line without dividing by nothing", () => {
    expect(linePath([{ at: 1, value: 1 }], { from: 1, to: 1, low: 1, high: 1 })).toBe("M0.000 100.000");
  });
});

describe("daysBetween", () => {
  const day = 86_400;

  it("fills the days on which nothing was, and begins each with its day", () => {
    const days = daysBetween([
      { at: 5 * day + 7, value: 3 },
      { at: 7 * day + 9, value: 4 },
    ]);
    expect(days).toEqual([
      { at: 5 * day, value: 3 },
      { at: 6 * day, value: 0 },
      { at: 7 * day, value: 4 },
    ]);
  });
});
