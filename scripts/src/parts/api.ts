import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { mnemonicToAccount } from "viem/accounts";
import { z } from "zod";
import { folders } from "../core/paths.ts";
import type { Processes, RunningProcess } from "../core/process.ts";
import { rpc } from "../core/rpc.ts";
import { answers } from "../core/until.ts";
import { mnemonic, privateKeyOf } from "./accounts.ts";
import { chainId } from "./chain.ts";
import type { Contracts } from "./deploy.ts";

const attesterAccount = 2;
/** Signs vouchers for taps; the deployment names it as `tapOracle`. */
const tapOracleAccount = 24;
/** Pays for what is relayed. Nobody else signs with it, so no nonce is ever taken from under it. */
const relayerAccount = 25;
/** Signs limits of credit lines; the deployment names it as `underwriter`. */
const underwriterAccount = 27;
/** 100 ether in wei. Hardhat gives some only to its first twenty accounts. */
const relayerEther = "0x56bc75e2d63100000";

/** What {@link startApi} takes. */
export interface ApiOptions {
  readonly processes: Processes;
  readonly port: number;
  readonly stateDir: string;
  readonly databaseUrl: string;
  readonly shredDatabaseUrl: string;
  readonly rpc: string;
  readonly contracts: Contracts;
  /** The subgraph, without which nobody applies for a credit line. */
  readonly graphql: string | undefined;
  /** Where the browser is when it calls. */
  readonly webOrigin: string;
  /** Restarts at every change of a source file. */
  readonly watch: boolean;
  readonly onLine?: (line: string) => void;
}

/** The api. Answers when the promise resolves. */
export async function startApi(options: ApiOptions): Promise<RunningProcess> {
  const { processes, port, stateDir } = options;
  const regions = ["eu", "us"].map((name) => ({ name, folder: path.join(stateDir, "regions", name) }));
  for (const { folder } of regions) mkdirSync(folder, { recursive: true });
  const { address } = mnemonicToAccount(mnemonic, { addressIndex: relayerAccount });
  await rpc(options.rpc, "hardhat_setBalance", [address, relayerEther], z.unknown());
  const running = processes.start({
    name: "api",
    command: process.execPath,
    args: [...(options.watch ? ["--watch"] : []), "src/main.ts"],
    cwd: folders.api,
    // Node's watcher waits for a child that the same signal has already ended.
    ...(options.watch ? { graceMs: 500 } : {}),
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
    env: {
      QTI_API_PORT: String(port),
      DATABASE_URL: options.databaseUrl,
      QTI_SHRED_DATABASE_URL: options.shredDatabaseUrl,
      QTI_SHRED_KEY: `0x${secretIn(stateDir, "shred-key")}`,
      QTI_RPC_URL: options.rpc,
      QTI_CHAIN_ID: String(chainId),
      QTI_CONTRACTS: JSON.stringify(options.contracts),
      QTI_WEB_ORIGIN: options.webOrigin,
      QTI_REGIONS: regions.map(({ name, folder }) => `${name}=${folder}`).join(","),
      QTI_DEMO_ATTESTER_KEY: privateKeyOf(attesterAccount),
      QTI_TAP_ORACLE_KEY: privateKeyOf(tapOracleAccount),
      QTI_RELAYER_KEY: privateKeyOf(relayerAccount),
      ...(options.graphql === undefined
        ? {}
        : { QTI_GRAPHQL_URL: options.graphql, QTI_UNDERWRITER_KEY: privateKeyOf(underwriterAccount) }),
      QTI_SESSION_SECRET: secretIn(stateDir, "session-secret"),
      QTI_FACTOR_KEY: `0x${secretIn(stateDir, "factor-key")}`,
      QTI_STORE_KEY: `0x${secretIn(stateDir, "store-key")}`,
      QTI_LOG_KEY: `0x${secretIn(stateDir, "log-key")}`,
      // The local chain makes blocks when somebody acts, and gives none up.
      QTI_STORE_CONFIRMATIONS: "1",
    },
  });
  const health = `http://127.0.0.1:${port}/v1/health`;
  await processes.until(() => answers(health), { what: "the api", seconds: 60 });
  return running;
}

/** Made once and kept: who signed in stays signed in over a restart, and codes of the store can be opened after it. */
function secretIn(stateDir: string, name: string): string {
  const file = path.join(stateDir, name);
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}
