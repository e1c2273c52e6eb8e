import { folders } from "../core/paths.ts";
import type { Processes, RunningProcess } from "../core/process.ts";
import { answers } from "../core/until.ts";
import { keeperAccount, privateKeyOf } from "./accounts.ts";
import { chainId } from "./chain.ts";
import type { Contracts } from "./deploy.ts";

/**
 * What it does beside matching: 10,000 QTI of staking bonus an epoch, a tenth of an ether a day for expired multipliers, and every
 * liquidation that brings 25 dollars beside its gas, an ether at 3,000 dollars; smaller ones are left to people.
 */
const chores = {
  QTI_KEEPER_BONUS: "10000000000000000000000",
  QTI_KEEPER_ACTIVATE: "1",
  QTI_KEEPER_POKE_WEI: "100000000000000000",
  QTI_KEEPER_MIN_GAIN: "25000000",
  QTI_KEEPER_ETHER_PRICE: "3000000000",
  QTI_KEEPER_CHORES_MS: "5000",
};

/** What {@link startKeeper} takes. */
export interface KeeperOptions {
  readonly processes: Processes;
  readonly port: number;
  /** Where the book of orders is. */
  readonly api: string;
  readonly databaseUrl: string;
  readonly rpc: string;
  /** The subgraph, without which it pays no bonuses. */
  readonly graphql: string | undefined;
  readonly contracts: Contracts;
  /** Restarts at every change of a source file. */
  readonly watch: boolean;
  readonly onLine?: (line: string) => void;
}

/** The keeper. Answers when the promise resolves. */
export async function startKeeper(options: KeeperOptions): Promise<RunningProcess> {
  const { processes, port } = options;
  const running = processes.start({
    name: "keeper",
    command: process.execPath,
    args: [...(options.watch ? ["--watch"] : []), "src/main.ts"],
    cwd: folders.keeper,
    // Node's watcher waits for a child that the same signal has already ended.
    ...(options.watch ? { graceMs: 500 } : {}),
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
    env: {
      DATABASE_URL: options.databaseUrl,
      QTI_API_URL: options.api,
      QTI_RPC_URL: options.rpc,
      QTI_CHAIN_ID: String(chainId),
      QTI_CONTRACTS: JSON.stringify(options.contracts),
      QTI_KEEPER_KEY: privateKeyOf(keeperAccount),
      QTI_KEEPER_PORT: String(port),
      QTI_KEEPER_INTERVAL_MS: "1000",
      QTI_KEEPER_POLL_MS: "100",
      // The log of records: as soon as eight writes are new, or a minute after the last anchor.
      QTI_KEEPER_ANCHOR_LEAVES: "8",
      QTI_KEEPER_ANCHOR_SECONDS: "60",
      ...(options.graphql === undefined ? {} : { QTI_GRAPHQL_URL: options.graphql, ...chores }),
    },
  });
  const health = `http://127.0.0.1:${port}/health`;
  await processes.until(() => answers(health), { what: "the keeper", seconds: 60 });
  return running;
}
