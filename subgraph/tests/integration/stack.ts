import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "../../../scripts/src/index.ts";
import { createGraph, type Graph } from "./graphql.ts";
import { openDoors } from "./traffic/identity.ts";
import { openPurses } from "./traffic/staking.ts";
import { createWorld, type World } from "./world.ts";

/** Chain, contracts, PostgreSQL and graph-node of a test. */
export interface TestStack {
  readonly world: World;
  readonly graph: Graph;
  stop(): Promise<void>;
}

/** The real parts, in a folder of their own, with people who can act. */
export async function startTestStack(seed: number): Promise<TestStack> {
  const stateDir = mkdtempSync(path.join(tmpdir(), "qti-subgraph-stack-"));
  const stack = await startStack({ parts: ["graph-node"], stateDir });
  const stop = async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    const { rpc, graphql, contracts } = stack.addresses;
    if (rpc === undefined || graphql === undefined)
      throw new RangeError("The stack has no chain or no graph-node.");
    const world = createWorld(rpc, contracts, seed);
    await openPurses(world);
    await openDoors(world);
    return { world, graph: createGraph(graphql), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
