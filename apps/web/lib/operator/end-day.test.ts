import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { readEnd } from "./end-day";

const t = translatorFor("en");
const at = (text: string) => new Date(`${text}T00:00:00`).getTime() / 1000;
const now = at("2026-01-01");

describe("the end of a campaign", () => {
  it("is the beginning of the day that was chosen, where people are", () => {
    expect(readEnd("2026-06-01", { now }, t)).toEqual({ ok: true, endsAt: at("2026-06-01") });
  });

  it.each([
    ["", "Choose a day."],
    ["2026-01-30", "Choose a day that is at least 30 days away."],
    ["2036-02-01", "Choose a day within the next ten years."],
  ])("is refused as %j with what to do", (text, problem) => {
    expect(readEnd(text, { now }, t)).toEqual({ ok: false, problem });
  });

  it("only moves on", () => {
    const after = at("2026-06-01");
    expect(readEnd("2026-06-01", { now, after }, t).ok).toBe(false);
    expect(readEnd("2026-06-02", { now, after }, t).ok).toBe(true);
  });
});
