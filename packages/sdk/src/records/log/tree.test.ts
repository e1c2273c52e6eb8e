import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Bytes, fromHex, toHex } from "../bytes.ts";
import {
  completedBy,
  consistencyRanges,
  foldNodes,
  inclusionRanges,
  type NodePlace,
  nodesOf,
  type Range,
} from "./ranges.ts";
import { hashLeaf, hashNode, rootOf } from "./tree.ts";
import { verifyConsistency } from "./verifyConsistency.ts";
import { verifyInclusion } from "./verifyInclusion.ts";

/** The reference tree of Certificate Transparency: its leaves, and what its implementations share as known roots and proofs. */
const known = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const roots = [
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
/** Leaf, size and proof, as section 2.1.3 of the RFC's test trees have them. */
const inclusions = [
  { index: 0, size: 1, proof: [] },
  {
    index: 0,
    size: 8,
    proof: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    index: 5,
    size: 8,
    proof: [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  { index: 2, size: 3, proof: ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"] },
];
const consistencies = [
  { from: 1, size: 1, proof: [] },
  {
    from: 1,
    size: 8,
    proof: [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  },
  {
    from: 6,
    size: 8,
    proof: [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  },
  {
    from: 2,
    size: 5,
    proof: [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  },
];

const leavesOf = (count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => hashLeaf(Uint8Array.of(index >> 8, index & 0xff))));

/** The complete nodes of a log, as a store keeps them. */
async function storeOf(leaves: readonly Bytes[]) {
  const nodes = new Map<string, Bytes>();
  const key = ({ level, index }: NodePlace) => `${level}/${index}`;
  const get = (place: NodePlace) => {
    const hash = nodes.get(key(place));
    if (hash === undefined) throw new Error(`no node ${key(place)}`);
    return hash;
  };
  for (const [index, leaf] of leaves.entries()) {
    let hash = leaf;
    nodes.set(key({ level: 0, index }), hash);
    for (const { left, completed } of completedBy(index)) {
      hash = await hashNode(get(left), hash);
      nodes.set(key(completed), hash);
    }
  }
  const hashOf = (range: Range) => foldNodes(nodesOf(range).map(get));
  return {
    count: nodes.size,
    root: (size: number) => hashOf({ start: 0, end: size }),
    proof: (ranges: readonly Range[]) => Promise.all(ranges.map(hashOf)),
  };
}

const size = fc.integer({ min: 1, max: 130 });

describe("the tree of RFC 6962", () => {
  test("has the known roots and the known proofs", async () => {
    const leaves = await Promise.all(known.map((hex) => hashLeaf(fromHex(hex))));
    const store = await storeOf(leaves);
    for (const [index, root] of roots.entries()) {
      expect(toHex(await rootOf(leaves.slice(0, index + 1)))).toBe(root);
      expect(toHex(await store.root(index + 1))).toBe(root);
    }
    for (const { index, size, proof } of inclusions) {
      expect((await store.proof(inclusionRanges(index, size))).map(toHex)).toEqual(proof);
      const inclusion = {
        leafHash: leaves[index] ?? new Uint8Array(),
        index,
        size,
        proof: proof.map(fromHex),
      };
      expect(await verifyInclusion(inclusion, fromHex(roots[size - 1] ?? ""))).toBe(true);
    }
    for (const { from, size, proof } of consistencies) {
      expect((await store.proof(consistencyRanges(from, size))).map(toHex)).toEqual(proof);
      const [first, second] = [from, size].map((each) => ({
        size: each,
        root: fromHex(roots[each - 1] ?? ""),
      }));
      expect(first && second && (await verifyConsistency(first, second, proof.map(fromHex)))).toBe(true);
    }
  });

  test("proves each leaf in each size of it, from complete nodes only, fewer than two a level", async () => {
    const leaves = await leavesOf(130);
    const store = await storeOf(leaves);
    expect(store.count).toBeLessThan(2 * leaves.length);
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), async (size, some) => {
        const index = some % size;
        const root = await store.root(size);
        expect(root).toEqual(await rootOf(leaves.slice(0, size)));
        const ranges = inclusionRanges(index, size);
        expect(ranges.flatMap(nodesOf).length).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(size + 1)));
        const proof = await store.proof(ranges);
        const leafHash = leaves[index] ?? root;
        expect(await verifyInclusion({ leafHash, index, size, proof }, root)).toBe(true);
        // Nothing else is proven by it.
        const other = (index + 1) % size;
        if (size > 1) {
          expect(await verifyInclusion({ leafHash, index: other, size, proof }, root)).toBe(false);
          expect(await verifyInclusion({ leafHash: root, index, size, proof }, root)).toBe(false);
          expect(await verifyInclusion({ leafHash, index, size, proof: proof.slice(1) }, root)).toBe(false);
        }
        expect(await verifyInclusion({ leafHash, index, size, proof: [...proof, root] }, root)).toBe(false);
        expect(await verifyInclusion({ leafHash, index: size, size, proof }, root)).toBe(false);
      }),
    );
  });

  test("proves that it only grew; a tree that changed a leaf, or lost one, has no such proof", async () => {
    const leaves = await leavesOf(130);
    const store = await storeOf(leaves);
    await fc.assert(
      fc.asyncProperty(size, size, fc.nat(), async (one, other, some) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const [first, second] = [
          { size: from, root: await store.root(from) },
          { size: to, root: await store.root(to) },
        ];
        const proof = await store.proof(consistencyRanges(from, to));
        expect(await verifyConsistency(first, second, proof)).toBe(true);
        expect(await verifyConsistency({ size: 0, root: second.root }, second, [])).toBe(true);
        const changed = await leavesOf(from);
        changed[some % from] = new Uint8Array(32);
        const lie = { size: from, root: await rootOf(changed) };
        expect(await verifyConsistency(lie, second, proof)).toBe(false);
        expect(await verifyConsistency(first, { size: to, root: lie.root }, proof)).toBe(false);
        expect(await verifyConsistency(first, second, [...proof, lie.root])).toBe(false);
        if (from !== to) {
          expect(await verifyConsistency(second, first, proof)).toBe(false);
          expect(await verifyConsistency(first, second, proof.slice(1))).toBe(false);
          expect(await verifyConsistency(first, second, proof.slice(0, -1))).toBe(false);
        }
      }),
    );
  });

  test("works beyond 32 bits: the shape of a proof in a log of 2^52 leaves", () => {
    const large = 2 ** 52 - 1;
    expect(inclusionRanges(large - 1, large)).toHaveLength(51);
    expect(consistencyRanges(2 ** 40 + 1, large).length).toBeLessThan(100);
    expect(nodesOf({ start: 0, end: large })).toHaveLength(52);
  });
});
