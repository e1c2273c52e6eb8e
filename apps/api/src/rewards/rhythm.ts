import type { TapIssue } from "@qti/sdk/rewards/taps/wire";
import { tapRules } from "./tapRules.ts";

const { speed, rhythm, combo } = tapRules;

/** Intervals of this length and more are pauses, which say nothing of a rhythm. */
const longestMs = 2 * combo.gapMs;
/** Windows are looked at every so many taps, so that what is even in the middle of a batch does not hide in it. */
const strideTaps = 16;

/** Why the taps of a batch are no hand's. */
export type MachineSign = Extract<TapIssue, "speed" | "even" | "repeating">;

/**
 * Looks at intervals in milliseconds, oldest first: those remembered from before, then those that are new. It knows lazy machines
 * only; one that imitates a hand gets what a hand gets, because energy and cap bound both.
 */
export function signOfMachine(before: readonly number[], fresh: readonly number[]): MachineSign | undefined {
  if (isTooFast(before, fresh)) return "speed";
  const all = [...before, ...fresh].filter((interval) => interval < longestMs);
  const looked = all.length - fresh.filter((interval) => interval < longestMs).length;
  for (let end = all.length; end > looked && end >= rhythm.enough; end -= strideTaps) {
    const window = all.slice(Math.max(0, end - rhythm.intervals), end);
    if (isEven(window)) return "even";
    if (isRepeating(window)) return "repeating";
  }
  return undefined;
}

/** What is remembered of intervals for the next batch. */
export function rememberIntervals(before: readonly number[], fresh: readonly number[]): number[] {
  return [...before, ...fresh].slice(-rhythm.intervals);
}

function isTooFast(before: readonly number[], fresh: readonly number[]): boolean {
  if (fresh.some((interval) => interval < speed.fastestMs)) return true;
  // The taps of any second: so many intervals in a row last a second at least.
  const all = [...before.slice(-(speed.perSecond - 1)), ...fresh];
  let sum = 0;
  for (const [index, interval] of all.entries()) {
    sum += interval;
    if (index >= speed.perSecond) sum -= all[index - speed.perSecond] ?? 0;
    if (index >= speed.perSecond - 1 && sum < 1_000) return true;
  }
  return false;
}

/** Standard deviation by mean; the steadiest drummers are above three in a hundred. */
function isEven(intervals: readonly number[]): boolean {
  const mean = intervals.reduce((sum, one) => sum + one, 0) / intervals.length;
  const variance = intervals.reduce((sum, one) => sum + (one - mean) ** 2, 0) / intervals.length;
  return Math.sqrt(variance) * 10_000 < mean * rhythm.evenBps;
}

/** A recording that is played again: most intervals are those of some taps before, to the millisecond. */
function isRepeating(intervals: readonly number[]): boolean {
  for (let lag = 1; lag <= rhythm.repeatLag; lag++) {
    const pairs = intervals.length - lag;
    let same = 0;
    for (let at = lag; at < intervals.length; at++) {
      if (Math.abs((intervals[at] ?? 0) - (intervals[at - lag] ?? 0)) <= 1) same += 1;
    }
    if (same * 10_000 >= pairs * rhythm.repeatBps) return true;
  }
  return false;
}
