import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { areSimulated, simulation } from "./credit-simulation";

type Spread = { p1: number; p50: number; most: number };
type Life = {
  setting: { rules: Record<string, number>; borrowers: number; stress: number; lives: number };
  figures: Record<"seniorLoss" | "seniorYield" | "juniorYield", Spread>;
};

const results = JSON.parse(
  readFileSync(new URL("../../../../contracts/simulations/credit/results.json", import.meta.url), "utf8"),
) as {
  assumptions: Record<string, number> & { tiers: { firstYear: number }[] };
  deployed: Life;
  stressed: Life;
  sweeps: Record<"leverage" | "leverageStressed", { found: Life[] }>;
};

const thousandths = (part: number | undefined) => Math.round((part ?? Number.NaN) * 1_000);
const earned = ({ figures }: Life) => ({
  median: thousandths(figures.juniorYield.p50),
  worst: thousandths(figures.juniorYield.p1),
});

describe("what the page of the pools says of the simulation", () => {
  const { assumptions, deployed, stressed, sweeps } = results;

  it("is what was found", () => {
    const { borrowers: people, lives, rules } = deployed.setting;
    expect({ people, lives, terms: rules }).toMatchObject({
      people: simulation.people,
      lives: simulation.lives,
      terms: simulation.terms,
    });
    expect(thousandths(deployed.figures.seniorYield.p50)).toBe(simulation.seniors.median);
    expect(thousandths(deployed.figures.seniorYield.p1)).toBe(simulation.seniors.worst);
    expect(earned(deployed)).toEqual(simulation.firstLoss);
    expect(stressed.setting).toMatchObject({
      lives: simulation.stressed.lives,
      stress: simulation.stressed.stress,
    });
    expect(earned(stressed)).toEqual(simulation.stressed.firstLoss);
  });

  it("is that seniors lost nothing, and from which leverage on they did", () => {
    expect([deployed, stressed].map(({ figures }) => figures.seniorLoss.most)).toEqual([0, 0]);
    const { safe, unsafe, loss } = simulation.leverage;
    const found = (name: keyof typeof sweeps) =>
      sweeps[name].found.map(({ setting, figures }) => ({
        leverage: (setting.rules.leverageBps ?? 0) / 10_000,
        lost: thousandths(figures.seniorLoss.most),
      }));
    for (const points of [found("leverage"), found("leverageStressed")])
      expect(points.filter(({ lost }) => lost === 0).at(-1)?.leverage).toBe(safe);
    expect(found("leverage").find(({ lost }) => lost > 0)).toEqual({ leverage: unsafe, lost: loss });
  });

  it("is what was assumed", () => {
    const { tiers, years, bustOut, cured, worried, flees } = assumptions;
    expect(years).toBe(simulation.years);
    expect(tiers.map(({ firstYear }) => thousandths(firstYear))).toEqual(simulation.stops);
    expect([bustOut, cured, worried, flees].map(thousandths)).toEqual([
      simulation.bustOut,
      simulation.cured,
      simulation.worried,
      simulation.flees,
    ]);
  });

  it("counts for the terms that were simulated and no others", () => {
    expect(areSimulated(simulation.terms)).toBe(true);
    expect(areSimulated({ ...simulation.terms, leverageBps: 60_000 })).toBe(false);
  });
});
