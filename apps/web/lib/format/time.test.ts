import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { durationWords, relativeTime } from "./time";

const t = translatorFor("en");

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
    expect(relativeTime(at, now, t)).toBe(words);
  });
});

describe("durationWords", () => {
  it.each([
    [172_800, "2 days"],
    [3 * 86_400 + 5, "3 days"],
    [2 * 86_400 + 4 * 3_600 + 59, "2 days 4 hours"],
    [3_661, "1 hour 1 minute"],
    [59, "59 seconds"],
    [0, "0 seconds"],
    [-5, "0 seconds"],
  ])("writes %i seconds as %s", (seconds, words) => {
    expect(durationWords(seconds, t)).toBe(words);
  });
});
