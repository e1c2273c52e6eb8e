import { describe, expect, it } from "vitest";
import type { PositionMove } from "@/lib/domain/position";
import { timelineOf } from "./timeline";

const move = (at: number, kind: PositionMove["kind"] = "CLAIMED"): PositionMove => ({
  id: `0x${at}`,
  kind,
  timestamp: BigInt(at),
  moved: 1n,
  penalty: 0n,
  transactionHash: "0x",
});

describe("timelineOf", () => {
  it("ends at the unlock while the lock runs, and shows how much of it has passed", () => {
    const line = timelineOf({ start: 100, unlock: 500 }, [move(100, "OPENED"), move(300)], 200);
    expect(line).toMatchObject({ from: 100, to: 500, now: 26, lock: { from: 2, passed: 26, to: 98 } });
    expect(line.marks.map(({ x }) => x)).toEqual([2, 50]);
  });

  it("ends now when the lock is over", () => {
    const line = timelineOf({ start: 100, unlock: 300 }, [move(100, "OPENED")], 500);
    expect(line).toMatchObject({ to: 500, now: 98, lock: { from: 2, passed: 50, to: 50 } });
  });

  it("begins with the first move where the lock began anew later", () => {
    const line = timelineOf({ start: 300, unlock: 500 }, [move(100, "OPENED"), move(300, "INCREASED")], 300);
    expect(line).toMatchObject({ from: 100, lock: { from: 50, passed: 50, to: 98 } });
  });

  it("has no lock where none was chosen", () => {
    expect(timelineOf({ start: 100, unlock: 100 }, [move(100, "OPENED")], 300).lock).toBeUndefined();
  });

  it("stands in one place in the second in which it begins", () => {
    expect(timelineOf({ start: 100, unlock: 100 }, [move(100, "OPENED")], 100)).toMatchObject({ now: 2 });
  });

  it("is drawn without what the index has not said yet", () => {
    expect(timelineOf({ start: 100, unlock: 500 }, [], 200)).toMatchObject({ from: 100, to: 500, marks: [] });
  });
});
