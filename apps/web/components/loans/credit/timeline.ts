import { creditCalendar } from "@qti/sdk";

const cycle = 30 * 86_400;

/** Parts of the way from a cycle's start to the day on which its debt can be written off. */
export const phases = ["running", "payable", "grace", "late", "default"] as const;

/** One of them. */
export type Phase = (typeof phases)[number];

/** How wide each is drawn, in percent: days to scale would leave no room for the first steps beside half a year of the last. */
const widths: { readonly [phase in Phase]: number } = {
  running: 24,
  payable: 18,
  grace: 12,
  late: 20,
  default: 26,
};

/** A cycle's way as a picture: places in percent of the width. */
export type CreditTimeline = {
  phases: readonly { phase: Phase; from: number; to: number; start: number; end: number; isNow: boolean }[];
  /** Where the present stands. */
  now: number;
};

/** Places the phases of a cycle, and the present among them. */
export function creditTimeline(start: number, number: number, now: number): CreditTimeline {
  const { statementAt, dueAt, lateAt, defaultAt, writableAt } = creditCalendar({ start, cycle: number });
  const times = [statementAt - cycle, statementAt, dueAt, lateAt, defaultAt, writableAt];
  const placed: { phase: Phase; from: number; to: number; start: number; end: number; isNow: boolean }[] = [];
  let from = 0;
  let present = now < (times[0] ?? 0) ? 0 : 100;
  for (const [index, phase] of phases.entries()) {
    const [begin = 0, end = 0] = [times[index], times[index + 1]];
    const to = from + widths[phase];
    const isNow = now >= begin && now < end;
    if (isNow) present = from + ((now - begin) / (end - begin)) * (to - from);
    placed.push({ phase, from, to, start: begin, end, isNow });
    from = to;
  }
  return { phases: placed, now: present };
}
