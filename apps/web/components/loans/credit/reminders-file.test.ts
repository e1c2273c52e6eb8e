import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { remindersFile } from "./reminders-file";

const start = 1_800_000_000;
const reading = {
  line: {
    principal: 200_000_000n,
    interest: 0n,
    limit: 300_000_000n,
    cycle: 1,
    paidPrincipal: 0n,
    paidInterest: 0n,
    at: start,
  },
  terms: {
    rateBps: 1_800,
    lateBps: 600,
    minimumBps: 1_000,
    growthBps: 2_000,
    seniorBps: 6_000,
    leverageBps: 40_000,
    floor: 20_000_000n,
  },
  start,
};
const file = remindersFile(
  reading,
  { now: start, url: "http://localhost:3000/loans/credit" },
  translatorFor("en"),
);

describe("the calendar file of a line", () => {
  it("has an entry for each thing that will happen", () => {
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(6);
    expect(file).toContain("SUMMARY:Pay $23.95 until now");
    expect(file).toContain("SUMMARY:Default: everything is due");
  });

  it("reminds twice of what has to be paid in time, and keeps its entries apart by cycle and kind", () => {
    const due = file.slice(file.indexOf(`UID:credit-${start}-1-due@qti`));
    expect(due.slice(0, due.indexOf("END:VEVENT")).match(/TRIGGER/g)).toHaveLength(2);
    const ids = [...file.matchAll(/UID:(.*)\r/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
