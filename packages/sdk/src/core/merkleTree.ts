import { concatHex, type Hash, keccak256 } from "viem";

/** The leaves, then each level above them, up to the root. Neighbours are paired from the left; one left over moves up as it is. */
export function merkleLevels(leaves: readonly Hash[]): Hash[][] {
  const levels = [[...leaves]];
  for (let level = leaves; level.length > 1; ) {
    const above: Hash[] = [];
    for (let left = 0; left < level.length; left += 2) {
      const [a, b] = [level[left], level[left + 1]];
      if (a !== undefined) above.push(b === undefined ? a : hashPair(a, b));
    }
    levels.push(above);
    level = above;
  }
  return levels;
}

/** What `MerkleProof` takes to come from one leaf to the root. */
export function merkleProof(levels: readonly Hash[][], leaf: number): Hash[] {
  const proof: Hash[] = [];
  let place = leaf;
  for (const level of levels) {
    const sibling = level[place ^ 1];
    if (sibling !== undefined) proof.push(sibling);
    place >>= 1;
  }
  return proof;
}

/** The root that a proof leads to from a leaf. */
export function merkleRoot(leaf: Hash, proof: readonly Hash[]): Hash {
  return proof.reduce(hashPair, leaf);
}

/** As OpenZeppelin's `MerkleProof`: the smaller first, so that a proof needs no sides. */
function hashPair(a: Hash, b: Hash): Hash {
  return keccak256(a.toLowerCase() < b.toLowerCase() ? concatHex([a, b]) : concatHex([b, a]));
}
