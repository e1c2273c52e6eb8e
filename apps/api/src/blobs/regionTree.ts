import { createHash } from "node:crypto";

const hashBytes = 32;

/** Nodes of a region's tree are blobs themselves, named by their own hash. */
export type TreeNode = { hash: string; bytes: Uint8Array };

/** A leaf: the hashes of blobs whose names begin with the same byte, in order, as bytes one after the other. */
export function leafOf(hashes: readonly string[]): TreeNode {
  return nodeOf(Buffer.from([...hashes].sort().join(""), "hex"));
}

/** The hashes in a leaf. */
export function hashesOf(leaf: Uint8Array): string[] {
  const text = Buffer.from(leaf).toString("hex");
  const hashes: string[] = [];
  for (let at = 0; at < text.length; at += 2 * hashBytes) hashes.push(text.slice(at, at + 2 * hashBytes));
  return hashes;
}

/** The root: for each byte that there is a leaf for, that byte and the leaf's hash. */
export function rootOf(leaves: ReadonlyMap<string, string>): TreeNode {
  const parts = [...leaves].sort(([one], [other]) => (one < other ? -1 : 1));
  return nodeOf(Buffer.from(parts.map(([prefix, node]) => prefix + node).join(""), "hex"));
}

function nodeOf(bytes: Buffer): TreeNode {
  return { hash: createHash("sha256").update(bytes).digest("hex"), bytes };
}
