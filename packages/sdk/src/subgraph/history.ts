import type { SubgraphOptions } from "./createSubgraphClient.ts";

/** How much of a history to read. */
export type HistoryParameters = SubgraphOptions & {
  /** Length of one step. */
  interval: "hour" | "day";
  /** Most steps, the newest ones, 1 to 1,000. Default 90. */
  first?: number | undefined;
  /** Unix seconds from which on steps are wanted. */
  from?: bigint | undefined;
};

/** Steps a history has when nothing is said. */
export const STEPS = 90;

/** graph-node keeps the start of a step in microseconds. */
const MICROSECONDS = 1_000_000n;

/** Filter for the steps that start at `from` or later. */
export const startingAt = (from: bigint | undefined) =>
  from === undefined || from <= 0n ? {} : { timestamp_gt: from * MICROSECONDS - 1n };

/** Filter for the steps that start before `until`. */
export const startingBefore = (until: bigint | undefined) =>
  until === undefined ? {} : { timestamp_lt: until * MICROSECONDS };

/** Filter for what was known until a time, that second included. */
export const until = (time: bigint | undefined) =>
  time === undefined ? {} : { timestamp_lt: (time + 1n) * MICROSECONDS };

/** Oldest first, times in Unix seconds. */
export function toSteps<row extends { timestamp: bigint }>(rows: readonly row[]): row[] {
  return rows.map((row) => ({ ...row, timestamp: row.timestamp / MICROSECONDS })).reverse();
}
