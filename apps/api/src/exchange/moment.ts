import type { Hash } from "viem";
import type { ChainClient } from "../core/chain.ts";

/** Where the chain stands, and what time it is there. */
export type Moment = {
  number: bigint;
  hash: Hash;
  /** Unix seconds of the newest block. */
  timestamp: number;
  /** Unix seconds that a block made now would have. */
  now: number;
};

/**
 * A chain that makes blocks on demand lets time pass without making any: then only the next block knows what is open. Nodes
 * of other chains say much the same of both, or do not know a next block.
 */
export async function momentOf(chain: ChainClient): Promise<Moment> {
  const [latest, next] = await Promise.all([
    chain.getBlock(),
    chain.getBlock({ blockTag: "pending" }).catch(() => undefined),
  ]);
  const timestamp = Number(latest.timestamp);
  return {
    number: latest.number,
    hash: latest.hash,
    timestamp,
    now: Math.max(timestamp, Number(next?.timestamp ?? 0)),
  };
}
