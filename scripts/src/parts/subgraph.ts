import path from "node:path";
import { folders } from "../core/paths.ts";
import type { Processes } from "../core/process.ts";
import type { Deployment } from "./deploy.ts";

/** What {@link buildSubgraph} takes. */
export interface SubgraphOptions {
  readonly processes: Processes;
  readonly stateDir: string;
  readonly deployment: Deployment;
}

/**
 * Builds the subgraph for these addresses and returns the folder. The package's own script compiles only what changed;
 * addresses live in the manifest alone.
 */
export async function buildSubgraph({ processes, stateDir, deployment }: SubgraphOptions): Promise<string> {
  const folder = path.join(stateDir, "subgraph");
  await processes.run({
    name: "subgraph",
    command: process.execPath,
    args: ["scripts/build.ts"],
    cwd: folders.subgraph,
    env: {
      QTI_CONTRACTS: JSON.stringify(deployment.contracts),
      QTI_START_BLOCK: String(deployment.startBlock),
      QTI_SUBGRAPH_OUT: folder,
    },
  });
  return folder;
}
