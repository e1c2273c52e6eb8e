import { type Bytes, equalBytes } from "../bytes.ts";
import { hashNode } from "./tree.ts";

/** Where a leaf is said to be in a tree. */
export type Inclusion = {
  /** Of the leaf, its prefix 0x00 applied. */
  leafHash: Uint8Array;
  /** Its number, from 0. */
  index: number;
  /** Leaves of the tree. */
  size: number;
  /** From the leaf up. */
  proof: readonly Uint8Array[];
};

/**
 * The root to which an inclusion proof leads; undefined when no proof of that length can be one.
 * https://www.rfc-editor.org/rfc/rfc9162#section-2.1.3.2
 */
export async function rootByInclusion({
  leafHash,
  index,
  size,
  proof,
}: Inclusion): Promise<Bytes | undefined> {
  if (index < 0 || index >= size) return undefined;
  let [node, last] = [index, size - 1];
  let hash = new Uint8Array(leafHash);
  for (const sibling of proof) {
    if (last === 0) return undefined;
    if (node % 2 === 1 || node === last) {
      hash = await hashNode(sibling, hash);
      // The last node of a level without a sibling moves up as it is.
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = await hashNode(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 ? hash : undefined;
}

/** Whether a leaf is in the tree with this root, at that place. */
export async function verifyInclusion(inclusion: Inclusion, root: Uint8Array): Promise<boolean> {
  const actual = await rootByInclusion(inclusion);
  return actual !== undefined && equalBytes(actual, root);
}

const half = (value: number) => Math.floor(value / 2);
