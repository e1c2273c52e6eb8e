import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startStack, usePostgres } from "@qti/scripts";
import type { TestProject } from "vitest/node";
import { main } from "./main.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseUrl: string;
    /** The store of shred keys. */
    shredDatabaseUrl: string;
    rpcUrl: string;
    contracts: Record<string, `0x${string}`>;
    /** Where services that are started again and again find what Node made of their sources. */
    compileCache: string;
  }
}

/** A real PostgreSQL and a real chain with the real contracts, once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stateDir = mkdtempSync(join(tmpdir(), "qti-api-test-"));
  const compileCache = join(stateDir, "compiled");
  const [stack] = await Promise.all([
    startStack({ parts: ["postgres", "contracts"], stateDir }),
    fillCompileCache(compileCache),
  ]);
  const { addresses, databaseUrl } = stack;
  if (databaseUrl === undefined || addresses.rpc === undefined)
    throw new Error("the stack came up without its parts");
  project.provide("databaseUrl", databaseUrl);
  project.provide("shredDatabaseUrl", await usePostgres(databaseUrl).database("qti_shred"));
  project.provide("rpcUrl", addresses.rpc);
  project.provide("contracts", { ...addresses.contracts });
  project.provide("compileCache", compileCache);
  return async () => {
    await stack.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
}

/** Without a configuration it ends as soon as everything is loaded, and what is killed later writes nothing down. */
async function fillCompileCache(folder: string): Promise<void> {
  const child = spawn(process.execPath, [main], {
    env: { NODE_COMPILE_CACHE: folder },
    stdio: "ignore",
  });
  await once(child, "exit");
}
