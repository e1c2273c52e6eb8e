import type { Bytes } from "../bytes.ts";
import { hashNode, largestPower, splitOf } from "./tree.ts";

/*
 * Which parts of a tree a proof is made of. A log keeps only nodes that are complete, which never change; every proof of every size
 * is put together from a few of them, so that nobody reads the whole log.
 */

/** Leaves from `start` on, without `end`, that have a root of their own. */
export type Range = { start: number; end: number };

/** A complete node: it covers the 2^level leaves from `index` times as many on. */
export type NodePlace = { level: number; index: number };

/** PATH(index, size): whose roots prove that a leaf is in a tree, from the leaf up. */
export function inclusionRanges(index: number, size: number): Range[] {
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  return ranges.reverse();
}

/** PROOF(from, size): whose roots prove that a tree begins with a smaller one. Nothing, where the smaller one is empty or the same. */
export function consistencyRanges(from: number, size: number): Range[] {
  if (from === 0 || from === size) return [];
  const ranges: Range[] = [];
  let [start, end] = [0, size];
  while (from !== end) {
    const middle = start + splitOf(end - start);
    if (from <= middle) {
      ranges.push({ start: middle, end });
      end = middle;
    } else {
      ranges.push({ start, end: middle });
      start = middle;
    }
  }
  // The smaller tree itself is known to whoever asks.
  if (start !== 0) ranges.push({ start, end });
  return ranges.reverse();
}

/** The complete nodes that a range is made of, from the left. Its start is a multiple of the largest of them. */
export function nodesOf({ start, end }: Range): NodePlace[] {
  const places: NodePlace[] = [];
  for (let at = start; at < end; ) {
    const power = largestPower(end - at);
    places.push({ level: Math.log2(power), index: at / power });
    at += power;
  }
  return places;
}

/** The root of a range, from the hashes of its {@link nodesOf}, of which there is at least one. */
export async function foldNodes(hashes: readonly Bytes[]): Promise<Bytes> {
  const [last = new Uint8Array(), ...before] = [...hashes].reverse();
  let hash = last;
  for (const left of before) hash = await hashNode(left, hash);
  return hash;
}

/** The nodes that become complete by leaf number `index`, and to the left of each the one that it is hashed with. */
export function completedBy(index: number): { left: NodePlace; completed: NodePlace }[] {
  const pairs: { left: NodePlace; completed: NodePlace }[] = [];
  for (let level = 0, at = index; at % 2 === 1; level += 1) {
    const above = (at - 1) / 2;
    pairs.push({ left: { level, index: at - 1 }, completed: { level: level + 1, index: above } });
    at = above;
  }
  return pairs;
}
