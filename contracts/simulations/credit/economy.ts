import type { dice } from "../../test/shared/dice.ts";
import type { Assumptions } from "./assumptions.ts";

type Random = ReturnType<typeof dice>;

/** Standard normal distribution function, good to 1e-7 (Abramowitz and Stegun 26.2.17). */
export function normal(x: number): number {
  const k = 1 / (1 + 0.2316419 * Math.abs(x));
  const tail =
    (k *
      (0.31938153 + k * (-0.356563782 + k * (1.781477937 + k * (-1.821255978 + k * 1.330274429)))) *
      Math.exp((-x * x) / 2)) /
    Math.sqrt(2 * Math.PI);
  return x >= 0 ? 1 - tail : tail;
}

/** Its inverse, by halving: the few that are needed cost nothing. */
export function normalInverse(probability: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 60; ++step) {
    const middle = (low + high) / 2;
    if (normal(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** A number of the standard normal distribution (Box and Muller). */
export function gauss(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}

/** The mood of the economy, month by month: 0 is ordinary, -2 a bad crisis. */
export function nextMood(mood: number, { persistence }: Assumptions, random: Random): number {
  return persistence * mood + Math.sqrt(1 - persistence ** 2) * gauss(random);
}

/** From -1 in July to 1 in January, of the year that begins on day 0. */
export function seasonOf(day: number): number {
  return Math.cos((2 * Math.PI * (day - 15)) / 365);
}

/** A chance in a month of that mood and season, given the one in ordinary times. */
export function chanceIn(ordinary: number, mood: number, day: number, assumptions: Assumptions): number {
  const { correlation, season } = assumptions;
  const threshold = normalInverse(ordinary);
  const moved = normal((threshold - Math.sqrt(correlation) * mood) / Math.sqrt(1 - correlation));
  return Math.min(1, moved * (1 + season * seasonOf(day)));
}

/** The chance to stop in one cycle, of somebody who has paid for so many days. */
export function stopsInACycle(firstYear: number, daysPaid: number, { seasoning }: Assumptions): number {
  const inAYear = firstYear * seasoning ** (daysPaid / 365);
  return 1 - (1 - inAYear) ** (30 / 365);
}
