import { describe, expect, it } from "vitest";
import { toCsv } from "./csv";

describe("toCsv", () => {
  it("ends every line with CRLF, the last one too", () => {
    expect(
      toCsv([
        ["a", "b"],
        ["1", "2"],
      ]),
    ).toBe("a,b\r\n1,2\r\n");
  });

  it("puts quotes around commas, quotes and line ends, and doubles the quotes inside", () => {
    expect(toCsv([["Mill, on the Linge", 'the "old" mill', "two\nlines", "two\r\nlines"]])).toBe(
      '"Mill, on the Linge","the ""old"" mill","two\nlines","two\r\nlines"\r\n',
    );
  });

  it("keeps spaces at the ends of a cell", () => {
    expect(toCsv([[" a", "b "]])).toBe('" a","b "\r\n');
  });

  it.each(["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1"])(
    "lets no cell start like a formula: %j",
    (text) => {
      expect(toCsv([[text]]).replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it("leaves addresses, times and figures as they are", () => {
    expect(toCsv([["0xabc", "2026-11-25T16:06:19Z", "1234567890123456789012345678"]])).toBe(
      "0xabc,2026-11-25T16:06:19Z,1234567890123456789012345678\r\n",
    );
  });
});
