import { describe, expect, test } from "vitest";
import { penaltyAt, rewardPerWeightAt } from "./poolMath.ts";
import { poolYield, vaultYield } from "./yield.ts";

const WAD = 10n ** 18n;
const DAY = 86_400;

describe("vaultYield", () => {
  test("default", () => {
    const from = { sharePrice: 2n * WAD, timestamp: 1_000 };
    const to = { sharePrice: (202n * WAD) / 100n, timestamp: 1_000n + BigInt(73 * DAY) };
    expect(vaultYield(from, to)).toEqual({ growth: WAD / 100n, annual: WAD / 20n, seconds: 73 * DAY });
  });

  test("behavior: undefined where no time lies between, or there was no price", () => {
    const point = { sharePrice: WAD, timestamp: 10 };
    expect(vaultYield(point, point)).toBeUndefined();
    expect(vaultYield(point, { ...point, timestamp: 9 })).toBeUndefined();
    expect(vaultYield({ sharePrice: 0n, timestamp: 0 }, point)).toBeUndefined();
  });
});

describe("poolYield", () => {
  const from = { rewardPerWeight: 5n << 96n, timestamp: 0 };
  const to = { rewardPerWeight: (5n << 96n) + (1n << 96n) / 8n, timestamp: 365 * DAY };

  test("default", () => {
    expect(poolYield(from, to)).toEqual({ growth: WAD / 8n, annual: WAD / 8n, seconds: 365 * DAY });
  });

  test("behavior: a lock earns by its multiplier", () => {
    expect(poolYield(from, to, 25_000)?.growth).toBe((WAD * 25n) / 80n);
  });

  test("behavior: undefined where no time lies between", () => {
    expect(poolYield(to, from)).toBeUndefined();
  });
});

describe("rewardPerWeightAt", () => {
  const pool = {
    totalWeight: 4n * WAD,
    rewardPerWeight: 7n,
    streamLeft: 8n * WAD,
    streamEnd: 2_000,
    accruedAt: 1_000n,
  };

  test("default", () => {
    expect(rewardPerWeightAt(pool, 1_500)).toBe(7n + (1n << 96n));
  });

  test("behavior: the stream runs dry", () => {
    expect(rewardPerWeightAt(pool, 2_000)).toBe(7n + (2n << 96n));
    expect(rewardPerWeightAt(pool, 9_000n)).toBe(7n + (2n << 96n));
  });

  test("behavior: the clock stands still while there is nobody to reward, and never runs back", () => {
    expect(rewardPerWeightAt({ ...pool, totalWeight: WAD - 1n }, 1_500)).toBe(7n);
    expect(rewardPerWeightAt({ ...pool, streamLeft: 0n }, 1_500)).toBe(7n);
    expect(rewardPerWeightAt(pool, 999)).toBe(7n);
  });
});

describe("penaltyAt", () => {
  const stake = { start: 0, unlock: 90n * 86_400n, penaltyBps: 2_000 };

  test("default", () => {
    expect(penaltyAt(100n * WAD, stake, 45 * DAY)).toBe(10n * WAD);
  });

  test("behavior: rounds up, and ends with the lock", () => {
    expect(penaltyAt(1n, stake, 90 * DAY - 1)).toBe(1n);
    expect(penaltyAt(1n, stake, 90 * DAY)).toBe(0n);
    expect(penaltyAt(WAD, { start: 5, unlock: 5, penaltyBps: 0 }, 4)).toBe(0n);
  });
});
