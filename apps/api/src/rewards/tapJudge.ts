import type { TapIssue, TapProgress } from "@qti/sdk/rewards/taps/wire";
import { rememberIntervals, signOfMachine } from "./rhythm.ts";
import { dayMs, tapRules } from "./tapRules.ts";

const { clock, combo, energy, rhythm, streak, tap } = tapRules;

/** All that decides what somebody's next taps are worth. */
export type Tapper = {
  /** Unix milliseconds up to which energy and time were reckoned. */
  at: number;
  /** Energy by the time in which it comes back: exact, whatever is used up when. */
  energyMs: number;
  /** Time that has passed and that taps did not cover yet. */
  creditMs: number;
  /** Taps of the combo that goes on. */
  run: number;
  /** Time tapped since the last rest. */
  busyMs: number;
  /** The newest intervals. */
  intervals: number[];
  /** UTC day of `today`. */
  day: number;
  /** Points earned on that day. */
  today: bigint;
  /** Days in a row up to `streakDay`. */
  streak: number;
  streakDay: number;
  /** Points earned in all. */
  earned: bigint;
  /** Without an identity it waits. */
  verified: boolean;
};

export type TapVerdict = { tapper: Tapper; counted: number; points: bigint; issue: TapIssue };

/** Somebody who was never here. */
export function newTapper(now: number, verified: boolean): Tapper {
  return {
    at: now,
    energyMs: energy.most * energy.regenerationMs,
    creditMs: clock.toleranceMs,
    run: 0,
    busyMs: 0,
    intervals: [],
    day: dayOf(now),
    today: 0n,
    streak: 0,
    streakDay: 0,
    earned: 0n,
    verified,
  };
}

/** UTC day: whole days since 1970. */
export const dayOf = (now: number): number => Math.floor(now / dayMs);

/** What waits, or is earned a day, at most: the contract's cap. */
export type TapCaps = { day: bigint; waiting: bigint };

/**
 * Judges a batch. Pure: the same taps of the same tapper at the same time are worth the same.
 *
 * @param taps - Milliseconds since the last tap of the batch before, rising.
 * @param opens - They are the first of a session: what came before them is not known.
 */
export function judgeTaps(
  before: Tapper,
  { taps, opens }: { taps: readonly number[]; opens: boolean },
  { now, caps }: { now: number; caps: TapCaps },
): TapVerdict {
  const tapper = reckon(before, now);
  const covered = taps.at(-1) ?? 0;
  if (covered > tapper.creditMs) return refused({ ...tapper, run: 0 }, "clock");

  const intervals = taps.map((at, index) => (index === 0 ? at : at - (taps[index - 1] ?? 0)));
  if (opens) intervals[0] = clock.pauseMs;
  const next = {
    ...tapper,
    creditMs: tapper.creditMs - covered,
    intervals: rememberIntervals(tapper.intervals, intervals),
  };
  const sign = signOfMachine(tapper.intervals, intervals);
  if (sign !== undefined)
    return refused({ ...next, run: 0, busyMs: busyAfter(next.busyMs, intervals) }, sign);
  return count(next, intervals, caps);
}

/** Where somebody stands at a time. */
export function progressOf(before: Tapper, now: number, caps: TapCaps): TapProgress {
  const goesOn = now - before.at <= combo.gapMs;
  const tapper = reckon(before, now);
  const run = goesOn ? tapper.run : 0;
  const days = streakOn(tapper);
  return {
    energy: Math.floor(tapper.energyMs / energy.regenerationMs),
    run,
    multiplierBps: multiplierBps(run + 1, Math.max(1, days)),
    streak: days,
    today: tapper.today,
    cap: caps.day,
    earned: tapper.verified ? tapper.earned : 0n,
    waiting: tapper.verified ? 0n : tapper.earned,
    at: now,
  };
}

/**
 * One person's taps of two rows, as one. Neither energy nor cap starts anew by it: the emptier one counts, and both have used
 * up today's.
 */
export function mergeTappers(one: Tapper, other: Tapper, now: number): Tapper {
  const [a, b] = [reckon(one, now), reckon(other, now)];
  const longer = b.streakDay > a.streakDay || (b.streakDay === a.streakDay && b.streak > a.streak) ? b : a;
  const day = Math.max(a.day, b.day);
  const todayOf = (tapper: Tapper) => (tapper.day === day ? tapper.today : 0n);
  return {
    at: Math.max(a.at, b.at),
    energyMs: Math.min(a.energyMs, b.energyMs),
    creditMs: Math.max(a.creditMs, b.creditMs),
    run: 0,
    busyMs: Math.max(a.busyMs, b.busyMs),
    intervals: b.intervals,
    day,
    today: todayOf(a) + todayOf(b),
    streak: longer.streak,
    streakDay: longer.streakDay,
    earned: a.earned + b.earned,
    verified: a.verified || b.verified,
  };
}

/** Brings energy, time and day up to now. A clock that went back gives nothing and takes nothing. */
function reckon(tapper: Tapper, now: number): Tapper {
  const passed = Math.max(0, now - tapper.at);
  const day = Math.max(tapper.day, dayOf(now));
  return {
    ...tapper,
    at: tapper.at + passed,
    energyMs: Math.min(energy.most * energy.regenerationMs, tapper.energyMs + passed),
    creditMs: Math.min(clock.reserveMs, tapper.creditMs + passed),
    day,
    today: day === tapper.day ? tapper.today : 0n,
  };
}

function refused(tapper: Tapper, issue: TapIssue): TapVerdict {
  return { tapper, counted: 0, points: 0n, issue };
}

function count(before: Tapper, intervals: readonly number[], caps: TapCaps): TapVerdict {
  const days = before.streakDay === before.day ? before.streak : streakOn(before) + 1;
  let { run, busyMs, energyMs } = before;
  let left = roomOf(before, caps);
  let counted = 0;
  let points = 0n;
  let issue: TapIssue = "none";
  for (const interval of intervals) {
    busyMs = busyAfter(busyMs, [interval]);
    run = interval <= combo.gapMs ? run + 1 : 1;
    const obstacle = obstacleOf({ busyMs, energyMs, left }, before.verified);
    if (obstacle !== undefined) {
      issue = obstacle;
      run = 0;
      continue;
    }
    const worth = (tap.points * BigInt(multiplierBps(run, days))) / 10_000n;
    const paid = worth < left ? worth : left;
    left -= paid;
    points += paid;
    energyMs -= energy.regenerationMs;
    counted += 1;
  }
  const tapper = {
    ...before,
    run,
    busyMs,
    energyMs,
    today: before.today + points,
    earned: before.earned + points,
    ...(counted > 0 ? { streak: days, streakDay: before.day } : {}),
  };
  return { tapper, counted, points, issue };
}

type Reserves = { busyMs: number; energyMs: number; left: bigint };

function obstacleOf({ busyMs, energyMs, left }: Reserves, verified: boolean): TapIssue | undefined {
  if (busyMs > rhythm.restEveryMs) return "rest";
  if (left <= 0n) return verified ? "cap" : "waiting";
  if (energyMs < energy.regenerationMs) return "energy";
  return undefined;
}

/** Points that can still be earned; below zero where a cap was lowered. */
function roomOf({ today, earned, verified }: Tapper, caps: TapCaps): bigint {
  const ofDay = caps.day - today;
  const inAll = caps.waiting - earned;
  return !verified && inAll < ofDay ? inAll : ofDay;
}

function busyAfter(busyMs: number, intervals: readonly number[]): number {
  return intervals.reduce((busy, interval) => (interval >= rhythm.restMs ? 0 : busy + interval), busyMs);
}

/** Days in a row that still stand: today's, or yesterday's that today's taps would go on with. */
function streakOn({ day, streak: days, streakDay }: Tapper): number {
  return day - streakDay <= 1 ? days : 0;
}

function multiplierBps(run: number, days: number): number {
  const steady = streak.stepBps * Math.min(streak.days, days - 1);
  return Math.min(combo.mostBps, 10_000 + combo.stepBps * (run - 1) + steady);
}
