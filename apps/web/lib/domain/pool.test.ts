import { describe, expect, it } from "vitest";
import {
  earnedNow,
  exitCosts,
  halfPenaltyAt,
  inPool,
  penaltyAt,
  positionState,
  rewardPerWeightNow,
  rewardScale,
  weightOf,
} from "./pool";

const qti = 10n ** 18n;
const day = 86_400;
const none = { id: 0, duration: 0, multiplierBps: 10_000, penaltyBps: 0 };
const quarter = { id: 2, duration: 90 * day, multiplierBps: 15_000, penaltyBps: 2_000 };
const pool = {
  totalStaked: 700n * qti,
  totalWeight: 800n * qti,
  rewardPerWeight: 5n * rewardScale,
  stream: { left: 100n * qti, end: 2_000, updated: 1_000 },
  readAt: 1_000,
};
const position = { amount: 100n * qti, weight: 150n * qti, start: 0, unlock: 90 * day, earned: 7n * qti };

describe("rewardPerWeightNow", () => {
  it("adds what has streamed since the block, a part for each unit of weight", () => {
    expect(rewardPerWeightNow(pool, 1_500)).toBe(5n * rewardScale + rewardScale / 16n);
  });

  it("stands still while there is less weight than one QTI has", () => {
    expect(rewardPerWeightNow({ ...pool, totalWeight: qti - 1n }, 1_500)).toBe(pool.rewardPerWeight);
    expect(rewardPerWeightNow({ ...pool, totalWeight: 0n }, 1_500)).toBe(pool.rewardPerWeight);
  });
});

describe("earnedNow", () => {
  it("is what the node said, and the position's part of what streamed since", () => {
    expect(earnedNow(position, pool, 1_000)).toBe(7n * qti);
    expect(earnedNow(position, pool, 1_500)).toBe(7n * qti + (75n * qti) / 8n);
  });

  it("ends growing when the stream runs dry", () => {
    expect(earnedNow(position, pool, 9_999)).toBe(earnedNow(position, pool, 2_000));
  });
});

describe("weightOf", () => {
  it("counts each unit by the multiplier, rounded down", () => {
    expect(weightOf(100n * qti, quarter)).toBe(150n * qti);
    expect(weightOf(3n, quarter)).toBe(4n);
    expect(weightOf(3n, none)).toBe(3n);
  });
});

describe("penaltyAt", () => {
  const unlock = 90 * day;

  it("is the whole part at the start and falls to nothing at the unlock", () => {
    expect(penaltyAt(100n * qti, quarter, unlock, 0)).toBe(20n * qti);
    expect(penaltyAt(100n * qti, quarter, unlock, 45 * day)).toBe(10n * qti);
    expect(penaltyAt(100n * qti, quarter, unlock, unlock)).toBe(0n);
    expect(penaltyAt(100n * qti, quarter, unlock, unlock + 1)).toBe(0n);
  });

  it("rounds up, as the pool does", () => {
    expect(penaltyAt(1n, quarter, unlock, unlock - 1)).toBe(1n);
  });

  it("is nothing without a lock", () => {
    expect(penaltyAt(100n * qti, none, 0, 0)).toBe(0n);
  });
});

describe("exitCosts", () => {
  it("says what leaving costs at once, half-way and at the unlock, and when that is", () => {
    expect(exitCosts(100n * qti, quarter, 1_000)).toEqual({
      atOnce: { at: 1_000, penalty: 20n * qti },
      halfWay: { at: 1_000 + 45 * day, penalty: 10n * qti },
      free: { at: 1_000 + 90 * day, penalty: 0n },
    });
  });
});

describe("positionState", () => {
  it("tells a running lock from one that is over", () => {
    expect(positionState(position, 90 * day - 1)).toBe("locked");
    expect(positionState(position, 90 * day)).toBe("over");
  });

  it("is free once the multiplier has ended, and without a lock", () => {
    expect(positionState({ ...position, weight: position.amount }, 90 * day)).toBe("free");
    expect(positionState({ ...position, weight: position.amount, unlock: 0 }, 0)).toBe("free");
  });

  it("is empty when all has left, whatever its lock was", () => {
    expect(positionState({ ...position, amount: 0n, weight: 0n }, 0)).toBe("empty");
  });
});

describe("halfPenaltyAt", () => {
  it("is half of the way to the unlock", () => {
    expect(halfPenaltyAt(3_000, 1_000)).toBe(2_000);
    expect(penaltyAt(100n * qti, quarter, 90 * day, halfPenaltyAt(90 * day, 0))).toBe(10n * qti);
  });
});

describe("inPool", () => {
  it("adds positions up, and counts those that are not empty", () => {
    const emptied = { amount: 0n, earned: 2n, claimed: 5n };
    expect(inPool([{ amount: 10n, earned: 1n, claimed: 3n }, emptied])).toEqual({
      positions: 1,
      amount: 10n,
      earned: 3n,
      claimed: 8n,
    });
    expect(inPool([])).toEqual({ positions: 0, amount: 0n, earned: 0n, claimed: 0n });
  });
});
