import fc from "fast-check";
import { type Address, concatHex, getAddress, type Hash, keccak256, pad, toHex } from "viem";
import { describe, expect, test } from "vitest";
import { IncomeTreeError } from "../errors/incomeTree.ts";
import { buildIncomeTree, incomeClaimOf, incomeLeaf } from "./incomeTree.ts";

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const bound = { chainId: 31_337, distributor: at(9_999), paymentId: pad("0x07", { size: 32 }) };

/** What the contract does with a proof. */
function rootOf(leaf: Hash, proof: readonly Hash[]): Hash {
  return proof.reduce((node, next) => keccak256(concatHex(node < next ? [node, next] : [next, node])), leaf);
}

const balances = fc.uniqueArray(
  fc.record({
    account: fc.integer({ min: 1, max: 5_000 }).map(at),
    balance: fc.bigInt({ min: 0n, max: 10n ** 30n }),
  }),
  { minLength: 1, maxLength: 40, selector: ({ account }) => account },
);

describe("buildIncomeTree", () => {
  test("default", () => {
    const holdings = [
      { account: at(3), balance: 100n },
      { account: at(1), balance: 200n },
      { account: at(2), balance: 700n },
    ];
    const { claims, total } = buildIncomeTree({ ...bound, amount: 999n, holdings, excluded: [at(2)] });
    expect(claims.map(({ index, holder, amount }) => [index, holder, amount])).toEqual([
      [0n, at(1), 666n],
      [1n, at(3), 333n],
    ]);
    expect(total).toBe(999n);
  });

  test("behavior: every claim proves itself, the sum is at most the amount, and nobody loses more than a unit", () => {
    fc.assert(
      fc.property(balances, fc.bigInt({ min: 1n, max: 10n ** 20n }), (holdings, amount) => {
        const supply = holdings.reduce((sum, { balance }) => sum + balance, 0n);
        fc.pre(holdings.some(({ balance }) => balance * amount >= supply && balance > 0n));
        const { root, total, claims } = buildIncomeTree({ ...bound, amount, holdings });
        expect(total).toBeLessThanOrEqual(amount);
        expect(amount - total).toBeLessThan(BigInt(holdings.length));
        for (const { index, holder, amount: part, proof } of claims) {
          expect(rootOf(incomeLeaf({ ...bound, index, holder, amount: part }), proof)).toBe(root);
        }
      }),
    );
  });

  test("behavior: the order of the list changes nothing", () => {
    fc.assert(
      fc.property(balances, (holdings) => {
        fc.pre(holdings.some(({ balance }) => balance > 0n));
        const of = (list: typeof holdings) =>
          buildIncomeTree({ ...bound, amount: 10n ** 40n, holdings: list }).root;
        expect(of([...holdings].reverse())).toBe(of(holdings));
      }),
    );
  });

  test("behavior: who would get nothing has no leaf", () => {
    const holdings = [
      { account: at(1), balance: 1n },
      { account: at(2), balance: 10n ** 6n },
    ];
    const tree = buildIncomeTree({ ...bound, amount: 100n, holdings });
    expect(tree.claims).toHaveLength(1);
    expect(incomeClaimOf(tree, at(1))).toBeUndefined();
    expect(incomeClaimOf(tree, at(2))?.amount).toBe(99n);
  });

  test("behavior: another chain, distributor or payment is another root", () => {
    const given = { ...bound, amount: 5n, holdings: [{ account: at(1), balance: 1n }] };
    const { root } = buildIncomeTree(given);
    for (const change of [{ chainId: 1 }, { distributor: at(8) }, { paymentId: pad("0x08", { size: 32 }) }]) {
      expect(buildIncomeTree({ ...given, ...change }).root).not.toBe(root);
    }
  });

  test.each([
    ["nobody holds anything", [{ account: at(1), balance: 0n }]],
    ["only excluded accounts hold", [{ account: at(7), balance: 5n }]],
    [
      "an account stands twice",
      [
        { account: at(1), balance: 5n },
        { account: at(1), balance: 5n },
      ],
    ],
    ["everybody's part is below a unit", [1, 2, 3].map((each) => ({ account: at(each), balance: 1n }))],
  ])("error: IncomeTreeError when %s", (_, holdings) => {
    expect(() => buildIncomeTree({ ...bound, amount: 2n, holdings, excluded: [at(7)] })).toThrow(
      IncomeTreeError,
    );
  });
});
