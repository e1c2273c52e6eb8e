import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { hashOf } from "../core/cache.ts";
import { folders, qtiDir } from "../core/paths.ts";
import type { Processes } from "../core/process.ts";
import type { Deployment } from "./deploy.ts";

/** A subgraph as graph-cli built it, and whether it had to. */
export interface BuiltSubgraph {
  readonly folder: string;
  readonly built: boolean;
}

/**
 * Builds the subgraph for these addresses. Equal sources and addresses give the folder of an earlier build: a fresh
 * chain deploys to the same addresses, so that only a change to contracts or mappings builds again.
 */
export async function buildSubgraph(processes: Processes, deployment: Deployment): Promise<BuiltSubgraph> {
  const facts = [JSON.stringify(deployment.contracts), String(deployment.startBlock)];
  const sources = [folders.subgraph, path.join(folders.contracts, "src")];
  const folder = path.join(qtiDir, "cache/subgraph", hashOf(sources, facts).slice(0, 32));
  if (existsSync(folder)) return { folder, built: false };

  // Built aside and renamed: a killed build leaves nothing that looks whole.
  const aside = `${folder}.${process.pid}`;
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { recursive: true });
  await processes.run({
    name: "subgraph",
    command: process.execPath,
    args: ["scripts/build.ts"],
    cwd: folders.subgraph,
    env: {
      QTI_CONTRACTS: JSON.stringify(deployment.contracts),
      QTI_START_BLOCK: String(deployment.startBlock),
      QTI_SUBGRAPH_OUT: aside,
    },
  });
  if (existsSync(folder)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, folder);
  return { folder, built: true };
}
