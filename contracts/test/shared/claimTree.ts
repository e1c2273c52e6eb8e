import { concat, type Hex, keccak256 } from "viem";

/** The node above two others, as OpenZeppelin's `MerkleProof` pairs them. */
export function nodeAbove(left: Hex, right: Hex): Hex {
  return keccak256(concat(left < right ? [left, right] : [right, left]));
}

/** Root of a tree over leaves and, for each leaf, the siblings on the way up; one that is left over moves up as it is. */
export function claimTree(leaves: readonly Hex[]): { root: Hex; proofs: Hex[][] } {
  let level = leaves.map((hash, index) => ({ hash, below: [index] }));
  const proofs = leaves.map((): Hex[] => []);
  while (level.length > 1) {
    const above: typeof level = [];
    for (let i = 0; i < level.length; i += 2) {
      const [left, right] = level.slice(i, i + 2);
      if (left === undefined) break;
      if (right === undefined) {
        above.push(left);
        break;
      }
      for (const index of left.below) proofs[index]?.push(right.hash);
      for (const index of right.below) proofs[index]?.push(left.hash);
      above.push({ hash: nodeAbove(left.hash, right.hash), below: [...left.below, ...right.below] });
    }
    level = above;
  }
  return { root: level[0]?.hash ?? "0x", proofs };
}
