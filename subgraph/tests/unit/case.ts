import type { Hex } from "viem";
import type { EventName, TestEvent } from "./events.ts";

/** A block and what happens in it. Time is the block's, in Unix seconds. */
export interface TestBlock {
  readonly number: number;
  readonly time: number;
  readonly events: readonly TestEvent[];
}

/** A query and what it must answer; lists in any order. */
export interface Expectation {
  readonly query: string;
  readonly answer: Readonly<Record<string, unknown>>;
}

/** One unit test: what the handler of `of` makes of some blocks. */
export interface TestCase {
  readonly of: EventName;
  readonly name: string;
  readonly blocks: readonly TestBlock[];
  readonly expect: readonly Expectation[];
}

const firstBlock = 100;
const firstTime = 1_790_000_000;
const blockSeconds = 60;

/** Time of the n-th block of a case, from 0. */
export const timeOf = (block: number): number => firstTime + block * blockSeconds;

/** Number of the n-th block of a case, from 0. */
export const numberOf = (block: number): number => firstBlock + block;

/** Blocks one after the other, a minute apart. */
export function blocks(...lists: readonly (readonly TestEvent[])[]): readonly TestBlock[] {
  return lists.map((events, index) => ({ number: numberOf(index), time: timeOf(index), events }));
}

/** Time so many days after the first block of a case. */
export const dayOf = (days: number): number => firstTime + days * 86_400;

/** Blocks that come so many days after the first. */
export function daysAfter(
  ...lists: readonly (readonly [days: number, events: readonly TestEvent[]])[]
): readonly TestBlock[] {
  return lists.map(([days, events], index) => ({ number: numberOf(index), time: dayOf(days), events }));
}

/** An address that is easy to tell from others. */
export const address = (n: number): Hex => `0x${n.toString(16).padStart(40, "a")}`;

/** 32 bytes that are easy to tell from others. */
export const word = (n: number): Hex => `0x${n.toString(16).padStart(64, "0")}`;

export const zeroAddress: Hex = `0x${"0".repeat(40)}`;

/** Hash of the transaction of the log at `index` in the n-th block, unless the log names a shared one. */
export const txHash = (block: number, index: number): Hex => word((numberOf(block) << 12) + index);

/** Hash of a shared transaction. */
export const sharedTxHash = (tx: number): Hex => `0x${tx.toString(16).padStart(64, "f")}`;

/** Id of what a log stands for. */
export function logId(block: number, index: number, tx?: number): Hex {
  const place = Buffer.alloc(4);
  place.writeInt32LE(index);
  return `${tx === undefined ? txHash(block, index) : sharedTxHash(tx)}${place.toString("hex")}`;
}

/** A number as ids end in it. */
export const numbered = (n: number): string => n.toString(16).padStart(16, "0");

/** One id out of several. */
export const joined = (...parts: readonly string[]): Hex =>
  `0x${parts.map((part) => part.replace("0x", "")).join("")}`;
