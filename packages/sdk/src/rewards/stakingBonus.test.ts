import fc from "fast-check";
import { type Address, getAddress, pad, toHex } from "viem";
import { describe, expect, test } from "vitest";
import {
  type BonusPosition,
  bonusEpochSeconds,
  parseStakingBonusUri,
  stakingBonusLeaves,
  stakingBonusUri,
} from "./stakingBonus.ts";

const at = (number: number): Address => getAddress(pad(toHex(number), { size: 20 }));
const day = 86_400;
const epoch = 2_900;
const beginning = epoch * bonusEpochSeconds;
const position = (owner: number, amount: bigint, changes: Partial<BonusPosition> = {}): BonusPosition => ({
  owner: at(owner),
  amount,
  lockDuration: 30 * day,
  start: beginning,
  ...changes,
});

describe("stakingBonusLeaves", () => {
  test("default", () => {
    const positions = [position(3, 300n), position(1, 100n), position(3, 600n, { lockDuration: 365 * day })];
    const previous = [
      { account: at(3), cumulative: 5n },
      { account: at(9), cumulative: 7n },
    ];
    expect(stakingBonusLeaves({ epoch, amount: 1_000n, positions, previous })).toEqual({
      leaves: [
        { account: at(1), cumulative: 100n },
        { account: at(3), cumulative: 905n },
        { account: at(9), cumulative: 7n },
      ],
      added: 1_000n,
      positions: 3,
    });
  });

  test.each([
    ["is not locked", { lockDuration: 0 }],
    ["is locked for less than 30 days", { lockDuration: 30 * day - 1 }],
    ["began within the epoch, or was increased in it", { start: beginning + 1 }],
    ["is empty", { amount: 0n }],
  ])("behavior: a position that %s takes no part", (_, changes) => {
    const positions = [position(1, 100n, changes), position(2, 100n)];
    const { leaves } = stakingBonusLeaves({ epoch, amount: 10n, positions, previous: [] });
    expect(leaves).toEqual([{ account: at(2), cumulative: 10n }]);
  });

  test("behavior: when nobody takes part nothing is added and the leaves are those of before", () => {
    const previous = [{ account: at(1), cumulative: 5n }];
    expect(stakingBonusLeaves({ epoch, amount: 10n, positions: [], previous })).toEqual({
      leaves: previous,
      added: 0n,
      positions: 0,
    });
  });

  test("behavior: never more than the amount, at most a unit a position less, and nobody's sum falls", () => {
    const positions = fc.array(
      fc.record({ owner: fc.integer({ min: 1, max: 20 }), amount: fc.bigInt({ min: 1n, max: 10n ** 27n }) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(positions, fc.bigInt({ min: 1n, max: 10n ** 24n }), (list, amount) => {
        const given = list.map((each) => position(each.owner, each.amount));
        const first = stakingBonusLeaves({ epoch, amount, positions: given, previous: [] });
        expect(first.added).toBeLessThanOrEqual(amount);
        expect(amount - first.added).toBeLessThan(BigInt(given.length));
        const second = stakingBonusLeaves({
          epoch: epoch + 1,
          amount,
          positions: given,
          previous: first.leaves,
        });
        for (const { account, cumulative } of first.leaves) {
          const after = second.leaves.find((leaf) => leaf.account === account);
          expect(after?.cumulative).toBe(2n * cumulative);
        }
      }),
    );
  });
});

describe("stakingBonusUri", () => {
  test.each([undefined, `0x${"ab".repeat(32)}`] as const)(
    "behavior: after %s it reads as it was written",
    (previous) => {
      const source = { epoch, block: 1_234n, amount: 10n ** 21n, previous };
      expect(parseStakingBonusUri(stakingBonusUri(source))).toEqual(source);
    },
  );

  test.each(["", "qti:campaign/v1", "qti:staking-bonus/v1?epoch=1&block=2&amount=3", "https://example.org"])(
    "behavior: %s is of another rule",
    (uri) => expect(parseStakingBonusUri(uri)).toBeUndefined(),
  );
});
