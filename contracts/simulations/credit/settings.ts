import { ASSUMPTIONS } from "./assumptions.ts";
import { DEPLOYED, type StatedRules } from "./rules.ts";
import type { Setting } from "./study.ts";

/** How wrong the assumption about who stops paying may be before seniors lose: half as much again. */
export const STRESS = 1.5;
/** People in the lives that compare settings: fewer, so that chance plays a larger part and errs on the careful side. */
const FEW = 1_000;

export type Sweep = { name: string; unit: string; points: { value: number; setting: Setting }[] };

/** The deployment's own rules, for all the people of the assumptions. */
export function deployed(lives: number, stress = 1): Setting {
  return { rules: DEPLOYED, borrowers: ASSUMPTIONS.borrowers, stress, lives };
}

function sweep(
  name: string,
  unit: string,
  lives: number,
  stress: number,
  values: readonly number[],
  change: (value: number) => Partial<StatedRules>,
): Sweep {
  const points = values.map((value) => {
    const rules = { ...DEPLOYED, ...change(value) };
    return { value, setting: { rules, borrowers: FEW, stress, lives } };
  });
  return { name, unit, points };
}

/** One rule at a time is moved away from the deployment's. */
export function sweeps(lives: number) {
  const leverages = [2, 3, 4, 5, 6, 8, 10];
  const leverage = (value: number) => ({ leverageBps: value * 10_000 });
  const scaled = (part: number) => {
    const [one, two, three] = DEPLOYED.caps;
    return { caps: [one * part, two * part, three * part] as const };
  };
  return {
    leverage: sweep("leverage", "times the first loss", lives, 1, leverages, leverage),
    leverageStressed: sweep("leverage", "times the first loss", lives, STRESS, leverages, leverage),
    growth: sweep("growth of a limit", "% a cycle", lives, STRESS, [10, 20, 35, 50], (value) => ({
      growthBps: value * 100,
    })),
    caps: sweep("caps of the tiers", "times the deployment's", lives, STRESS, [0.25, 0.5, 1, 2], scaled),
    rate: sweep("interest", "% a year", lives, 1, [18, 21, 24, 27, 30], (value) => ({
      rateBps: value * 100,
    })),
    senior: sweep("seniors' share of the interest", "%", lives, 1, [20, 30, 40, 50, 60], (value) => ({
      seniorBps: value * 100,
    })),
  };
}
