import {
  accrue,
  appraise,
  borrow,
  healthOf,
  interestNow,
  type MarketModel,
  newMarket,
  pledge,
  positionOf,
  prices,
  ratesNow,
  supply,
  valueNow,
} from "@qti/contracts/test/loans/marketModel.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { min } from "../math.ts";
import { appraisedPrice, appraisedValueAt } from "../oracles/glide.ts";
import { previewHealth } from "./health.ts";
import { interestAfter, rateAfter } from "./rates.ts";
import { marketDebt } from "./shares.ts";

const DAY = 86_400;
const WAD = 10n ** 18n;
const DOLLAR = 10n ** 6n;
const SHARE = 10n ** 18n;
const rate = {
  target: (9n * WAD) / 10n,
  initial: (4n * WAD) / 100n / 31_536_000n,
  min: WAD / 1_000n / 31_536_000n,
  max: (2n * WAD) / 31_536_000n,
  steepness: 4n * WAD,
  speed: (50n * WAD) / 31_536_000n,
};
const terms = {
  lltv: (6n * WAD) / 10n,
  dust: 100n * DOLLAR,
  supplyCap: 10n ** 15n,
  borrowCap: 10n ** 15n,
  rate,
  glide: { dailyBps: 200n, borrowMaxAge: BigInt(90 * DAY) },
  shares: 1_000n,
};

/** A market in which Sam lends and Ada has pledged ten shares of a thousand, worth a million. */
function newStory(): MarketModel {
  const model = newMarket(terms, 1_800_000_000n, 1_000_000n * DOLLAR);
  supply(model, "sam", 6_000n * DOLLAR);
  pledge(model, "ada", 10n * SHARE);
  return model;
}

const step = fc.record({
  wait: fc.integer({ min: 0, max: 20 * DAY }),
  act: fc.constantFrom("borrow", "appraise", "nothing"),
  part: fc.bigInt({ min: 1n, max: 200n }),
});

test("behavior: rates, interest, debt, the glide and how far one can go are the reference model's at any time", () => {
  let borrowed = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
      const model = newStory();
      for (const { wait, act, part } of steps) {
        model.now += BigInt(wait);
        const told = rateAfter({ ...model, terms: rate, elapsed: model.now - model.updated });
        expect(told).toEqual({ rate: ratesNow(model).rate, rateAtTarget: ratesNow(model).after });
        expect(interestAfter(model.borrowed, told.rate, model.now - model.updated)).toBe(interestNow(model));
        const value = appraisedValueAt({ ...model.appraisal, dailyBps: 200 }, model.now);
        expect(value).toBe(valueNow(model));
        const { borrow: borrowPrice, liquidation: price } = prices(model);
        expect(appraisedPrice({ value, shares: terms.shares, decimals: 6 })).toBe(price);

        accrue(model);
        const { collateral, borrowShares } = positionOf(model, "ada");
        const debt = marketDebt(borrowShares, model);
        const { debt: owed, liquidationLimit } = healthOf(model, "ada");
        expect(debt).toBe(owed);
        const { lltv, dust } = terms;
        const health = previewHealth({ collateral, debt, price, borrowPrice, lltv, dust });
        expect(health.limit).toBe(liquidationLimit);
        if (act === "appraise") appraise(model, (model.appraisal.target * part) / 100n);
        if (act !== "borrow") continue;
        // More than it can is refused; what it can is not, while there is money.
        const free = model.supplied - model.borrowed;
        const most = min(health.borrowMore, free);
        expect(borrow(model, "ada", health.borrowMore + 2n)).toBeUndefined();
        // A share more of a debt is rounded up, so the last unit may be one too many.
        if (most > 2n && borrow(model, "ada", ((most - 1n) * part) / 200n || 1n) !== undefined) borrowed += 1;
      }
    }),
    { numRuns: 200, seed: 7 },
  );
  expect(borrowed).toBeGreaterThan(100);
});
