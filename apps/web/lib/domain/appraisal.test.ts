import { appraisedValueAt } from "@qti/sdk";
import { describe, expect, it } from "vitest";
import { glideEndsAt, glideSeconds } from "./appraisal";

const since = 1_800_000_000;

describe("a glide", () => {
  it.each([
    { from: 2_400_000n, target: 2_100_000n },
    { from: 2_100_000n, target: 2_400_000n },
    { from: 3n, target: 7_000_001n },
  ])("from $from to $target ends in the second in which the oracle says the target", ({ from, target }) => {
    const glide = { from, target, since, dailyBps: 200 };
    const end = glideEndsAt(glide);
    expect(appraisedValueAt(glide, end)).toBe(target);
    expect(appraisedValueAt(glide, end - 1)).not.toBe(target);
  });

  it("is over at once where nothing changes, and never begins from nothing", () => {
    expect(glideSeconds(5n, 5n, 200)).toBe(0);
    expect(glideSeconds(0n, 5n, 200)).toBe(Number.POSITIVE_INFINITY);
    expect(glideSeconds(5n, 6n, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});
