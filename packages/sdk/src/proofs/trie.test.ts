import { createMerkleProof, createMPT } from "@ethereumjs/mpt";
import fc from "fast-check";
import { bytesToHex, type Hex, hexToBytes, keccak256, size } from "viem";
import { describe, expect, test } from "vitest";
import { encodeRlp, quantity } from "./rlp.ts";
import { proveInTrie, readTrieProof } from "./trie.ts";

const value = fc.uint8Array({ minLength: 1, maxLength: 80 }).map((bytes) => bytesToHex(bytes));
// Keys of RLP change their length at 128 and at 256.
const values = fc.array(value, { minLength: 1, maxLength: 300, size: "max" });

const key = (index: number) => hexToBytes(encodeRlp(quantity(index)));

/** The same trie by another implementation. */
async function referenceTrie(entries: readonly Hex[]) {
  const trie = await createMPT();
  for (const [index, entry] of entries.entries()) await trie.put(key(index), hexToBytes(entry));
  return trie;
}

describe("proveInTrie", () => {
  test("default: root and nodes are those of another implementation", async () => {
    await fc.assert(
      fc.asyncProperty(values, fc.nat(), async (entries, pick) => {
        const index = pick % entries.length;
        const trie = await referenceTrie(entries);
        const { root, nodes } = proveInTrie(entries, index);
        expect(root).toBe(bytesToHex(trie.root()));
        // That one also lists the small nodes that stand inside others.
        const [top, ...below] = (await createMerkleProof(trie, key(index))).map((node) => bytesToHex(node));
        expect(nodes).toEqual([top, ...below.filter((node) => size(node) >= 32)]);
      }),
      { numRuns: 60 },
    );
  });

  test("behavior: a value shorter than a hash stands inside the node above it", () => {
    const entries: Hex[] = ["0x01", "0x02", "0x03"];
    const { root, nodes } = proveInTrie(entries, 1);
    expect(nodes).toHaveLength(1);
    expect(readTrieProof(root, 1, nodes)).toBe("0x02");
  });
});

describe("readTrieProof", () => {
  test("default", () => {
    fc.assert(
      fc.property(values, fc.nat(), (entries, pick) => {
        const index = pick % entries.length;
        const { root, nodes } = proveInTrie(entries, index);
        expect(readTrieProof(root, index, nodes)).toBe(entries[index]);
        expect(nodes.slice(1).every((node) => size(node) >= 32)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  test("behavior: no other place, no other root, no node more or less", () => {
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(), (entries, pick, other) => {
        const index = pick % entries.length;
        const { root, nodes } = proveInTrie(entries, index);
        if (other !== index) expect(readTrieProof(root, other, nodes)).not.toBe(entries[index] ?? "");
        expect(readTrieProof(keccak256(root), index, nodes)).toBeUndefined();
        expect(readTrieProof(root, index, [...nodes, "0x80"])).toBeUndefined();
        for (const left of nodes.keys())
          expect(readTrieProof(root, index, nodes.toSpliced(left, 1))).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  test("behavior: bytes that are no node lead nowhere", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(), (bytes, index) => {
        const node = bytesToHex(bytes);
        const read = readTrieProof(keccak256(node), index, [node]);
        expect(read === undefined || read.startsWith("0x")).toBe(true);
      }),
    );
  });
});
