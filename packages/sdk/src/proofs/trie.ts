import { type Hex, keccak256, size } from "viem";
import { decodeList, encodeRlp, isBytes, quantity, type RlpItem } from "./rlp.ts";

/**
 * The hexary Merkle-Patricia tries in which a block keeps its transactions and its receipts: the key is the RLP of the place in
 * the block. See https://ethereum.org/developers/docs/data-structures-and-encoding/patricia-merkle-trie and, for the two tries,
 * section 4.4.3 of the Yellow Paper.
 *
 * Keys of RLP are free of prefixes, so no value ever sits in a branch.
 */
type Entry = { path: string; value: Hex };

const sixteen = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

/** The digits on the way from the root to the value at a place. */
function pathOf(index: number): string {
  return encodeRlp(quantity(index)).slice(2);
}

/** What a path becomes inside a node: whether it ends at a value, and whether its length is odd, stand before it. */
function compact(path: string, isLeaf: boolean): Hex {
  const flag = (isLeaf ? 2 : 0) + (path.length % 2);
  return `0x${flag}${path.length % 2 === 0 ? "0" : ""}${path}`;
}

/** Root of the trie over `values`, and the nodes from it down to the value at `index`. */
export function proveInTrie(values: readonly Hex[], index: number): { root: Hex; nodes: readonly Hex[] } {
  const target = pathOf(index);
  const nodes: Hex[] = [];

  const build = (entries: readonly Entry[], depth: number): RlpItem => {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return "0x";
    const rest = first.path.slice(depth);
    if (entries.length === 1) return [compact(rest, true), first.value];
    // Sorted: what the first and the last share, all share.
    let shared = 0;
    while (rest[shared] === last.path[depth + shared]) shared++;
    if (shared > 0)
      return [compact(rest.slice(0, shared), false), reference(build(entries, depth + shared), entries)];
    const children = sixteen.map((digit) => {
      const below = entries.filter(({ path }) => path[depth] === digit);
      return below.length === 0 ? "0x" : reference(build(below, depth + 1), below);
    });
    return [...children, "0x"];
  };
  /** A node of 32 bytes or more is named by its hash; a smaller one stands inside the one above. */
  const reference = (node: RlpItem, entries: readonly Entry[]): RlpItem => {
    const encoded = encodeRlp(node);
    if (size(encoded) < 32) return node;
    if (entries.some(({ path }) => path === target)) nodes.unshift(encoded);
    return keccak256(encoded);
  };

  const sorted = values
    .map((value, place) => ({ path: pathOf(place), value }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const root = encodeRlp(build(sorted, 0));
  return { root: keccak256(root), nodes: [root, ...nodes] };
}

/**
 * Follows a proof from the root down to the value at `index`; `undefined` when it leads to none. Each node is hashed before it is read,
 * and each must be needed.
 */
export function readTrieProof(root: Hex, index: number, nodes: readonly Hex[]): Hex | undefined {
  const waiting = [...nodes];
  let path = pathOf(index);
  let next: RlpItem | undefined = root;
  while (next !== undefined && next !== "0x") {
    const node: readonly RlpItem[] | undefined = isBytes(next) ? open(next, waiting.shift()) : next;
    if (node?.length === 17) {
      next = node[Number.parseInt(path.slice(0, 1), 16)];
      path = path.slice(1);
      continue;
    }
    const [prefix, value] = node ?? [];
    if (!isBytes(prefix)) return undefined;
    const flag = Number(prefix.slice(0, 3));
    const shared = prefix.slice(flag % 2 === 0 ? 4 : 3);
    if (!path.startsWith(shared)) return undefined;
    path = path.slice(shared.length);
    if (flag >= 2) return isBytes(value) && path === "" && waiting.length === 0 ? value : undefined;
    next = value;
  }
  return undefined;
}

function open(hash: Hex, encoded: Hex | undefined): readonly RlpItem[] | undefined {
  return encoded !== undefined && keccak256(encoded) === hash ? decodeList(encoded) : undefined;
}
