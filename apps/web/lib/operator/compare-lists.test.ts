import { type Address, getAddress, pad, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { compareLists, listHindrances } from "./compare-lists";

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const leaf = (account: number, cumulative: bigint) => ({ account: at(account), cumulative });
const day = 86_400;

describe("a new list beside the one before", () => {
  it("says who is new, who gets more and who would lose", () => {
    const seen = compareLists(
      [leaf(1, 50n), leaf(2, 30n), leaf(3, 20n)],
      [leaf(1, 60n), leaf(2, 10n), leaf(4, 5n)],
    );
    expect(seen).toMatchObject({ people: 3, total: 75n, added: 15n, newcomers: 1, rising: 1 });
    expect(seen.falling).toEqual([
      { account: at(2), before: 30n, after: 10n },
      { account: at(3), before: 20n, after: 0n },
    ]);
    expect(seen).toMatchObject({ largest: 60n, smallest: 5n });
  });

  it("names whom it gives most first, and those it no longer names last", () => {
    const { lines } = compareLists([leaf(9, 1n)], [leaf(2, 5n), leaf(1, 5n), leaf(3, 9n)]);
    expect(lines.map(({ account }) => account)).toEqual([at(3), at(1), at(2), at(9)]);
  });

  it("takes nothing from anybody where it is the first", () => {
    expect(compareLists([], [leaf(1, 7n)])).toMatchObject({
      newcomers: 1,
      rising: 0,
      falling: [],
      added: 7n,
    });
  });
});

describe("what keeps a list from counting", () => {
  const open = { funded: 100n, endsAt: 31 * day, now: 0, most: 20_000 };

  it("is nothing when it is funded and early enough, to the unit and to the second", () => {
    expect(listHindrances({ people: 20_000, total: 100n }, open)).toEqual([]);
  });

  it("is a unit that was not put in, a second too few, and an account too many", () => {
    expect(listHindrances({ people: 20_001, total: 101n }, { ...open, now: 1 })).toEqual([
      { kind: "tooMany", most: 20_000 },
      { kind: "unfunded", missing: 1n },
      { kind: "endsTooSoon" },
    ]);
  });
});
