import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { delayWords, refusalWords, windowOf } from "./access";

const t = translatorFor("en");

describe("what an account may do, in words", () => {
  it("names the role that is missing", () => {
    expect(refusalWords({ may: "no", role: 4n }, t)).toBe('Needs the role "Compliance force".');
    expect(refusalWords({ may: "now", role: 3n }, t)).toBeUndefined();
  });

  it("says how long it waits", () => {
    expect(delayWords({ may: "later", role: 4n, delay: 172_800 }, t)).toBe(
      "Waits 2 days after it is scheduled.",
    );
    expect(delayWords({ may: "now", role: 3n }, t)).toBeUndefined();
  });
});

describe("the window of a scheduled operation", () => {
  it("opens at its time, to the second, and closes a week later", () => {
    const state = (now: number) => windowOf(1_000_000, now).state;
    expect(state(999_999)).toBe("waiting");
    expect(state(1_000_000)).toBe("ready");
    expect(state(1_000_000 + 604_799)).toBe("ready");
    expect(state(1_000_000 + 604_800)).toBe("lapsed");
  });
});
