import { expect } from "vitest";
import { type Domain, domains } from "../domains.ts";
import type { Graph } from "../graphql.ts";
import type { World } from "../world.ts";
import { reconcileHistory } from "./history.ts";
import { reconcileProtocol } from "./protocol.ts";

/** Everything that the index says of the newest block equals what the contracts say of it. */
export async function reconcile(world: World, graph: Graph): Promise<number> {
  const block = await reconcileOnly(world, graph, domains);
  await reconcileHistory(world, graph, block);
  await reconcileProtocol(graph, block);
  return block;
}

/** {@link reconcile}, as far as some domains go. */
export async function reconcileOnly(
  world: World,
  graph: Graph,
  some: readonly Pick<Domain, "reconciliation">[],
): Promise<number> {
  const block = Number(await world.reader.getBlockNumber());
  const hash = await graph.until(block);
  expect(hash).toBe((await world.reader.getBlock({ blockNumber: BigInt(block) })).hash);
  for (const { reconciliation } of some) await reconciliation.reconcile(world, graph, block);
  return block;
}
