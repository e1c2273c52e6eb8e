import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rememberIntervals, signOfMachine } from "../src/rewards/rhythm.ts";
import { judgeTaps, mergeTappers, newTapper, progressOf, type Tapper } from "../src/rewards/tapJudge.ts";
import { dayMs, point, tapRules } from "../src/rewards/tapRules.ts";
import { handIntervals, offsetsOf } from "./support/tapper.ts";

const caps = { day: 1_000n * point, waiting: 1_000n * point };
const noon = 20_000 * dayMs + dayMs / 2;
const rested = (verified = true): Tapper => ({ ...newTapper(noon, verified), creditMs: 3_600_000 });
const judge = (tapper: Tapper, taps: readonly number[], now: number, opens = false) =>
  judgeTaps(tapper, { taps, opens }, { now, caps });

/** Batches of whatever a client may send, each some time after the one before. */
const batches = fc.array(
  fc.record({
    intervals: fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 240 }),
    wait: fc.integer({ min: 0, max: 30_000 }),
    opens: fc.boolean(),
  }),
  { minLength: 1, maxLength: 20 },
);

describe("a batch, whatever is in it,", () => {
  it("earns no more than energy, cap and the largest multiplier allow, and each of them stays within its bounds", () => {
    fc.assert(
      fc.property(batches, fc.boolean(), (sent, verified) => {
        let tapper = newTapper(noon, verified);
        let now = noon;
        let counted = 0;
        let covered = 0;
        for (const { intervals, wait, opens } of sent) {
          now += wait;
          const taps = offsetsOf(intervals);
          const verdict = judge(tapper, taps, now, opens);
          if (verdict.issue !== "clock") covered += taps.at(-1) ?? 0;
          expect(verdict.points <= BigInt(verdict.counted) * 2n * point).toBe(true);
          expect(verdict.tapper.earned - tapper.earned).toBe(verdict.points);
          tapper = verdict.tapper;
          counted += verdict.counted;
          expect(tapper.energyMs).toBeGreaterThanOrEqual(0);
          expect(tapper.creditMs).toBeGreaterThanOrEqual(0);
          expect(tapper.today <= caps.day).toBe(true);
          expect(tapper.intervals.length).toBeLessThanOrEqual(tapRules.rhythm.intervals);
        }
        const passed = now - noon;
        expect(covered).toBeLessThanOrEqual(passed + tapRules.clock.toleranceMs);
        expect(counted).toBeLessThanOrEqual(
          tapRules.energy.most + Math.floor(passed / tapRules.energy.regenerationMs),
        );
      }),
      { numRuns: 200 },
    );
  });

  it("is judged the same whenever it is judged again", () => {
    fc.assert(
      fc.property(batches, (sent) => {
        for (const { intervals, wait, opens } of sent) {
          const once = judge(rested(), offsetsOf(intervals), noon + wait, opens);
          expect(judge(rested(), offsetsOf(intervals), noon + wait, opens)).toEqual(once);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("taps of a hand", () => {
  it("count, whatever hand it is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const intervals = handIntervals(200, seed);
        expect(signOfMachine([], intervals)).toBeUndefined();
        expect(judge(rested(), offsetsOf(intervals), noon)).toMatchObject({ counted: 200, issue: "none" });
      }),
      { numRuns: 100 },
    );
  });

  it("are worth more the longer the combo goes on, and twice at most", () => {
    const { points, tapper } = judge(rested(), offsetsOf(handIntervals(200)), noon);
    // 1.00, 1.01 and so on up to 2.00 after a hundred, then 2.00 each.
    expect(points).toBe(((100n + 199n) * 100n * point) / 200n + 100n * 2n * point);
    expect(progressOf(tapper, noon, caps)).toMatchObject({ run: 200, multiplierBps: 20_000 });
    expect(progressOf(tapper, noon + 1_001, caps)).toMatchObject({ run: 0, multiplierBps: 10_000 });
  });

  it("begin another combo after a pause", () => {
    const { points } = judge(rested(), [200, 400, 1_401], noon);
    expect(points).toBe(point + (101n * point) / 100n + point);
  });

  it("use up energy, which comes back", () => {
    const tired = { ...rested(), energyMs: 3 * tapRules.energy.regenerationMs };
    expect(judge(tired, offsetsOf(handIntervals(5)), noon)).toMatchObject({ counted: 3, issue: "energy" });
    const later = noon + tapRules.energy.regenerationMs;
    expect(judge(tired, offsetsOf(handIntervals(5)), later)).toMatchObject({ counted: 4 });
  });

  it("earn up to the cap of a day to the last unit, and on from the next day", () => {
    const rich = { ...rested(), today: caps.day - 1n };
    expect(judge(rich, [200, 400], noon)).toMatchObject({ counted: 1, points: 1n, issue: "cap" });
    expect(judge(rich, [200, 400], noon + dayMs)).toMatchObject({ counted: 2, issue: "none" });
  });

  it("on days in a row make a streak, which a day without ends", () => {
    let tapper = rested();
    let now = noon;
    for (const days of [1, 2, 3]) {
      tapper = judge(tapper, [200], now).tapper;
      expect(tapper.streak).toBe(days);
      now += dayMs;
    }
    expect(progressOf(tapper, now, caps)).toMatchObject({ streak: 3, multiplierBps: 10_400 });
    expect(progressOf(tapper, now + dayMs, caps)).toMatchObject({ streak: 0, multiplierBps: 10_000 });
    expect(judge(tapper, [200], now + dayMs).tapper.streak).toBe(1);
  });

  it("without a rest for ten minutes count no more, until there is one", () => {
    const busy = { ...rested(), busyMs: tapRules.rhythm.restEveryMs };
    expect(judge(busy, [200, 400], noon)).toMatchObject({ counted: 0, issue: "rest" });
    expect(judge(busy, [200, 3_200, 3_400], noon)).toMatchObject({ counted: 2, issue: "rest" });
  });
});

describe("taps of a machine", () => {
  const even = Array.from({ length: 60 }, (_, index) => 150 + (index % 3));
  const recording = handIntervals(9);
  const repeated = Array.from({ length: 8 }, () => recording).flat();

  it.each([
    ["always as far apart", Array<number>(40).fill(150), "even"],
    ["almost always as far apart", even, "even"],
    ["a recording again and again", repeated, "repeating"],
    ["closer than any hand", [200, 59], "speed"],
    ["more than twelve in a second", Array<number>(12).fill(83), "speed"],
  ])("%s are known, and earn nothing", (_, intervals, issue) => {
    expect(signOfMachine([], intervals)).toBe(issue);
    expect(judge(rested(), offsetsOf(intervals), noon)).toMatchObject({ counted: 0, points: 0n, issue });
  });

  it("are known when they come in small batches too", () => {
    let tapper = rested();
    const issues = [];
    for (let batch = 0; batch < 8; batch++) {
      const verdict = judge(tapper, [150, 300, 450, 600, 750], noon);
      tapper = verdict.tapper;
      issues.push(verdict.issue);
    }
    expect(issues.at(-1)).toBe("even");
  });

  it("bar nobody: after as many taps of a hand as are looked at, all is as before", () => {
    const before = rememberIntervals([], Array<number>(64).fill(150));
    const hand = handIntervals(64);
    expect(signOfMachine(rememberIntervals(before, hand), handIntervals(20, 7))).toBeUndefined();
  });
});

describe("a clock that was moved", () => {
  it("covers no more than has passed, and two seconds once", () => {
    const fresh = newTapper(noon, true);
    expect(judge(fresh, [2_000], noon)).toMatchObject({ counted: 1 });
    expect(judge(fresh, [2_001], noon)).toMatchObject({ counted: 0, issue: "clock" });
    const used = judge(fresh, [2_000], noon).tapper;
    expect(judge(used, [100], noon + 99)).toMatchObject({ counted: 0, issue: "clock" });
    expect(judge(used, [100], noon + 100)).toMatchObject({ counted: 1 });
  });

  it("of the service that goes back gives nothing", () => {
    const used = judge(newTapper(noon, true), [2_000], noon).tapper;
    expect(judge(used, [100], noon - dayMs)).toMatchObject({ issue: "clock" });
    expect(progressOf(used, noon - dayMs, caps).energy).toBe(999);
  });
});

describe("a wallet that becomes an identity", () => {
  it("has used up what both have used up", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (mine, waited) => {
        const one = judge(rested(), offsetsOf(handIntervals(mine)), noon).tapper;
        const other = judge(rested(false), offsetsOf(handIntervals(waited)), noon).tapper;
        const merged = mergeTappers(one, other, noon);
        expect(merged.earned).toBe(one.earned + other.earned);
        expect(merged.today).toBe(one.today + other.today);
        expect(merged.energyMs).toBe(Math.min(one.energyMs, other.energyMs));
        expect(merged.verified).toBe(true);
      }),
    );
  });
});
