import type { PositionMove } from "@/lib/domain/position";

/** A position's life from its first move to its unlock, or to now where that is later; places in percent of the width. */
export type Timeline = {
  from: number;
  to: number;
  marks: readonly { move: PositionMove; x: number }[];
  /** Where the running clock stands. */
  now: number;
  /** The lock, and how much of it has passed; `undefined` for a position without one. */
  lock: { from: number; passed: number; to: number } | undefined;
};

/** Room at both ends, so that no mark is cut. */
const margin = 2;

/** Places what happened to a position, oldest first, on a line. */
export function timelineOf(
  { start, unlock }: { start: number; unlock: number },
  moves: readonly PositionMove[],
  now: number,
): Timeline {
  const from = Math.min(start, Number(moves[0]?.timestamp ?? start));
  const to = Math.max(unlock, now, Number(moves.at(-1)?.timestamp ?? start));
  const place = (at: number) => margin + ((at - from) / (to - from || 1)) * (100 - 2 * margin);
  return {
    from,
    to,
    marks: moves.map((move) => ({ move, x: place(Number(move.timestamp)) })),
    now: place(now),
    lock:
      unlock > start
        ? { from: place(start), passed: place(Math.min(Math.max(now, start), unlock)), to: place(unlock) }
        : undefined,
  };
}
