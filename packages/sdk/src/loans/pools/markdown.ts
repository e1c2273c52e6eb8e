import type { Seconds } from "../../staking/poolMath.ts";
import { creditCalendar } from "../credit/calendar.ts";
import { max, min, WAD } from "../math.ts";

const MARKDOWN = 15_552_000n;
/** Least part of a late debt that who leaves the senior pool goes without. */
const LATE_MARKDOWN = MARKDOWN / 4n;

/** What a debt counts as. */
export type Markdown = {
  /** Part that is off, wad. */
  markdown: bigint;
  /** Part that is off for who leaves the senior pool, wad: at least a quarter of what is late. */
  exitMarkdown: bigint;
  /** Money units that it counts as. */
  worth: bigint;
  /** Money units that it counts as for who leaves the senior pool. */
  exitWorth: bigint;
};

/**
 * What a debt of a cohort counts as at a time: nothing is off until default, from there it falls to nothing in 180 days. Pure; to the
 * unit as the book does it.
 *
 * @param debt - Money units of the cohort, or of one line.
 * @param cycle - The oldest cycle that is not met.
 * @param start - Unix seconds at which the first cycle began.
 * @param at - Unix seconds.
 *
 * @example
 * ```ts
 * const { worth } = markdownAt(line.principal + line.interest, line.cycle, start, Math.floor(Date.now() / 1000));
 * ```
 */
export function markdownAt(debt: bigint, cycle: number, start: Seconds, at: Seconds): Markdown {
  const { lateAt, defaultAt } = creditCalendar({ start, cycle });
  const isLate = cycle !== 0 && at >= lateAt;
  const off = isLate ? min(max(0n, BigInt(at) - BigInt(defaultAt)), MARKDOWN) : 0n;
  const exitOff = isLate ? max(off, LATE_MARKDOWN) : 0n;
  return {
    markdown: (off * WAD) / MARKDOWN,
    exitMarkdown: (exitOff * WAD) / MARKDOWN,
    worth: (debt * (MARKDOWN - off)) / MARKDOWN,
    exitWorth: (debt * (MARKDOWN - exitOff)) / MARKDOWN,
  };
}
