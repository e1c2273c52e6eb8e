/** Rewards on their way to who stakes: QTI units left at `updated`; Unix seconds. */
export type StreamReading = { left: bigint; end: number; updated: number };

/**
 * QTI units that flow between the time of a block and now, while the clock of the stream runs. A node answers for its last
 * block; the stream runs by the clock, so between two blocks more has flowed than the node says. Rounded down.
 */
export function flowedSince({ left, end, updated }: StreamReading, readAt: number, now: number): bigint {
  const from = Math.max(readAt, updated);
  const until = Math.min(now, end);
  if (until <= from || end <= updated) return 0n;
  return (left * BigInt(until - from)) / BigInt(end - updated);
}
