import { underwritingReasons } from "@qti/sdk/loans/applications/wire";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CreditFacts, mostPoints, rule, underwrite } from "../src/loans/underwriting.ts";

const money = 10n ** 6n;
const nothing: CreditFacts = { age: 0n, taps: 0n, stake: 0n, referrer: 0n, income: 0n };
const everything: CreditFacts = {
  age: 10n ** 9n,
  taps: 10n ** 12n,
  stake: 10n ** 24n,
  referrer: 99n,
  income: 10n ** 12n,
};
const facts: fc.Arbitrary<CreditFacts> = fc.record({
  age: fc.bigInt(0n, 40_000_000n),
  taps: fc.bigInt(0n, 5_000n * 10n ** 6n),
  stake: fc.bigInt(0n, 2_000n * 10n ** 18n),
  referrer: fc.bigInt(0n, 30n),
  income: fc.bigInt(0n, 3_000n * money),
});
const tier = fc.constantFrom(1, 2, 3);

describe("the rule of underwriting", () => {
  it("gives nothing for nothing, and the tier's most for everything", () => {
    for (const each of [1, 2, 3]) {
      expect(underwrite(nothing, each)).toMatchObject({ score: 0, limit: 0n });
      expect(underwrite(everything, each)).toMatchObject({ score: 100, limit: rule.limits[each]?.most });
    }
    expect(mostPoints).toBe(100);
  });

  it("gives nobody without a tier a limit", () => {
    expect(underwrite(everything, 0).limit).toBe(0n);
    expect(underwrite(everything, 4).limit).toBe(0n);
  });

  it("gives the tier's least from the least points on, and nothing one point below", () => {
    const age = rule.reasons.age.each;
    expect(underwrite({ ...nothing, age: age * 20n }, 1)).toMatchObject({ score: 20, limit: 50n * money });
    expect(underwrite({ ...nothing, age: age * 20n - 1n }, 1)).toMatchObject({ score: 19, limit: 0n });
  });

  it("never gives less for more, and whole units of money only", () => {
    fc.assert(
      fc.property(
        facts,
        tier,
        fc.constantFrom(...underwritingReasons),
        fc.bigInt(0n, 10n ** 20n),
        (is, of, which, more) => {
          const now = underwrite(is, of);
          const then = underwrite({ ...is, [which]: is[which] + more }, of);
          expect(then.score).toBeGreaterThanOrEqual(now.score);
          expect(then.limit).toBeGreaterThanOrEqual(now.limit);
          expect(now.limit % money).toBe(0n);
        },
      ),
    );
  });

  it("says of each reason exactly what brings one point more", () => {
    fc.assert(
      fc.property(facts, tier, (is, of) => {
        const { reasons, score } = underwrite(is, of);
        for (const { reason, next, points, most } of reasons) {
          if (next === null) {
            expect(points).toBe(most);
            continue;
          }
          expect(underwrite({ ...is, [reason]: next }, of).score).toBe(score + 1);
          expect(underwrite({ ...is, [reason]: next - 1n }, of).score).toBe(score);
        }
      }),
    );
  });
});
