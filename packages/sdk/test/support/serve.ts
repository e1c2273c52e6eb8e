import type { TestProject } from "vitest/node";
import { type Deployed, serveChain } from "../../scripts/chain.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The chain of this run: where it answers and what is deployed on it. */
    chain: { url: string; contracts: Deployed };
  }
}

/** Starts the chain before the first test and ends it after the last. */
export default async function setup(project: TestProject) {
  const { url, contracts, close } = await serveChain();
  project.provide("chain", { url, contracts });
  return close;
}
