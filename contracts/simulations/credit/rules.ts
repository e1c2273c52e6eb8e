import { CREDIT_TERMS, TIER_CAPS } from "../../ignition/credit.ts";
import { ONE } from "../../test/loans/creditModel.ts";
import type { Rules } from "./life.ts";

/** Terms in 1/10,000, the floor and the caps of tiers 1 to 3 in dollars: what a deployment states. */
export type StatedRules = {
  rateBps: number;
  lateBps: number;
  minimumBps: number;
  growthBps: number;
  seniorBps: number;
  leverageBps: number;
  floor: number;
  caps: readonly [number, number, number];
};

/** The same for the reference model. */
export function rulesOf(stated: StatedRules): Rules {
  return {
    terms: {
      rate: BigInt(stated.rateBps),
      late: BigInt(stated.lateBps),
      minimum: BigInt(stated.minimumBps),
      growth: BigInt(stated.growthBps),
      senior: BigInt(stated.seniorBps),
      leverage: BigInt(stated.leverageBps),
      floor: BigInt(stated.floor) * ONE,
    },
    caps: [0n, ...stated.caps.map((cap) => BigInt(cap) * ONE)],
  };
}

const dollars = (units: bigint) => Number(units / ONE);

/** What the deployment states, in the same words. */
export const DEPLOYED: StatedRules = {
  ...CREDIT_TERMS,
  floor: dollars(CREDIT_TERMS.floor),
  caps: [dollars(TIER_CAPS[1]), dollars(TIER_CAPS[2]), dollars(TIER_CAPS[3])],
};
