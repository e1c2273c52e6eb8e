import type { KeeperClient } from "./chain.ts";

/**
 * Unix seconds that a block made now would have. A chain that makes blocks on demand lets time pass without making any, and
 * its clock may be months from ours.
 */
export async function chainNow(client: KeeperClient): Promise<number> {
  const [latest, next] = await Promise.all([
    client.getBlock({ blockTag: "latest" }),
    client.getBlock({ blockTag: "pending" }).catch(() => undefined),
  ]);
  return Math.max(Number(latest.timestamp), Number(next?.timestamp ?? 0));
}

/** The last block with a time before `time`, or undefined when there is none. */
export async function lastBlockBefore(client: KeeperClient, time: number): Promise<bigint | undefined> {
  const before = async (blockNumber: bigint) =>
    (await client.getBlock({ blockNumber })).timestamp < BigInt(time);
  let [low, high] = [0n, await client.getBlockNumber({ cacheTime: 0 })];
  if (!(await before(low))) return undefined;
  // `low` is before it, and nothing after `high` is.
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (await before(middle)) low = middle;
    else high = middle - 1n;
  }
  return low;
}
