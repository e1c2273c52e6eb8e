import { mkdirSync, realpathSync } from "node:fs";
import path from "node:path";
import { whenAborted } from "../core/abort.ts";
import { hold } from "../core/lock.ts";
import { qtiDir } from "../core/paths.ts";
import { Processes } from "../core/process.ts";
import { type Report, silentReport } from "../core/report.ts";
import { until } from "../core/until.ts";
import { StackRunningError, StoppedError } from "../errors.ts";
import type { StackAddresses } from "./addresses.ts";
import { allParts, type PartName, withNeeds } from "./parts.ts";
import { type PortName, reservePorts } from "./ports.ts";
import { Run } from "./run.ts";

/** What {@link startStack} takes; everything is optional. */
export interface StackOptions {
  /** Which parts; what they need comes along. Default: all. */
  readonly parts?: readonly PartName[];
  /** Folder of everything this run writes: databases, records, logs, stack.json. Default: .qti of the checkout. */
  readonly stateDir?: string;
  /** Development servers that follow changes, instead of production builds. */
  readonly development?: boolean;
  /** Timestamp of the chain's first block. Default: as old as parts/chain.ts says. */
  readonly genesis?: Date;
  /** Ports to try first. */
  readonly ports?: Partial<Record<PortName, number>>;
  /** PostgreSQL server to use instead of our own. Default: DATABASE_URL. */
  readonly databaseUrl?: string;
  /** Receives progress. Default: nothing is said. */
  readonly report?: Report;
  /** Gives up the start: what runs already is stopped and the promise rejects with {@link StoppedError}. */
  readonly signal?: AbortSignal;
}

/** A running stack. */
export interface Stack {
  readonly addresses: StackAddresses;
  /** URL of the api's database, for tests that look into it. */
  readonly databaseUrl: string | undefined;
  /** The file that holds `addresses` while the stack runs. */
  readonly stackFile: string;
  readonly logDir: string;
  /** Rejects when a part dies. Never resolves. */
  readonly died: Promise<never>;
  /** Compiles, deploys to a fresh chain and indexes anew. */
  redeploy(): Promise<void>;
  /** Builds the subgraph and indexes anew. */
  reindex(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts the stack, or some parts of it. When the promise resolves everything answers and the demo data is indexed; when
 * it rejects nothing is left running.
 *
 * @throws {@link StackRunningError} where another process runs a stack on the same folder.
 * @throws {@link PartDiedError} when a part ends while the others start.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const stateDir = options.stateDir ?? qtiDir;
  mkdirSync(stateDir, { recursive: true });
  const identity = realpathSync(stateDir);
  const held = await hold(`stack ${identity}`);
  if (held === undefined) throw new StackRunningError(stateDir);
  const ends: (() => Promise<void>)[] = [() => held.release()];
  const stop = async () => {
    for (const end of ends.splice(0).reverse()) await end();
  };
  try {
    await lastOneEnded(identity);
    return await bringUp(stateDir, identity, options, ends, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function bringUp(
  stateDir: string,
  identity: string,
  options: StackOptions,
  ends: (() => Promise<void>)[],
  stop: () => Promise<void>,
): Promise<Stack> {
  const parts = withNeeds(options.parts ?? allParts);
  const report = options.report ?? silentReport;
  const ports = await reservePorts(parts, options.ports ?? {}, report);
  ends.push(() => ports.release());

  const processes = new Processes(path.join(stateDir, "logs"));
  processes.holdToTheEnd(`guard ${identity}`);
  const run = new Run({
    parts,
    stateDir,
    development: options.development ?? false,
    genesis: options.genesis,
    databaseUrl: options.databaseUrl ?? process.env.DATABASE_URL,
    processes,
    ports: ports.numbers,
    report,
  });
  processes.removeAtEnd(run.stackFile);
  ends.push(() => run.stop());

  const stopWanted = whenAborted(options.signal).then(() => Promise.reject(new StoppedError("the stack")));
  await Promise.race([processes.whileAlive(run.start()), stopWanted]);
  return {
    get addresses() {
      return run.addresses;
    },
    databaseUrl: run.databases?.api,
    stackFile: run.stackFile,
    logDir: processes.logDir,
    died: processes.died,
    redeploy: () => run.redeploy(),
    reindex: () => run.reindex(),
    stop,
  };
}

/** After a `kill -9` the guard still ends what was running: its files and ports are ours only then. */
async function lastOneEnded(identity: string): Promise<void> {
  const what = "the end of the run before";
  const held = await until(() => hold(`guard ${identity}`), { what, seconds: 60 });
  await held.release();
}
