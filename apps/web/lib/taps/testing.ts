import type { TapProgress, TapRules, TapState } from "@qti/sdk/rewards/taps";
import { getAddress } from "viem";

/* A service's rules and what it says of a person who has not tapped yet, for the tests. */

export const account = getAddress(`0x${"a".repeat(40)}`);

export const rules: TapRules = {
  chainId: 31_337,
  tapRewards: getAddress(`0x${"b".repeat(40)}`),
  now: 1_800_000_000_000,
  relay: true,
  session: { lifeSeconds: 86_400, issuedWithinSeconds: 600 },
  tap: { points: 1_000_000n },
  combo: { gapMs: 1_500, stepBps: 100, mostBps: 20_000 },
  streak: { stepBps: 200, days: 10 },
  energy: { most: 1_000, regenerationMs: 5_000 },
  clock: { toleranceMs: 2_000, reserveMs: 60_000, pauseMs: 60_000 },
  speed: { fastestMs: 25, perSecond: 20 },
  rhythm: {
    intervals: 200,
    enough: 40,
    evenBps: 300,
    repeatBps: 9_000,
    repeatLag: 20,
    restEveryMs: 3_600_000,
    restMs: 60_000,
  },
  dailyCap: 1_000_000_000n,
  waitingCap: 1_000_000_000n,
};

export const progress: TapProgress = {
  energy: 1_000,
  run: 0,
  multiplierBps: 10_000,
  streak: 0,
  today: 0n,
  cap: 1_000_000_000n,
  earned: 0n,
  waiting: 0n,
  at: 1_800_000_000_000,
};

export const state: TapState = {
  account,
  identity: 7n,
  progress,
  claimed: 0n,
  claimable: 0n,
  session: null,
};
