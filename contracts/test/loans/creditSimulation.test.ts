import { readFileSync } from "node:fs";
import { expect } from "chai";
import { UNDERWRITING_QUOTA } from "../../ignition/credit.ts";
import { ASSUMPTIONS, type Assumptions } from "../../simulations/credit/assumptions.ts";
import { chanceIn, gauss, nextMood, normal, normalInverse } from "../../simulations/credit/economy.ts";
import { liveOnce } from "../../simulations/credit/life.ts";
import { type Results, safeLeverage } from "../../simulations/credit/report.ts";
import { DEPLOYED, rulesOf } from "../../simulations/credit/rules.ts";
import { dice } from "../shared/dice.ts";

type Written = Results & { assumptions: Assumptions };
const file = new URL("../../simulations/credit/results.json", import.meta.url);
const results: Written = JSON.parse(readFileSync(file, "utf8"));

describe("the terms of the credit lines at the deployment", () => {
  it("are those that were simulated, under the assumptions of today", () => {
    expect(results.rules).to.deep.equal(JSON.parse(JSON.stringify(DEPLOYED)));
    expect(results.assumptions).to.deep.equal(JSON.parse(JSON.stringify(ASSUMPTIONS)));
    expect(results.deployed.setting.borrowers).to.equal(10_000);
    expect(results.deployed.setting.lives).to.be.at.least(100);
  });

  it("let seniors lose nothing in 99 of 100 lives, also when half as many more people stop paying", () => {
    expect(results.deployed.figures.seniorLoss.p99).to.equal(0);
    expect(results.stressed.figures.seniorLoss.p99).to.equal(0);
    const leverage = DEPLOYED.leverageBps / 10_000;
    expect(safeLeverage(results.sweeps.leverageStressed)).to.be.at.least(leverage);
  });

  it("pay the first loss for what it bears, in most lives", () => {
    const { juniorYield, seniorYield } = results.deployed.figures;
    expect(juniorYield.p50).to.be.greaterThan(seniorYield.p50);
    expect(juniorYield.p1).to.be.lessThan(seniorYield.p1);
  });

  it("let underwriters give what the busiest day asked for, and not twice that", () => {
    const quota = Number(UNDERWRITING_QUOTA.limit) / 1e6;
    const { most } = results.deployed.figures.busiestDay;
    expect(quota).to.be.greaterThan(most);
    expect(quota).to.be.lessThan(2 * most);
  });
});

describe("a simulated life of the credit lines", () => {
  const few = { ...ASSUMPTIONS, borrowers: 300, years: 1 };

  it("is the same for the same seed, and another for another", () => {
    const [one, again, other] = [7, 7, 8].map((seed) => liveOnce(rulesOf(DEPLOYED), few, seed));
    expect(again).to.deep.equal(one);
    expect(other).to.not.deep.equal(one);
  });

  it("loses nothing when nobody stops paying, and much when everybody does", () => {
    const tiers = (firstYear: number) => few.tiers.map((tier) => ({ ...tier, firstYear }));
    const good = liveOnce(rulesOf(DEPLOYED), { ...few, tiers: tiers(1e-9) }, 1);
    const bad = liveOnce(rulesOf(DEPLOYED), { ...few, tiers: tiers(0.99), cured: 0 }, 1);
    expect(good.writtenOff).to.equal(0);
    expect(good.juniorYield).to.be.greaterThan(0);
    expect(bad.writtenOff).to.be.greaterThan(0.1);
    expect(bad.juniorYield).to.be.lessThan(0);
  });

  it("makes seniors lose where the first loss is too thin for the times", () => {
    const hard = { ...few, tiers: few.tiers.map((tier) => ({ ...tier, firstYear: 0.95 })), cured: 0 };
    const thin = rulesOf({ ...DEPLOYED, leverageBps: 100_000 });
    const lost = [1, 2, 3, 4, 5].map((seed) => liveOnce(thin, hard, seed).seniorLoss);
    expect(Math.max(...lost)).to.be.greaterThan(0);
  });
});

describe("the simulated economy", () => {
  it("knows the normal distribution and its inverse", () => {
    expect(normal(0)).to.be.closeTo(0.5, 1e-7);
    expect(normal(-2.326348)).to.be.closeTo(0.01, 1e-7);
    for (const part of [0.001, 0.01, 0.2, 0.5, 0.9, 0.999])
      expect(normal(normalInverse(part))).to.be.closeTo(part, 1e-7);
  });

  it("has moods around 0 with a spread of 1, that last", () => {
    const random = dice(1);
    const moods = [gauss(random)];
    for (let month = 1; month < 50_000; ++month)
      moods.push(nextMood(moods[month - 1] ?? 0, ASSUMPTIONS, random));
    const mean = moods.reduce((sum, mood) => sum + mood, 0) / moods.length;
    const variance = moods.reduce((sum, mood) => sum + (mood - mean) ** 2, 0) / moods.length;
    const kept =
      moods.slice(1).reduce((sum, mood, month) => sum + mood * (moods[month] ?? 0), 0) / moods.length;
    expect(mean).to.be.closeTo(0, 0.1);
    expect(variance).to.be.closeTo(1, 0.1);
    expect(kept / variance).to.be.closeTo(ASSUMPTIONS.persistence, 0.02);
  });

  it("keeps the mean chance whatever the moods: bad times add what good ones take", () => {
    const random = dice(2);
    const calm = { ...ASSUMPTIONS, season: 0 };
    let sum = 0;
    for (let time = 0; time < 20_000; ++time) sum += chanceIn(0.015, gauss(random), 0, calm);
    expect(sum / 20_000).to.be.closeTo(0.015, 0.0005);
    expect(chanceIn(0.015, -2, 0, calm)).to.be.greaterThan(chanceIn(0.015, 2, 0, calm) * 3);
  });
});
