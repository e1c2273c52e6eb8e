import { createHash } from "node:crypto";

/**
 * The Merkle tree of RFC 6962, section 2.1, after its text: a second opinion on `Rfc6962.sol`, which follows the
 * iterative verification of RFC 9162, section 2.1.3.2.
 */
export function hashLeaf(data: Buffer): Buffer {
  return sha256(Buffer.from([0]), data);
}

/** MTH(D): the root over hashed leaves. */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (only === undefined) return sha256();
  if (leaves.length === 1) return only;
  const split = splitOf(leaves.length);
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

/** PATH(m, D): the inclusion proof of one leaf, from the leaf up. */
export function proofOf(leaves: readonly Buffer[], index: number): Buffer[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  return index < split
    ? [...proofOf(leaves.slice(0, split), index), rootOf(leaves.slice(split))]
    : [...proofOf(leaves.slice(split), index - split), rootOf(leaves.slice(0, split))];
}

/** The largest power of two smaller than `size`. */
function splitOf(size: number): number {
  return 2 ** (Math.ceil(Math.log2(size)) - 1);
}

function sha256(...parts: Buffer[]): Buffer {
  return createHash("sha256").update(Buffer.concat(parts)).digest();
}
