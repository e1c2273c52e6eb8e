import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "@qti/scripts";
import type { TestProject } from "vitest/node";
import { readStack } from "../../scripts/stack.ts";

/** What the tests know of the stack that they run on. */
export type E2eStack = {
  web: string;
  api: string;
  graphql: string;
  rpc: string;
  chainId: number;
  contracts: Record<string, string>;
  /** The api's database, to look for what must not be in it. */
  databaseUrl: string;
  /** Folder with the ciphertext of all regions. */
  regions: string;
};

declare module "vitest" {
  interface ProvidedContext {
    stack: E2eStack;
  }
}

/** Starts a stack of its own; QTI_STACK names one that runs already, for whoever writes tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (process.env.QTI_STACK) {
    project.provide("stack", {
      ...readStack(),
      databaseUrl: process.env.QTI_DATABASE_URL ?? "",
      regions: process.env.QTI_REGIONS_FOLDER ?? "",
    });
    return async () => undefined;
  }
  const stateDir = mkdtempSync(path.join(tmpdir(), "qti-e2e-"));
  const stack = await startStack({ stateDir, report: (part, line) => console.log(`${part}: ${line}`) });
  const { web, api, graphql, rpc, chainId, contracts } = stack.addresses;
  if (!web || !api || !graphql || !rpc || !stack.databaseUrl) throw new Error("The stack lacks a part.");
  project.provide("stack", {
    web,
    api,
    graphql,
    rpc,
    chainId,
    contracts,
    databaseUrl: stack.databaseUrl,
    regions: path.join(stateDir, "regions"),
  });
  return async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}
