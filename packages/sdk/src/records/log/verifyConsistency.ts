import { equalBytes } from "../bytes.ts";
import { hashNode, largestPower } from "./tree.ts";

/** A tree as one knows it: its size and its root. */
export type TreeHead = { size: number; root: Uint8Array };

/**
 * Whether a later tree begins with all leaves of an earlier one, in their order: nothing was taken out, changed or put in between.
 * https://www.rfc-editor.org/rfc/rfc9162#section-2.1.4.2
 */
export async function verifyConsistency(
  first: TreeHead,
  second: TreeHead,
  proof: readonly Uint8Array[],
): Promise<boolean> {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && equalBytes(first.root, second.root);
  // Every tree begins with nothing.
  if (first.size === 0) return proof.length === 0;
  const path = largestPower(first.size) === first.size ? [first.root, ...proof] : proof;
  const [begin, ...rest] = path;
  if (begin === undefined) return false;
  let [node, last] = [first.size - 1, second.size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [before, after] = [begin, begin];
  for (const hash of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      before = await hashNode(hash, before);
      after = await hashNode(hash, after);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      after = await hashNode(after, hash);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && equalBytes(before, first.root) && equalBytes(after, second.root);
}

const half = (value: number) => Math.floor(value / 2);
