import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { icsOf } from "./ics.ts";

const stamp = 1_800_000_000;

describe("icsOf", () => {
  test("default", () => {
    const text = icsOf({
      stamp,
      name: "My line",
      entries: [
        {
          uid: "a-1",
          at: stamp + 86_400,
          title: "Due: 10, 20; all",
          description: "First\nsecond\\third",
          url: "https://example.org/loans",
          alarms: [3_600],
        },
      ],
    });
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//QTI//Loans//EN",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "X-WR-CALNAME:My line",
      "BEGIN:VEVENT",
      "UID:a-1",
      "DTSTAMP:20270115T080000Z",
      "DTSTART:20270116T080000Z",
      "SUMMARY:Due: 10\\, 20\\; all",
      "DESCRIPTION:First\\nsecond\\\\third",
      "URL:https://example.org/loans",
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      "DESCRIPTION:Due: 10\\, 20\\; all",
      "TRIGGER:-PT3600S",
      "END:VALARM",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  test("behavior: an entry that lasts says until when", () => {
    const text = icsOf({ stamp, entries: [{ uid: "b", at: stamp, until: stamp + 60, title: "" }] });
    expect(text).toContain("DTEND:20270115T080100Z\r\n");
  });

  test("behavior: no line is longer than 75 octets, no character is taken apart, and unfolding gives the text back", () => {
    const words = fc.string({ unit: "binary", maxLength: 400 });
    fc.assert(
      fc.property(words, (title) => {
        const text = icsOf({ stamp, entries: [{ uid: "c", at: stamp, title }] });
        const lines = text.split("\r\n");
        for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        const summary = text
          .replaceAll("\r\n ", "")
          .split("\r\n")
          .find((line) => line.startsWith("SUMMARY:"));
        const back = summary?.slice(8).replace(/\\(.)/gs, (_, each) => (each === "n" ? "\n" : each));
        expect(back).toBe(
          title.replace(/\r\n|\r/g, "\n").replace(/[\p{Cc}]/gu, (each) => (each === "\n" ? each : "")),
        );
        expect(lines.filter((line) => !line.startsWith(" ")).length).toBe(14);
      }),
    );
  });
});
