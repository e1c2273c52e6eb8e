import { z } from "zod";
import { binOf } from "../core/bin.ts";
import { folders } from "../core/paths.ts";
import type { Processes, RunningProcess } from "../core/process.ts";
import { quantity, rpc } from "../core/rpc.ts";

/** Hardhat's own chain id: tools know it as a chain of no value. */
export const chainId = 31_337;

/** How old the chain is at its start: a credit line needs 75 days from its draw to default. */
export const daysOfHistory = 97;

/** What {@link startChain} takes. */
export interface ChainOptions {
  readonly processes: Processes;
  readonly port: number;
  /** Timestamp of block 0. Default: {@link daysOfHistory} days ago, so that demo data has a history. */
  readonly genesis?: Date;
  /** Writes every call into the log. */
  readonly verbose?: boolean;
}

/** A running Hardhat node. */
export interface Chain {
  readonly rpc: string;
  readonly process: RunningProcess;
}

/** A Hardhat node on a loopback port, with an empty chain. Ready when the promise resolves. */
export async function startChain({ processes, port, genesis, verbose }: ChainOptions): Promise<Chain> {
  const initialDate = genesis ?? new Date(Date.now() - daysOfHistory * 24 * 3_600_000);
  const running = processes.start({
    name: "chain",
    command: process.execPath,
    args: [binOf(folders.contracts, "hardhat"), "node", "--hostname", "127.0.0.1", "--port", String(port)],
    cwd: folders.contracts,
    env: { QTI_CHAIN_START: initialDate.toISOString() },
  });
  const url = `http://127.0.0.1:${port}`;
  const answers = async () => ((await rpc(url, "eth_chainId", [], quantity)) === chainId ? true : undefined);
  await processes.until(answers, { what: "the chain", seconds: 60 });
  // Tracing every call costs the indexer and the browser time; who wants to read it asks for it.
  if (verbose !== true) await rpc(url, "hardhat_setLoggingEnabled", [false], z.unknown());
  return { rpc: url, process: running };
}
