import { expect } from "vitest";
import type { Graph } from "../graphql.ts";
import type { World } from "../world.ts";
import { reconcileAssets } from "./assets.ts";
import { reconcileHistory } from "./history.ts";
import { reconcileIdentity } from "./identity.ts";
import { reconcileRecords } from "./records.ts";
import { reconcileStaking } from "./staking.ts";

/** Everything that the index says of the newest block equals what the contracts say of it. */
export async function reconcile(world: World, graph: Graph): Promise<number> {
  const block = Number(await world.reader.getBlockNumber());
  const hash = await graph.until(block);
  expect(hash).toBe((await world.reader.getBlock({ blockNumber: BigInt(block) })).hash);
  await reconcileIdentity(world, graph, block);
  await reconcileAssets(world, graph, block);
  await reconcileStaking(world, graph, block);
  await reconcileRecords(world, graph, block);
  await reconcileHistory(world, graph, block);
  return block;
}
