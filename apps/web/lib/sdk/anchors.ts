/*
 * The transactions that put roots of the log of records on the chain. Loaded when somebody looks at a proof.
 */
import "../no-eval";
import { createSubgraphClient, getAnchors } from "@qti/sdk/subgraph";
import type { Hash } from "viem";

/** The transaction of an anchor, and its block; `undefined` while the index does not know it. */
export async function findAnchor(
  url: string,
  index: number,
  signal: AbortSignal,
): Promise<{ transaction: Hash; block: bigint } | undefined> {
  const subgraph = createSubgraphClient({ url });
  const { items } = await getAnchors(subgraph, { first: 1, after: BigInt(index) + 1n, signal });
  const [anchor] = items;
  if (anchor === undefined || BigInt(anchor.index) !== BigInt(index)) return undefined;
  return { transaction: anchor.transactionHash, block: BigInt(anchor.blockNumber) };
}
