import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import { exactAmount, formatAmount, formatCompact, formatShare } from "./amount";
import { parseAmount } from "./parse-amount";

const ether = 10n ** 18n;

const t = translatorFor("en");

describe("formatAmount", () => {
  it("groups thousands and drops trailing zeros", () => {
    expect(formatAmount(1_234_567_500000n, { decimals: 6 }, t)).toBe("1,234,567.5");
  });

  it("cuts towards zero and never shows more than there is", () => {
    expect(formatAmount(1_999_999n, { decimals: 6, maximum: 2 }, t)).toBe("1.99");
  });

  it("says that a tiny amount is not nothing", () => {
    expect(formatAmount(1n, { decimals: 18, maximum: 4 }, t)).toBe("<0.0001");
    expect(formatAmount(-1n, { decimals: 18, maximum: 4 }, t)).toBe("−<0.0001");
    expect(formatAmount(0n, { decimals: 18, maximum: 4 }, t)).toBe("0");
  });

  it("keeps the digits that money always has", () => {
    expect(formatAmount(5_000_000n, { decimals: 6, maximum: 2, minimum: 2 }, t)).toBe("5.00");
  });

  it("writes units without decimals", () => {
    expect(formatAmount(12_000n, { decimals: 0 }, t)).toBe("12,000");
  });

  it("is exact beyond the range of a double", () => {
    expect(exactAmount(2n ** 128n, 18, t)).toBe("340,282,366,920,938,463,463.374607431768211456");
  });
});

describe("formatCompact", () => {
  it("uses words from a million on", () => {
    expect(formatCompact(12_450_000n * ether, { decimals: 18, maximum: 2 }, t)).toBe("12.45 million");
    expect(formatCompact(3_000_000_000n * ether, { decimals: 18 }, t)).toBe("3 billion");
    expect(formatCompact(999_999n * ether, { decimals: 18, maximum: 0 }, t)).toBe("999,999");
  });
});

describe("formatShare", () => {
  it("writes a part of a whole", () => {
    expect(formatShare(1n, 3n, 2, t)).toBe("33.33 %");
    expect(formatShare(1n, 0n, 2, t)).toBe("0 %");
  });
});

describe("parseAmount", () => {
  it.each([
    ["12", 12n * ether],
    ["12.5", 12n * ether + ether / 2n],
    [" 1,250.5 ", 1250n * ether + ether / 2n],
    ["1 000", 1000n * ether],
    [".5", ether / 2n],
    ["5.", 5n * ether],
  ])("reads %s", (text, value) => {
    expect(parseAmount(text, 18, t)).toEqual({ ok: true, value });
  });

  it.each(["", "-1", "1,5", "abc", "1.2.3", ".", "1e18", "0x10", "9".repeat(41)])(
    "refuses %s with a reason",
    (text) => {
      expect(parseAmount(text, 18, t)).toMatchObject({ ok: false, reason: expect.stringMatching(/\.$/) });
    },
  );

  it("refuses more decimals than the unit has", () => {
    expect(parseAmount("1.1234567", 6, t)).toEqual({
      ok: false,
      reason: "At most 6 digits after the point.",
    });
    expect(parseAmount("1.5", 0, t)).toEqual({ ok: false, reason: "Enter a whole number." });
  });
});
