import { uploadCodesBodySchema } from "@qti/sdk/rewards/store";
import { describe, expect, it } from "vitest";
import { inParts, missingCodes, readCodes } from "./read-codes";

describe("pasted codes", () => {
  it("are one a line, each once", () => {
    expect(readCodes("\uFEFFCAFE-1\r\n\n  CAFE-2 \nCAFE-1\n")).toEqual({
      codes: ["CAFE-1", "CAFE-2"],
      repeated: 1,
      wrong: [],
    });
  });

  it("name the lines that no code can be", () => {
    const { codes, wrong } = readCodes(`good\n${"x".repeat(501)}\na\u0007b\n${"x".repeat(500)}`);
    expect(wrong).toEqual([2, 3]);
    expect(codes).toHaveLength(2);
  });

  it("are what the service takes", () => {
    const { codes } = readCodes("ÄÖ 1\t2\nx\u0085y\nok");
    expect(uploadCodesBodySchema.safeParse({ codes }).success).toBe(true);
  });

  it("go in parts of which none is too long and none is lost", () => {
    expect(inParts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inParts([], 2)).toEqual([]);
  });
});

describe("codes that are missing", () => {
  it("are those for what can be bought and for who waits", () => {
    expect(missingCodes({ stock: 10n, wanted: 2n, available: 5 })).toBe(7n);
    expect(missingCodes({ stock: 3n, wanted: 0n, available: 5 })).toBe(0n);
  });
});
