import { type Bytes, concat } from "../bytes.ts";

/*
 * The Merkle tree of RFC 6962, section 2.1, with SHA-256: prefix 0x00 for a leaf, 0x01 for a node, so that a node is never passed
 * off as a leaf. https://www.rfc-editor.org/rfc/rfc9162#section-2.1
 */

/** Bytes of a hash in the tree. */
export const hashBytes = 32;

export function hashLeaf(data: Uint8Array): Promise<Bytes> {
  return sha256(Uint8Array.of(0), data);
}

export function hashNode(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(Uint8Array.of(1), left, right);
}

/** The root over leaves that are hashed already; SHA-256 of nothing where there are none. */
export async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  const [left, right] = await Promise.all([rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split))]);
  return hashNode(left, right);
}

/** The left part of a tree holds the largest power of two that is smaller than the whole. Sizes are at least two. */
export function splitOf(size: number): number {
  return largestPower(size - 1);
}

/** The largest power of two that is not above the size, which is at least one. Without 32-bit arithmetic: logs grow for decades. */
export function largestPower(size: number): number {
  let power = 1;
  while (power * 2 <= size) power *= 2;
  return power;
}

async function sha256(...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", concat(...parts)));
}
