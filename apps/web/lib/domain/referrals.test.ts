import { describe, expect, it } from "vitest";
import {
  bestPosition,
  codeWords,
  type HeldPosition,
  heldUntil,
  referralSteps,
  vestingPosition,
} from "./referrals";

const day = 86_400;
const now = 1_800_000_000;
const qti = 10n ** 18n;
const minStake = 100n * qti;
const position = (changes: Partial<HeldPosition> = {}): HeldPosition => ({
  positionId: 1n,
  amount: minStake,
  lockDays: 30,
  start: now - 10 * day,
  ...changes,
});
const done = (...arguments_: Parameters<typeof referralSteps>) =>
  referralSteps(...arguments_)
    .filter((step) => step.done)
    .map(({ step }) => step);

describe("bestPosition", () => {
  it("is the one held longest of those that are large enough and locked long enough", () => {
    const older = position({ positionId: 2n, start: now - 20 * day });
    expect(bestPosition([position(), older, position({ positionId: 3n })], minStake)).toBe(older);
    expect(bestPosition([position({ amount: minStake - 1n })], minStake)).toBeUndefined();
    expect(bestPosition([position({ lockDays: 0 })], minStake)).toBeUndefined();
    expect(bestPosition([], minStake)).toBeUndefined();
  });
});

describe("referralSteps", () => {
  const nothing = { paid: 0n, bonus: 0n };

  it("says nothing of what can never pay", () => {
    expect(referralSteps({ state: "void", ...nothing }, [], minStake, now)).toEqual([]);
    expect(referralSteps({ state: "none", ...nothing }, [], minStake, now)).toEqual([]);
  });

  it("goes on with each thing that the newcomer does", () => {
    expect(done({ state: "bound", ...nothing }, [], minStake, now)).toEqual([]);
    expect(done({ state: "final", ...nothing }, [], minStake, now)).toEqual(["verify"]);
    expect(done({ state: "final", ...nothing }, [position()], minStake, now)).toEqual(["verify", "stake"]);
    const held = position({ start: now - 30 * day });
    expect(done({ state: "final", ...nothing }, [held], minStake, now)).toEqual(["verify", "stake", "hold"]);
  });

  it("says when a position will have been held long enough", () => {
    const [, , hold] = referralSteps({ state: "final", ...nothing }, [position()], minStake, now);
    expect(hold).toEqual({ step: "hold", done: false, readyAt: heldUntil(position()) });
  });

  it("asks for no stake any more once the bonus is secured", () => {
    expect(done({ state: "vested", ...nothing }, [], minStake, now)).toEqual([
      "verify",
      "stake",
      "hold",
      "vest",
    ]);
    expect(done({ state: "vested", paid: 0n, bonus: 1n }, [], minStake, now)).toContain("earn");
    expect(done({ state: "vested", paid: 1n, bonus: 0n }, [], minStake, now)).toContain("earn");
  });
});

describe("vestingPosition", () => {
  it("is there from the second on in which the chain takes it, and only while it is needed", () => {
    const ready = position({ start: now - 30 * day });
    expect(vestingPosition("final", [ready], minStake, now)).toBe(1n);
    expect(vestingPosition("final", [ready], minStake, now - 1)).toBeUndefined();
    expect(vestingPosition("bound", [ready], minStake, now)).toBeUndefined();
    expect(vestingPosition("vested", [ready], minStake, now)).toBeUndefined();
  });
});

it("codes are read out in two groups", () => {
  expect(codeWords("7K3MQ0ZT")).toBe("7K3M-Q0ZT");
});
