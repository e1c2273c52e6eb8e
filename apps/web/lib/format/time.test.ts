import { describe, expect, it } from "vitest";
import { relativeTime } from "./time";

describe("relativeTime", () => {
  const now = 1_800_000_000;
  it.each([
    [now, "just now"],
    [now - 59, "59 seconds ago"],
    [now - 61, "1 minute ago"],
    [now - 7_200, "2 hours ago"],
    [now - 86_400, "yesterday"],
    [now - 86_400 * 45, "last month"],
    [now + 86_400 * 3, "in 3 days"],
    [now - 86_400 * 800, "2 years ago"],
  ])("says %d as %s", (at, words) => {
    expect(relativeTime(at, now)).toBe(words);
  });
});
