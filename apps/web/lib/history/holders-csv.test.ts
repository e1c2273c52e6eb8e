import { describe, expect, it } from "vitest";
import { holdersCsv } from "./holders-csv";

const holder = {
  account: "0xBcd4042DE499D14e55001CcbB24a551F3b954096",
  isSystem: false,
  balance: 10n ** 18n,
  frozen: 0n,
  since: 1_795_354_184n,
  updatedAt: 1_795_354_184n,
} as const;

describe("holdersCsv", () => {
  it("puts the largest first, with exact units and the part of all shares", () => {
    const [head, first, second] = holdersCsv(
      [holder, { ...holder, balance: 3n * 10n ** 18n, frozen: 5n * 10n ** 17n, isSystem: true }],
      12n * 10n ** 18n,
    );
    expect(head?.length).toBe(first?.length);
    expect(first?.slice(1)).toEqual([
      "3000000000000000000",
      "3",
      "25",
      "500000000000000000",
      "0.5",
      "yes",
      "2026-11-22T13:29:44Z",
      "2026-11-22T13:29:44Z",
    ]);
    expect(second?.slice(2, 4)).toEqual(["1", "8.333333"]);
  });

  it("divides by nothing where no share is left", () => {
    expect(holdersCsv([holder], 0n)[1]?.[3]).toBe("0");
  });
});
