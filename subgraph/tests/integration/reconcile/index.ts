import { expect } from "vitest";
import { domains } from "../domains.ts";
import type { Graph } from "../graphql.ts";
import type { World } from "../world.ts";
import { reconcileHistory } from "./history.ts";
import { reconcileProtocol } from "./protocol.ts";

/** Everything that the index says of the newest block equals what the contracts say of it. */
export async function reconcile(world: World, graph: Graph): Promise<number> {
  const block = Number(await world.reader.getBlockNumber());
  const hash = await graph.until(block);
  expect(hash).toBe((await world.reader.getBlock({ blockNumber: BigInt(block) })).hash);
  for (const { reconciliation } of domains) await reconciliation.reconcile(world, graph, block);
  await reconcileHistory(world, graph, block);
  await reconcileProtocol(graph, block);
  return block;
}
