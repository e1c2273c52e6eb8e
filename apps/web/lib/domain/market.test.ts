import { describe, expect, it } from "vitest";
import { translatorFor } from "@/lib/i18n/testing";
import {
  afterAction,
  bonusOf,
  curveOf,
  flagEnds,
  type Holding,
  healthWord,
  type MarketNow,
  mayBeFlagged,
  mostOf,
  priceWords,
  rateWords,
  roomToFall,
  tokenWords,
  viewOf,
  wholePrice,
  withRoom,
} from "./market";

const wad = 10n ** 18n;
const dollar = 10n ** 6n;
const share = 10n ** 18n;
const address = "0x0000000000000000000000000000000000000001";
/** 240 dollars a share. */
const price = (240n * dollar * 10n ** 36n) / share;

const market: MarketNow = {
  id: `0x${"11".repeat(32)}`,
  params: {
    loanToken: address,
    collateral: address,
    oracle: address,
    rateModel: address,
    lltv: (7n * wad) / 10n,
    dust: 100n * dollar,
  },
  regulated: true,
  supplied: 10_000n * dollar,
  supplyShares: 10_000n * dollar * 10n ** 6n,
  borrowed: 8_000n * dollar,
  borrowShares: 8_000n * dollar * 10n ** 6n,
  supplyCap: 20_000n * dollar,
  borrowCap: 15_000n * dollar,
  liquidity: 2_000n * dollar,
  utilisation: (8n * wad) / 10n,
  borrowRate: 600_000_000n,
  supplyRate: 480_000_000n,
  rateAtTarget: 1_268_391_679n,
  rateTerms: {
    target: (9n * wad) / 10n,
    initial: 1_268_391_679n,
    min: 31_709_791n,
    max: 63_419_583_967n,
    steepness: 4n * wad,
    speed: 1_585_489_599_188n,
  },
  at: 1_800_000_000,
  prices: { borrowPrice: price, liquidationPrice: price },
  loan: { address, symbol: "tUSD", name: "Test Dollar", decimals: 6, isDollar: true },
  collateral: { address, symbol: "HBR12", name: "Harbour Street 12", decimals: 18, isDollar: false },
};
/** Thirty shares for 4,000 dollars: worth 7,200, so that 5,040 may be owed. */
const holding: Holding = { lent: 500n * dollar, debt: 4_000n * dollar, collateral: 30n * share };
const rich = { loan: 100_000n * dollar, collateral: 50n * share };

describe("words", () => {
  const t = translatorFor("en");

  it("write dollars with their sign and other tokens with their symbol", () => {
    expect(tokenWords(1_250_500_000n, market.loan, t)).toBe("$1,250.50");
    expect(tokenWords(12n * share + share / 2n, market.collateral, t)).toBe("12.5 HBR12");
  });

  it("say a price for a whole share", () => {
    expect(wholePrice(price, market)).toBe(240n * dollar);
    expect(priceWords(price, market, t)).toBe("$240.00");
  });

  it("say a rate of a second as one of a year", () => {
    expect(rateWords(market.rateAtTarget, t)).toBe("3.99 %");
  });
});

describe("a position", () => {
  it("is safe below its limit, close just below it and ripe above", () => {
    expect(healthWord(viewOf(market, { ...holding, debt: 0n }))).toBe("free");
    expect(healthWord(viewOf(market, holding))).toBe("safe");
    expect(healthWord(viewOf(market, { ...holding, debt: 5_000n * dollar }))).toBe("close");
    expect(healthWord(viewOf(market, { ...holding, debt: 5_041n * dollar }))).toBe("ripe");
  });

  it("becomes ripe at the fall that it names", () => {
    const view = viewOf(market, holding);
    // 4,000 / 0.7 / 30 shares = 190.48 dollars, a fifth below 240.
    const room = roomToFall(market, view) ?? 0n;
    expect(Number(room) / 1e16).toBeCloseTo(20.63, 2);
    expect(viewOf(market, holding, 20).isRipe).toBe(false);
    expect(viewOf(market, holding, 21).isRipe).toBe(true);
  });

  it("has no room to fall that anybody could name without a debt or a price", () => {
    expect(roomToFall(market, viewOf(market, { ...holding, debt: 0n }))).toBeUndefined();
    const silent = { ...market, prices: { borrowPrice: 0n, liquidationPrice: 0n } };
    expect(roomToFall(silent, viewOf(silent, holding))).toBeUndefined();
  });
});

describe("the most that can be moved", () => {
  const view = viewOf(market, holding);

  it("is held back by what comes first", () => {
    expect(mostOf("lend", market, view, rich)).toEqual({ most: 10_000n * dollar, by: "cap" });
    expect(mostOf("lend", market, view, { ...rich, loan: 7n })).toEqual({ most: 7n, by: "wallet" });
    expect(mostOf("withdraw", market, view, rich)).toEqual({ most: 500n * dollar, by: "position" });
    expect(mostOf("borrow", market, view, rich)).toEqual({ most: 1_040n * dollar, by: "health" });
    expect(mostOf("repay", market, view, rich)).toEqual({ most: 4_000n * dollar, by: "position" });
    expect(mostOf("repay", market, view, { ...rich, loan: 5n })).toEqual({ most: 5n, by: "wallet" });
    expect(mostOf("pledge", market, view, rich)).toEqual({ most: 50n * share, by: "wallet" });
  });

  it("is what is not lent, where that is less", () => {
    const dry = { ...market, liquidity: 10n * dollar };
    expect(mostOf("withdraw", dry, view, rich)).toEqual({ most: 10n * dollar, by: "liquidity" });
    expect(mostOf("borrow", dry, view, rich)).toEqual({ most: 10n * dollar, by: "liquidity" });
  });

  it("is nothing of a loan, and of a pledge beside a debt, while there is no price to borrow by", () => {
    const old = { ...market, prices: { ...market.prices, borrowPrice: 0n } };
    const then = viewOf(old, holding);
    expect(mostOf("borrow", old, then, rich)).toEqual({ most: 0n, by: "noPrice" });
    expect(mostOf("take", old, then, rich)).toEqual({ most: 0n, by: "noPrice" });
    const free = viewOf(old, { ...holding, debt: 0n });
    expect(mostOf("take", old, free, rich)).toEqual({ most: 30n * share, by: "position" });
  });

  it("is never below nothing, as after a cap was lowered", () => {
    const full = { ...market, supplyCap: dollar };
    expect(mostOf("lend", full, view, rich)).toEqual({ most: 0n, by: "cap" });
  });
});

describe("an action", () => {
  it("moves what it says and nothing else", () => {
    const borrowed = afterAction("borrow", 1_000n * dollar, market, holding);
    expect(borrowed.view).toMatchObject({
      lent: 500n * dollar,
      debt: 5_000n * dollar,
      collateral: 30n * share,
    });
    expect(borrowed.market.liquidity).toBe(1_000n * dollar);
    expect(borrowed.market.borrowRate).toBeGreaterThan(
      afterAction("pledge", 0n, market, holding).market.borrowRate,
    );
    const taken = afterAction("take", 2n * share, market, holding);
    expect(taken.view).toMatchObject({ debt: 4_000n * dollar, collateral: 28n * share });
    const repaid = afterAction("repay", 4_000n * dollar, market, holding);
    expect(repaid.view.debt).toBe(0n);
    expect(repaid.view.priceAtLiquidation).toBeUndefined();
  });

  it("says exactly the border: the most that can be borrowed is healthy, a unit more is not", () => {
    const { most } = mostOf("borrow", market, viewOf(market, holding), rich);
    expect(afterAction("borrow", most, market, holding).view.isRipe).toBe(false);
    expect(afterAction("borrow", most + 1n, market, holding).view.isRipe).toBe(true);
  });
});

describe("the rest", () => {
  it("draws the curve from idle to fully lent, dearest at its end", () => {
    const points = curveOf(market);
    expect(points).toHaveLength(21);
    expect(points[0]?.borrow).toBeCloseTo(0.01, 4);
    expect(points.at(-1)?.borrow).toBeCloseTo(0.16, 4);
    expect(points.at(-1)?.supply).toBeCloseTo(0.16, 4);
  });

  it("takes three tenths of what is missing to the whole as a bonus, fifteen percent at most", () => {
    expect(bonusOf(market)).toBe((9n * wad) / 100n);
    expect(bonusOf({ params: { ...market.params, lltv: wad / 10n } })).toBe((15n * wad) / 100n);
  });

  it("lets shares be flagged once, and anew when fourteen days are over; other tokens never", () => {
    const flaggedAt = market.at - 14 * 86_400;
    expect(mayBeFlagged(market, { flaggedAt: 0 })).toBe(true);
    expect(mayBeFlagged(market, { flaggedAt: flaggedAt + 1 })).toBe(false);
    expect(mayBeFlagged(market, { flaggedAt })).toBe(true);
    expect(flagEnds({ flaggedAt })).toBe(market.at);
    expect(mayBeFlagged({ ...market, regulated: false }, { flaggedAt: 0 })).toBe(false);
  });

  it("allows more than is owed by the interest of an hour", () => {
    expect(withRoom(1_000_000n * dollar, market.borrowRate)).toBe(1_000_002_160_001n);
  });
});
