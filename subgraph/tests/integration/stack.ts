import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "../../../scripts/src/index.ts";
import type { Binding } from "../../scripts/lib/manifest.ts";
import { domains } from "./domains.ts";
import { createGraph, type Graph } from "./graphql.ts";
import { createWorld, openAccounts, type World } from "./world.ts";

/** Chain, contracts, PostgreSQL and graph-node of a test. */
export interface TestStack {
  readonly world: World;
  readonly graph: Graph;
  /** Where graph-node answers. */
  readonly graphql: string;
  /** What another index of the same chain needs. */
  readonly rpc: string;
  readonly binding: Binding;
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
    const { rpc, graphql, contracts, startBlock } = stack.addresses;
    if (rpc === undefined || graphql === undefined)
      throw new RangeError("The stack has no chain or no graph-node.");
    const world = createWorld(rpc, contracts, seed);
    await openAccounts(world);
    for (const { traffic } of domains) await traffic.open?.(world);
    const binding = { contracts, startBlock, network: "qti" };
    return { world, graph: createGraph(graphql), graphql, rpc, binding, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
