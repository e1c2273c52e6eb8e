import { describe, expect, it } from "vitest";
import {
  leavingOf,
  noticeState,
  priceChange,
  sharesBought,
  sharesFor,
  sharesWorth,
  vouchableFor,
} from "./pools";

const dollar = 1_000_000n;
const share = 10n ** 12n;

describe("shares of a pool", () => {
  it("are bought one for a dollar at first", () => {
    expect(sharesBought(250n * dollar, 0n, 0n)).toBe(250n * share);
  });

  it("are worth their part of what there is, and enough of them are given for an amount", () => {
    const [assets, total] = [1_030n * dollar, 1_000n * share];
    expect(sharesWorth(100n * share, assets, total)).toBe(102_999_999n);
    const shares = sharesFor(50n * dollar, assets, total);
    expect(sharesWorth(shares, assets, total)).toBeGreaterThanOrEqual(50n * dollar);
    expect(sharesWorth(shares - 1_000_000n, assets, total)).toBeLessThan(50n * dollar);
  });
});

describe("leaving the senior pool", () => {
  const pool = { totalAssets: 1_000n * dollar, totalShares: 1_000n * share, exitAssets: 900n * dollar };
  const mine = { shares: 500n * share, exitWorth: 450n * dollar, redeemable: 100n * share };

  it("pays at once what there is cash for, and queues the rest", () => {
    const leaving = leavingOf(180n * dollar, mine, pool);
    expect(leaving.nowShares).toBe(100n * share);
    expect(leaving.laterShares).toBeGreaterThan(99n * share);
    expect(leaving.isTooSmall).toBe(false);
    // Who leaves while debt is late gives a tenth away here.
    expect(leaving.worth - leaving.now - leaving.later).toBeGreaterThan(19n * dollar);
  });

  it("gives all shares for all that they pay, and no crumb stays", () => {
    const { nowShares, laterShares } = leavingOf(450n * dollar, mine, pool);
    expect(nowShares + laterShares).toBe(500n * share);
  });

  it("says where less than a whole share would have to wait", () => {
    expect(leavingOf(90n * dollar + 400_000n, mine, pool).isTooSmall).toBe(true);
  });
});

describe("a notice", () => {
  it("waits, is good for its window, and lapses", () => {
    const notice = { readyAt: 100, until: 200 };
    expect([99, 100, 199, 200].map((now) => noticeState(notice, now))).toEqual([
      "waiting",
      "ready",
      "ready",
      "lapsed",
    ]);
  });
});

describe("a price", () => {
  it("changes by hundredths of a percent over whole days, up or down", () => {
    expect(priceChange({ at: 0, price: 1_000_000n }, { at: 3 * 86_400, price: 1_012_500n })).toEqual({
      bps: 125n,
      days: 3,
    });
    expect(priceChange({ at: 0, price: 1_000_000n }, { at: 86_400, price: 990_000n })?.bps).toBe(-100n);
  });

  it("has no history on its first day", () => {
    expect(priceChange({ at: 0, price: 1n }, { at: 80_000, price: 1n })).toBeUndefined();
  });
});

describe("a vouch", () => {
  it("adds just under four fifths of what its shares are worth at most", () => {
    expect(vouchableFor(200n * dollar)).toBe(159_840_000n);
  });
});
