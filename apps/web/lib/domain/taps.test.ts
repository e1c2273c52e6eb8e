import type { TapProgress } from "@qti/sdk/rewards/taps";
import { describe, expect, it } from "vitest";
import { progress, rules } from "../taps/testing";
import {
  barred,
  claimedByDay,
  energyAt,
  fromEarlier,
  isTimeToSay,
  multiplierOf,
  nothingAhead,
  nothingUnsaid,
  pointsInQti,
  ringDash,
  tapView,
  untilFull,
  untilNextDay,
  withAnswer,
  withOneMore,
  withTap,
  worthOf,
} from "./taps";

const at = 1_800_000_000_000;
const heard = (changes: Partial<TapProgress> = {}) => ({ progress: { ...progress, ...changes }, at });

describe("energy", () => {
  it("comes back one by one up to the most", () => {
    expect(energyAt(heard({ energy: 10 }), rules, at)).toBe(10);
    expect(energyAt(heard({ energy: 10 }), rules, at + rules.energy.regenerationMs - 1)).toBe(10);
    expect(energyAt(heard({ energy: 10 }), rules, at + 3 * rules.energy.regenerationMs)).toBe(13);
    expect(energyAt(heard({ energy: 10 }), rules, at + 10 ** 10)).toBe(rules.energy.most);
  });

  it("does not shrink when a clock was put back", () => {
    expect(energyAt(heard({ energy: 10 }), rules, at - 60_000)).toBe(10);
  });

  it("says when it is full", () => {
    expect(untilFull(rules.energy.most, rules)).toBe(0);
    expect(untilFull(rules.energy.most - 1, rules)).toBe(Math.ceil(rules.energy.regenerationMs / 1_000));
  });

  it("is drawn as a part of the ring", () => {
    expect(ringDash(250, 1_000)).toBe("25.00 100");
    expect(ringDash(2_000, 1_000)).toBe("none");
    expect(ringDash(-1, 1_000)).toBe("0.00 100");
    expect(ringDash(1, 0)).toBe("0.00 100");
  });
});

describe("what a tap is worth", () => {
  it("grows with the combo and the days in a row, to the most of both", () => {
    expect(multiplierOf(0, 1, rules)).toBe(10_000);
    expect(multiplierOf(10, 1, rules)).toBe(10_000 + 10 * rules.combo.stepBps);
    expect(multiplierOf(0, 3, rules)).toBe(10_000 + 2 * rules.streak.stepBps);
    expect(multiplierOf(0, 1_000, rules)).toBe(10_000 + rules.streak.days * rules.streak.stepBps);
    expect(multiplierOf(100_000, 1_000, rules)).toBe(rules.combo.mostBps);
  });

  it("is rounded down to a unit of a point", () => {
    expect(worthOf(15_000, rules)).toBe(1_500_000n);
    expect(worthOf(10_001, { tap: { points: 3n } })).toBe(3n);
  });

  it("is said in QTI at the rate, rounded down", () => {
    expect(pointsInQti(1_000_000n, 10n ** 16n)).toBe(10n ** 16n);
    expect(pointsInQti(1n, 999_999n)).toBe(0n);
    expect(pointsInQti(5n, 0n)).toBe(0n);
  });
});

describe("what the target shows", () => {
  it("counts a tap before the service does", () => {
    const one = withOneMore(nothingAhead, 1_000_000n, rules, at);
    const two = withOneMore(one, 1_010_000n, rules, at + 200);
    expect(tapView(heard({ energy: 5 }), two, rules, at + 200)).toMatchObject({
      energy: 3,
      multiplierBps: 10_000 + 2 * rules.combo.stepBps,
      today: 2_010_000n,
    });
  });

  it("lets the combo end after a pause, and begin anew", () => {
    const ahead = withOneMore({ run: 40, last: at, worths: [] }, 1n, rules, at + 100);
    expect(ahead.run).toBe(41);
    const later = at + 100 + rules.combo.gapMs + 1;
    expect(tapView(heard(), ahead, rules, later).multiplierBps).toBe(10_000);
    expect(withOneMore(ahead, 1n, rules, later).run).toBe(1);
  });

  it("takes what the service says in place of what was expected", () => {
    const ahead = { run: 9, last: at, worths: [1n, 2n, 3n] };
    expect(withAnswer(ahead, { taps: 2, progress })).toEqual({ run: 9, last: at, worths: [3n] });
    expect(withAnswer(ahead, { taps: 3, progress: { ...progress, run: 4 } })).toEqual({
      run: 4,
      last: at,
      worths: [],
    });
  });

  it("never promises more than the cap of the day", () => {
    const ahead = { run: 0, last: at, worths: [10n ** 9n] };
    expect(tapView(heard({ today: progress.cap - 1n }), ahead, rules, at).today).toBe(progress.cap);
  });

  it("counts taps of an earlier visit by what they are worth at least", () => {
    expect(fromEarlier(2, rules).worths).toEqual([rules.tap.points, rules.tap.points]);
  });
});

describe("when no tap would count", () => {
  const view = { energy: 1, today: 0n };

  it("says nothing while one would", () => {
    expect(barred(view, heard(), rules, true)).toBeUndefined();
    expect(barred(view, heard({ waiting: rules.waitingCap - 1n }), rules, false)).toBeUndefined();
  });

  it("names the energy, the cap of the day, or what can wait without an identity", () => {
    expect(barred({ ...view, energy: 0 }, heard(), rules, true)).toBe("energy");
    expect(barred({ energy: 0, today: progress.cap }, heard(), rules, true)).toBe("cap");
    expect(barred(view, heard({ waiting: rules.waitingCap }), rules, false)).toBe("waiting");
    expect(barred(view, heard({ waiting: rules.waitingCap }), rules, true)).toBeUndefined();
  });

  it("knows when the next day begins", () => {
    expect(untilNextDay(86_400 * 3)).toBe(86_400);
    expect(untilNextDay(86_400 * 3 - 1)).toBe(1);
  });
});

describe("claimedByDay", () => {
  const day = 86_400;
  const claim = (of: number, amount: bigint) => ({ timestamp: BigInt(of * day + 5), amount });

  it("sums up each day, oldest first, and cuts what is smaller than a hundredth", () => {
    expect(claimedByDay([claim(101, 1_500_000n), claim(100, 2_009_999n), claim(100, 1_000_000n)])).toEqual([
      { at: 100 * day, value: 3 },
      { at: 101 * day, value: 1.5 },
    ]);
  });

  it("goes back sixty days from the newest claim", () => {
    expect(
      claimedByDay([claim(160, 1_000_000n), claim(101, 1_000_000n), claim(100, 1_000_000n)]),
    ).toHaveLength(2);
    expect(claimedByDay([])).toEqual([]);
  });
});

describe("what is said to who listens", () => {
  it("is one sentence for a burst, after it", () => {
    const burst = withTap(withTap(nothingUnsaid, at), at + 300);
    expect(burst.taps).toBe(2);
    expect(isTimeToSay(nothingUnsaid, at)).toBe(false);
    expect(isTimeToSay(burst, at + 400)).toBe(false);
    expect(isTimeToSay(burst, at + 1_800)).toBe(true);
  });

  it("is said now and then within a long one", () => {
    expect(isTimeToSay({ taps: 80, since: at, last: at + 10_000 }, at + 10_000)).toBe(true);
  });
});
