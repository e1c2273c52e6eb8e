import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "@qti/scripts";
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

/**
 * Starts the stack of the tests. QTI_STACK names one that runs already, for whoever writes tests.
 */
export async function startE2eStack(): Promise<{ stack: E2eStack; stop: () => Promise<void> }> {
  if (process.env.QTI_STACK)
    return {
      stack: {
        ...readStack(),
        databaseUrl: process.env.QTI_DATABASE_URL ?? "",
        regions: process.env.QTI_REGIONS_FOLDER ?? "",
      },
      stop: async () => undefined,
    };
  const stateDir = mkdtempSync(path.join(tmpdir(), "qti-e2e-"));
  const started = await startStack({ stateDir, report: (part, line) => console.log(`${part}: ${line}`) });
  const { web, api, graphql, rpc, chainId, contracts } = started.addresses;
  if (!web || !api || !graphql || !rpc || !started.databaseUrl) throw new Error("The stack lacks a part.");
  return {
    stack: {
      web,
      api,
      graphql,
      rpc,
      chainId,
      contracts,
      databaseUrl: started.databaseUrl,
      regions: path.join(stateDir, "regions"),
    },
    stop: async () => {
      await started.stop();
      rmSync(stateDir, { recursive: true, force: true });
    },
  };
}
