/** Terms of the credit lines that say who gets and risks how much, in 1/10,000. */
type Terms = Readonly<
  Record<"rateBps" | "lateBps" | "minimumBps" | "growthBps" | "seniorBps" | "leverageBps", number>
>;

/**
 * What the simulation of the credit lines found and assumed, in thousandths where it is a part: figures of
 * docs/credit-simulation.md. A test compares them with the results that lie beside the contracts.
 */
export const simulation = {
  people: 10_000,
  years: 3,
  lives: 100,
  terms: {
    rateBps: 2_400,
    lateBps: 600,
    minimumBps: 1_000,
    growthBps: 2_000,
    seniorBps: 3_500,
    leverageBps: 40_000,
  },
  /** What was earned a year; the worst of the first loss is a loss. Seniors lost nothing in any life. */
  seniors: { median: 63, worst: 60 },
  firstLoss: { median: 212, worst: -549 },
  /** When half as many again stop paying. Seniors lost nothing there either. */
  stressed: { lives: 50, stress: 1.5, firstLoss: { median: 45, worst: -498 } },
  /** Debt for each dollar of first loss up to which seniors lost nothing, and from which they did: so much in the worst life. */
  leverage: { safe: 6, unsafe: 8, loss: 36 },
  /** Who stops paying in their first year, by tier. */
  stops: [200, 140, 100],
  /** Of those who stop: who draws all there is first, and who pays everything back after all. */
  bustOut: 350,
  cured: 100,
  /** Part of the debt that is late from which on lenders put nothing in, and half of them want out. */
  worried: 100,
  flees: 150,
} as const;

/** Whether the terms are those that were simulated. */
export const areSimulated = (terms: Terms): boolean =>
  (Object.keys(simulation.terms) as (keyof Terms)[]).every((name) => terms[name] === simulation.terms[name]);
