import fc from "fast-check";
import { type Address, getAddress, pad, toHex } from "viem";
import { describe, expect, test } from "vitest";
import { campaignLimits } from "./campaigns/wire.ts";
import {
  type BonusPosition,
  bonusEpochSeconds,
  bonusSmallestPart,
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
      tooSmall: 0,
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
      tooSmall: 0,
    });
  });

  test("behavior: a share counts from a 20,000th of the epoch's amount on, and what is smaller takes from nobody", () => {
    const amount = 20_000n * 10n ** 18n;
    const positions = [position(1, 19_999n), position(2, 1n)];
    const all = stakingBonusLeaves({ epoch, amount, positions, previous: [] });
    expect(all).toMatchObject({ added: amount, positions: 2, tooSmall: 0 });
    const more = [position(1, 20_000n), position(2, 1n)];
    expect(stakingBonusLeaves({ epoch, amount, positions: more, previous: [] })).toEqual({
      leaves: [{ account: at(1), cumulative: (amount * 20_000n) / 20_001n }],
      added: (amount * 20_000n) / 20_001n,
      positions: 1,
      tooSmall: 1,
    });
  });

  test("security: dust in the pool does not end the staking bonus of everybody", () => {
    const whale = position(1, 10n ** 24n);
    // 1000 units each, all of them together less than a millionth of a millionth of a QTI.
    const dust = Array.from({ length: campaignLimits.leaves }, (_, n) => position(n + 2, 1_000n));
    const positions = [whale, ...dust];
    const bonus = stakingBonusLeaves({ epoch, amount: 10n ** 22n, positions, previous: [] });
    expect(bonus).toMatchObject({ positions: 1, tooSmall: campaignLimits.leaves });
    expect(bonus.leaves.map(({ account }) => account)).toEqual([at(1)]);
  });

  test("security: an epoch adds at most 20,000 leaves, whatever the positions", () => {
    expect(bonusSmallestPart).toBeLessThanOrEqual(BigInt(campaignLimits.leaves));
    // Sizes in groups, so that there are many more positions than there may be leaves.
    const group = fc.record({
      size: fc.integer({ min: 1, max: 15_000 }),
      amount: fc.oneof(
        fc.bigInt({ min: 1n, max: 3n }),
        fc.bigInt({ min: 1n, max: 10n ** 27n }),
        fc.constant(10n ** 18n),
      ),
    });
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 4 }),
        fc.bigInt({ min: 1n, max: 10n ** 24n }),
        (groups, amount) => {
          // A leaf is of one account, so there are at most as many as there are positions that count.
          const positions = groups.flatMap(({ size, amount: each }, owner) =>
            new Array<BonusPosition>(size).fill(position(owner + 1, each)),
          );
          const bonus = stakingBonusLeaves({ epoch, amount, positions, previous: [] });
          expect(bonus.leaves.length).toBeLessThanOrEqual(bonus.positions);
          expect(bonus.positions).toBeLessThanOrEqual(campaignLimits.leaves);
          expect(bonus.positions + bonus.tooSmall).toBe(positions.length);
        },
      ),
      { numRuns: 8 },
    );
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
        const sum = list.reduce((total, each) => total + each.amount, 0n);
        const small = list.filter((each) => each.amount * bonusSmallestPart < sum);
        const unpaid = small.reduce((total, each) => total + (amount * each.amount) / sum, 0n);
        expect(first.tooSmall).toBe(small.length);
        expect(amount - first.added - unpaid).toBeLessThan(BigInt(given.length));
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
