import { describe, expect, it } from "vitest";
import { itemRefusal, qtiForPoints } from "./store";

const item = { price: 180_000_000n, stock: 3n, limit: 2n };

describe("what an item can be had for", () => {
  it("is nothing that keeps who has the points and is below the limit", () => {
    expect(itemRefusal(item, { points: 180_000_000n, had: 1n })).toBeUndefined();
  });

  it("says first that it is sold out, then that the limit is reached, then what is missing", () => {
    expect(itemRefusal({ ...item, stock: 0n }, { points: 0n, had: 2n })).toEqual({ reason: "soldOut" });
    expect(itemRefusal(item, { points: 0n, had: 2n })).toEqual({ reason: "limit" });
    expect(itemRefusal(item, { points: 179_999_999n, had: 0n })).toEqual({ reason: "short", missing: 1n });
  });

  it("knows items without a limit", () => {
    expect(itemRefusal({ ...item, limit: 0n }, { points: 200_000_000n, had: 50n })).toBeUndefined();
  });
});

describe("what points are worth", () => {
  it("is rounded down to a unit of QTI, as the contract pays it", () => {
    expect(qtiForPoints(1_500_000n, 10n ** 16n)).toBe(15n * 10n ** 15n);
    expect(qtiForPoints(1n, 999_999n)).toBe(0n);
  });
});
