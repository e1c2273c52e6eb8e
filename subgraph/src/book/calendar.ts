import { BigInt } from "@graphprotocol/graph-ts";

/** The calendar of the credit lines, in seconds; the same for all of them. */
export namespace Calendar {
  export const CYCLE: i32 = 2_592_000;
  export const DUE: i32 = 864_000;
  export const LATE: i32 = 1_296_000;
  export const DEFAULT: i32 = 3_888_000;
  export const MARKDOWN: i32 = 15_552_000;
}

export function seconds(value: i32): BigInt {
  return BigInt.fromI32(value);
}

/** Seconds from the start of the calendar to the statement of a cycle. */
export function statementOf(cycle: i32): BigInt {
  return BigInt.fromI32(cycle).times(seconds(Calendar.CYCLE));
}

/** Number of the cycle that runs so many seconds after the start. */
export function cycleAt(elapsed: BigInt): i32 {
  return elapsed.div(seconds(Calendar.CYCLE)).toI32() + 1;
}
