import type { TapIssue, TapProgress, TapRules } from "@qti/sdk/rewards/taps";
import type { ChartPoint } from "@/lib/format/chart";

/*
 * What the tap target counts between two answers of the service, as plain arithmetic. The service decides; this only says
 * what it is about to decide, so that a finger sees its tap at once.
 */

/** Multipliers are in parts of this. */
const whole = 10_000;

/** Where somebody stood by the service, and when this browser heard of it, in milliseconds of its own clock. */
export type Heard = { progress: TapProgress; at: number };

/** What was tapped since the service spoke last. */
export type Ahead = {
  /** Taps of the combo that goes on, acknowledged or not. */
  run: number;
  /** When the last tap was made, in milliseconds. */
  last: number;
  /** What each tap is worth that the service has not acknowledged, oldest first. Point units. */
  worths: readonly bigint[];
};

export const nothingAhead: Ahead = { run: 0, last: 0, worths: [] };

/** What stands on the target. */
export type TapView = {
  energy: number;
  /** What the next tap counts for, in 1/10,000. */
  multiplierBps: number;
  /** What the next tap is worth. Point units. */
  worth: bigint;
  /** Earned today, with what is on its way. Point units. */
  today: bigint;
};

/** Energy left at a moment, if nobody taps meanwhile. Whole taps, rounded down. */
export function energyAt({ progress, at }: Heard, { energy }: Pick<TapRules, "energy">, now: number): number {
  const back = Math.max(0, now - at) / energy.regenerationMs;
  return Math.min(energy.most, Math.floor(progress.energy + back));
}

/** Seconds until the energy is full again; 0 when it is. */
export function untilFull(left: number, { energy }: Pick<TapRules, "energy">): number {
  return Math.ceil((Math.max(0, energy.most - left) * energy.regenerationMs) / 1_000);
}

/** What a tap counts for after `run` others in a row, on a day of a streak, in 1/10,000. */
export function multiplierOf(
  run: number,
  streak: number,
  { combo, streak: days }: Pick<TapRules, "combo" | "streak">,
): number {
  const byStreak = Math.min(Math.max(0, streak - 1), days.days) * days.stepBps;
  return Math.min(combo.mostBps, whole + run * combo.stepBps + byStreak);
}

/** What a tap is worth by its multiplier; rounded down, as the service does. Point units. */
export function worthOf(multiplierBps: number, { tap }: Pick<TapRules, "tap">): bigint {
  return (tap.points * BigInt(multiplierBps)) / BigInt(whole);
}

/** Taps of the combo that the next tap would go on with. */
function runAt({ run, last }: Ahead, { combo }: Pick<TapRules, "combo">, now: number): number {
  return now - last <= combo.gapMs ? run : 0;
}

/** What the target shows now: what the service said, and what it is about to say of the taps on their way. */
export function tapView(heard: Heard, ahead: Ahead, rules: TapRules, now: number): TapView {
  const { progress } = heard;
  const multiplierBps = multiplierOf(runAt(ahead, rules, now), Math.max(1, progress.streak), rules);
  const expected = ahead.worths.reduce((sum, worth) => sum + worth, progress.today);
  const isOver = expected > progress.cap;
  return {
    energy: Math.max(0, energyAt(heard, rules, now) - ahead.worths.length),
    multiplierBps,
    worth: worthOf(multiplierBps, rules),
    today: isOver ? progress.cap : expected,
  };
}

/** One more tap. */
export function withOneMore(ahead: Ahead, worth: bigint, rules: TapRules, now: number): Ahead {
  return { run: runAt(ahead, rules, now) + 1, last: now, worths: [...ahead.worths, worth] };
}

/** The service has spoken of the oldest taps: what it says of them counts, whatever was expected. */
export function withAnswer(ahead: Ahead, { taps, progress }: { taps: number; progress: TapProgress }): Ahead {
  const worths = ahead.worths.slice(taps);
  return { ...ahead, worths, run: worths.length === 0 ? progress.run : ahead.run };
}

/** Nobody knows any more what taps were worth that an earlier visit left behind: as much as they are at least. */
export function fromEarlier(taps: number, rules: Pick<TapRules, "tap">): Ahead {
  return { ...nothingAhead, worths: Array.from({ length: taps }, () => rules.tap.points) };
}

/** Why no tap would count now, before any was made. */
export function barred(
  view: Pick<TapView, "energy" | "today">,
  { progress }: Heard,
  { waitingCap }: Pick<TapRules, "waitingCap">,
  hasIdentity: boolean,
): "energy" | "cap" | "waiting" | undefined {
  if (view.today >= progress.cap) return "cap";
  if (!hasIdentity && progress.waiting >= waitingCap) return "waiting";
  return view.energy <= 0 ? "energy" : undefined;
}

/** The words for what became of a batch; several issues are one thing to a person. */
export const issueWords = {
  energy: "energy",
  cap: "cap",
  waiting: "waiting",
  clock: "clock",
  speed: "rhythm",
  even: "rhythm",
  repeating: "rhythm",
  rest: "rest",
} as const satisfies { readonly [issue in Exclude<TapIssue, "none">]: string };

/** A ring of which a part is drawn, as lengths along its line: for `stroke-dasharray` on a circle with `pathLength` 100. */
export function ringDash(part: number, most: number): string {
  const share = most <= 0 ? 0 : Math.max(0, part / most);
  // A line that ends where it begins shows where; one without dashes does not.
  if (share >= 1) return "none";
  return `${(share * 100).toFixed(2)} 100`;
}

/** QTI units that points are worth at a rate in QTI units a whole point; rounded down, as the store does. */
export function pointsInQti(points: bigint, rate: bigint): bigint {
  return (points * rate) / 1_000_000n;
}

/** Days that a picture of claims goes back. */
const daysShown = 60;

/** Points claimed on each UTC day that had claims, oldest first, of the last days up to the newest claim; for a picture. */
export function claimedByDay(claims: readonly { timestamp: bigint; amount: bigint }[]): ChartPoint[] {
  const days = new Map<number, bigint>();
  for (const { timestamp, amount } of claims) {
    const day = Math.floor(Number(timestamp) / 86_400);
    days.set(day, (days.get(day) ?? 0n) + amount);
  }
  const newest = Math.max(...days.keys());
  return [...days]
    .filter(([day]) => day > newest - daysShown)
    .sort(([one], [other]) => one - other)
    .map(([day, amount]) => ({ at: day * 86_400, value: Number(amount / 10_000n) / 100 }));
}

/** Seconds until the next UTC day begins. `now` in seconds. */
export function untilNextDay(now: number): number {
  return 86_400 - (now % 86_400);
}

/** What was tapped since somebody who listens was told last. Times in milliseconds. */
export type Unsaid = { taps: number; since: number; last: number };

export const nothingUnsaid: Unsaid = { taps: 0, since: 0, last: 0 };

/** One more tap that nobody was told of. */
export function withTap(unsaid: Unsaid, at: number): Unsaid {
  return { taps: unsaid.taps + 1, since: unsaid.taps === 0 ? at : unsaid.since, last: at };
}

/** A pause after which a burst of taps is over, and how long one may go on before it is summed up, in milliseconds. */
const burstOver = 1_500;
const saidAtLeastEvery = 10_000;

/** Whether it is time to sum up what was tapped for those who listen: after a burst, or now and then within a long one. */
export function isTimeToSay({ taps, since, last }: Unsaid, now: number): boolean {
  return taps > 0 && (now - last >= burstOver || now - since >= saidAtLeastEvery);
}
