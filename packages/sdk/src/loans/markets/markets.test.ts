import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { WAD } from "../math.ts";
import { PRICE_SCALE, previewHealth } from "./health.ts";
import { liquidationIncentive, previewLiquidation } from "./liquidation.ts";
import { annualRate, borrowRate, interestAfter, type RateTerms, rateAfter, supplyRate } from "./rates.ts";
import { marketDebt, marketSupply, utilisation } from "./shares.ts";

const YEAR = 31_536_000n;
const DAY = 86_400;
const percent = (part: bigint) => part * 10n ** 16n;
const terms: RateTerms = {
  target: percent(90n),
  initial: percent(4n) / YEAR,
  min: percent(1n) / (10n * YEAR),
  max: (2n * WAD) / YEAR,
  steepness: 4n * WAD,
  speed: (50n * WAD) / YEAR,
};

describe("borrowRate", () => {
  test("default", () => {
    expect(borrowRate(terms, terms.target, terms.initial)).toBe(terms.initial);
    expect(borrowRate(terms, WAD, terms.initial)).toBe(4n * terms.initial);
    expect(borrowRate(terms, 0n, terms.initial)).toBe(terms.initial / 4n);
    expect(annualRate(terms.initial)).toBe(39_999_999_988_944_000n);
    expect(supplyRate(terms.initial, WAD / 2n)).toBe(terms.initial / 2n);
  });

  test("behavior: rises with utilisation", () => {
    const used = fc.bigInt({ min: 0n, max: WAD });
    fc.assert(
      fc.property(used, used, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(borrowRate(terms, low, terms.initial)).toBeLessThanOrEqual(
          borrowRate(terms, high, terms.initial),
        );
      }),
    );
  });
});

describe("rateAfter", () => {
  const market = { borrowed: 100n, supplied: 100n, terms, rateAtTarget: terms.initial };

  test("default", () => {
    const { rateAtTarget, rate } = rateAfter({ ...market, elapsed: 5 * DAY });
    expect(Number(rateAtTarget) / Number(terms.initial)).toBeCloseTo(1 + (50 * 5) / 365, 6);
    expect(rate).toBe(2n * (terms.initial + rateAtTarget));
  });

  test("behavior: no silence moves it by more than a step, nor out of bounds", () => {
    expect(rateAfter({ ...market, elapsed: 500 * DAY })).toEqual(rateAfter({ ...market, elapsed: 5 * DAY }));
    const [full, idle] = [
      rateAfter({ ...market, rateAtTarget: terms.max, elapsed: DAY }),
      { ...market, borrowed: 0n },
    ];
    expect(full.rateAtTarget).toBe(terms.max);
    expect(rateAfter({ ...idle, rateAtTarget: terms.min, elapsed: DAY }).rateAtTarget).toBe(terms.min);
  });

  test("behavior: without time it is the curve", () => {
    expect(rateAfter({ ...market, elapsed: 0 }).rate).toBe(borrowRate(terms, WAD, terms.initial));
  });
});

describe("interestAfter", () => {
  test("default", () => {
    const year = interestAfter(1_000_000n, percent(10n) / YEAR, YEAR);
    expect(year).toBe(105_166n);
  });
});

describe("shares of a market", () => {
  const market = {
    supplied: 1_100n,
    supplyShares: 1_000n * 10n ** 6n,
    borrowed: 550n,
    borrowShares: 500n * 10n ** 6n,
  };

  test("default", () => {
    expect(marketSupply(100n * 10n ** 6n, market)).toBe(109n);
    expect(marketDebt(100n * 10n ** 6n, market)).toBe(110n);
    expect(utilisation(market)).toBe(WAD / 2n);
    expect(utilisation({ borrowed: 0n, supplied: 0n })).toBe(0n);
  });
});

const amount = fc.bigInt({ min: 1n, max: 10n ** 24n });
const price = fc.bigInt({ min: 10n ** 20n, max: 10n ** 40n });
const lltv = fc.bigInt({ min: 1n, max: WAD - 1n });

describe("previewHealth", () => {
  // Ten of collateral worth 100, up to 60 of debt.
  const position = { collateral: 10n, debt: 30n, price: 10n * PRICE_SCALE, lltv: percent(60n) };

  test("default", () => {
    expect(previewHealth(position)).toEqual({
      worth: 100n,
      limit: 60n,
      loanToValue: percent(30n),
      health: 2n * WAD,
      isRipe: false,
      borrowMore: 30n,
      takeable: 5n,
      priceAtLiquidation: 5n * PRICE_SCALE,
    });
  });

  test("behavior: the lower price counts for borrowing, and without one nothing more goes", () => {
    expect(previewHealth({ ...position, borrowPrice: 6n * PRICE_SCALE })).toMatchObject({
      health: 2n * WAD,
      borrowMore: 6n,
      takeable: 1n,
    });
    expect(previewHealth({ ...position, borrowPrice: 0n })).toMatchObject({ borrowMore: 0n, takeable: 0n });
    expect(previewHealth({ ...position, dust: 101n })).toMatchObject({ borrowMore: 0n, takeable: 0n });
  });

  test("behavior: no debt, nothing behind a debt, and a ripe one", () => {
    expect(previewHealth({ ...position, debt: 0n, borrowPrice: 0n })).toMatchObject({
      loanToValue: 0n,
      health: undefined,
      takeable: 10n,
      priceAtLiquidation: undefined,
    });
    expect(previewHealth({ ...position, collateral: 0n })).toMatchObject({
      loanToValue: undefined,
      isRipe: true,
      takeable: 0n,
      priceAtLiquidation: undefined,
    });
    expect(previewHealth({ ...position, debt: 61n })).toMatchObject({ isRipe: true, borrowMore: 0n });
  });

  test("behavior: what it calls possible keeps the position whole, and one unit more does not", () => {
    fc.assert(
      fc.property(amount, amount, price, lltv, (collateral, debt, at, ratio) => {
        const asked = { collateral, debt, price: at, lltv: ratio };
        const told = previewHealth(asked);
        const healthy = (change: Partial<typeof asked>) => !previewHealth({ ...asked, ...change }).isRipe;
        if (told.isRipe) {
          expect([told.borrowMore, told.takeable]).toEqual([0n, 0n]);
          return;
        }
        expect(healthy({ debt: debt + told.borrowMore })).toBe(true);
        expect(healthy({ debt: debt + told.borrowMore + 1n })).toBe(false);
        expect(healthy({ collateral: collateral - told.takeable })).toBe(true);
        if (told.takeable < collateral)
          expect(healthy({ collateral: collateral - told.takeable - 1n })).toBe(false);
        const border = told.priceAtLiquidation ?? 0n;
        expect(healthy({ price: border })).toBe(true);
        expect(healthy({ price: border - 1n })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("previewLiquidation", () => {
  const position = { collateral: 1_000n, debt: 700n, price: PRICE_SCALE, lltv: percent(60n) };

  test("default", () => {
    expect(previewLiquidation(position)).toEqual({
      repay: 700n,
      seized: 784n,
      bonus: 84n,
      incentive: percent(112n),
      badDebt: 0n,
      takesAll: false,
      leavesDust: false,
    });
    expect(previewLiquidation({ ...position, repay: 100n })).toMatchObject({ repay: 100n, seized: 112n });
  });

  test("behavior: nothing for a healthy one, or without a price", () => {
    expect(previewLiquidation({ ...position, debt: 600n })).toBeUndefined();
    expect(previewLiquidation({ ...position, price: 0n })).toBeUndefined();
  });

  test("behavior: where all collateral cannot pay the debt it all goes, and lenders lose the rest", () => {
    expect(previewLiquidation({ ...position, debt: 950n })).toMatchObject({
      repay: 893n,
      seized: 1_000n,
      badDebt: 57n,
      takesAll: true,
    });
  });

  test("behavior: what would be left beside a debt is worth at least the dust", () => {
    const dusty = { ...position, dust: 300n };
    expect(previewLiquidation({ ...dusty, repay: 650n })?.leavesDust).toBe(true);
    expect(previewLiquidation({ ...dusty, repay: 600n })?.leavesDust).toBe(false);
    expect(previewLiquidation(dusty)?.leavesDust).toBe(false);
  });

  test("behavior: the discount waits a day, rises for ten, and is over after fourteen", () => {
    const at = (days: number) =>
      liquidationIncentive({ lltv: percent(60n), flaggedAt: 1_000_000, at: 1_000_000 + days * DAY });
    expect([0, 1, 6, 11, 13.9, 14].map(at)).toEqual([
      percent(112n),
      percent(112n),
      percent(156n),
      2n * WAD,
      2n * WAD,
      percent(112n),
    ]);
    expect(liquidationIncentive({ lltv: percent(10n) })).toBe(percent(115n));
  });

  test("behavior: nobody pays more than is owed, and what is seized is there", () => {
    fc.assert(
      fc.property(amount, amount, price, lltv, amount, (collateral, debt, at, ratio, repay) => {
        const told = previewLiquidation({ collateral, debt, price: at, lltv: ratio, repay });
        if (told === undefined) return;
        expect(told.repay + told.badDebt).toBeLessThanOrEqual(debt);
        expect(told.seized).toBeLessThanOrEqual(collateral);
        if (told.takesAll) expect(told.repay + told.badDebt).toBe(debt);
      }),
      { numRuns: 500 },
    );
  });
});
