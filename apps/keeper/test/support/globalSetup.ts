import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack } from "@qti/scripts";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    rpcUrl: string;
    apiUrl: string;
    contracts: Record<string, `0x${string}`>;
  }
}

/** A real PostgreSQL, chain and api with the real contracts, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), "qti-keeper-test-"));
  const stack = await startStack({ parts: ["api"], stateDir });
  const { addresses, databaseUrl } = stack;
  if (databaseUrl === undefined || addresses.rpc === undefined || addresses.api === undefined)
    throw new Error("the stack came up without its parts");
  project.provide("databaseUrl", databaseUrl);
  project.provide("rpcUrl", addresses.rpc);
  project.provide("apiUrl", addresses.api);
  project.provide("contracts", { ...addresses.contracts });
  return async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}
