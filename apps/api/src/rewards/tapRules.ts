import { tapLimits } from "@qti/sdk/rewards/taps/wire";

/** What a point is in units. */
export const point = 1_000_000n;

export const dayMs = 24 * 60 * 60_000;

/** Every rule of taps that is the service's own; `GET /v1/taps` tells them as they stand here. */
export const tapRules = {
  session: { lifeSeconds: 24 * 60 * 60, issuedWithinSeconds: 10 * 60, aheadSeconds: 60 },
  tap: { points: point },
  /** Two points a tap after a hundred in a row. */
  combo: { gapMs: 1_000, stepBps: 100, mostBps: 20_000 },
  /** A fifth more on the eleventh day in a row. */
  streak: { stepBps: 200, days: 10 },
  /** A thousand at once, and twelve hundred an hour. */
  energy: { most: 1_000, regenerationMs: 3_000 },
  clock: { toleranceMs: 2_000, reserveMs: 60 * 60_000, pauseMs: 10_000 },
  speed: { fastestMs: 60, perSecond: 12 },
  rhythm: {
    intervals: 64,
    enough: 32,
    evenBps: 300,
    repeatBps: 8_000,
    repeatLag: 16,
    restEveryMs: 10 * 60_000,
    restMs: 3_000,
  },
  batch: { taps: tapLimits.batchTaps },
} as const;
