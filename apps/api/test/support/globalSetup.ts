import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack, usePostgres } from "@qti/scripts";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    /** The store of shred keys. */
    shredDatabaseUrl: string;
    rpcUrl: string;
    contracts: Record<string, `0x${string}`>;
  }
}

/** A real PostgreSQL and a real chain with the real contracts, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), "qti-api-test-"));
  const stack = await startStack({ parts: ["postgres", "contracts"], stateDir });
  const { addresses, databaseUrl } = stack;
  if (databaseUrl === undefined || addresses.rpc === undefined)
    throw new Error("the stack came up without its parts");
  project.provide("databaseUrl", databaseUrl);
  project.provide("shredDatabaseUrl", await usePostgres(databaseUrl).database("qti_shred"));
  project.provide("rpcUrl", addresses.rpc);
  project.provide("contracts", { ...addresses.contracts });
  return async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}
