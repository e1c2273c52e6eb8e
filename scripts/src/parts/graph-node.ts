import { existsSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { packageFolder } from "../core/bin.ts";
import { folders } from "../core/paths.ts";
import type { Processes, RunningProcess } from "../core/process.ts";
import { quantity, rpc } from "../core/rpc.ts";
import { IndexingError, RequirementError } from "../errors.ts";

/** Name of the chain in the subgraph's manifest. */
const network = "qti";

/** What graph-node needs in its database. */
export const graphExtensions = ["pg_trgm", "btree_gist", "pg_stat_statements", "postgres_fdw"] as const;

/** What {@link startGraphNode} takes. */
export interface GraphNodeOptions {
  readonly processes: Processes;
  /** Folder with the built subgraph. */
  readonly folder: string;
  /** URL of an empty database: graph-node indexes from block 0 at each start. */
  readonly databaseUrl: string;
  readonly rpc: string;
  readonly ipfs: string;
  readonly ports: {
    readonly graphql: number;
    readonly index: number;
    readonly admin: number;
    readonly metrics: number;
  };
}

/** A running graph-node. */
export interface GraphNode {
  readonly graphql: string;
  readonly process: RunningProcess;
  /** Waits until it has indexed the block that is the chain's head now. */
  untilSynced(): Promise<number>;
}

/** graph-node on the built subgraph. Answers queries when the promise resolves; `untilSynced` waits for the data. */
export async function startGraphNode(options: GraphNodeOptions): Promise<GraphNode> {
  const { processes, ports } = options;
  const running = processes.start({
    name: "graph-node",
    command: gndBinary(),
    args: [
      "dev",
      ...["--manifests", "subgraph.yaml"],
      ...["--ethereum-rpc", `${network}:${options.rpc}`],
      ...["--ipfs", options.ipfs],
      ...["--http-port", String(ports.graphql)],
      ...["--index-node-port", String(ports.index)],
      ...["--admin-port", String(ports.admin)],
      ...["--metrics-port", String(ports.metrics)],
    ],
    cwd: options.folder,
    // In the middle of a block it takes no signal, and its database is made anew at the next start anyway.
    graceMs: 500,
    env: {
      GRAPH_LOG: "info",
      // With backtraces graph-node indexes at a fifth of its speed.
      RUST_LIB_BACKTRACE: "0",
      ETHEREUM_POLLING_INTERVAL: "250",
      // It believes for a while in the chain's head that it saw last, sleeps on it when the next block comes soon, and then
      // looks again after half a minute only. So: ask the database each time, and look again after a second.
      GRAPH_STORE_DISABLE_CHAIN_HEAD_PTR_CACHE: "true",
      GRAPH_CHAIN_HEAD_WATCHER_TIMEOUT: "1",
      // The limits of The Graph Network, so that the app meets them at home.
      GRAPH_GRAPHQL_MAX_FIRST: "1000",
      GRAPH_GRAPHQL_MAX_SKIP: "5000",
      // Not an argument: those of a process can be read by everybody on the machine, and this holds a password.
      POSTGRES_URL: options.databaseUrl,
      // Nothing here may reach out of the machine.
      ETHEREUM_RPC: undefined,
      IPFS: undefined,
    },
  });
  const graphql = `http://127.0.0.1:${ports.graphql}/subgraphs/name/subgraph-0`;
  const wait = <T>(check: () => Promise<T | undefined>, what: string) =>
    processes.until(check, { what, seconds: 120 }, IndexingError);
  await wait(() => indexedBlock(graphql), "graph-node");
  return {
    graphql,
    process: running,
    untilSynced: async () => {
      const head = await rpc(options.rpc, "eth_blockNumber", [], quantity);
      await wait(
        async () => ((await indexedBlock(graphql)) >= head ? true : undefined),
        `block ${head} in the index`,
      );
      return head;
    },
  };
}

const metaAnswer = z.object({
  data: z.object({
    _meta: z.object({ hasIndexingErrors: z.boolean(), block: z.object({ number: z.number() }) }),
  }),
});

/** The newest block whose events GraphQL shows. */
async function indexedBlock(graphql: string): Promise<number> {
  const response = await fetch(graphql, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query: "{ _meta { hasIndexingErrors block { number } } }" }),
    signal: AbortSignal.timeout(10_000),
  });
  const { _meta: meta } = metaAnswer.parse(await response.json()).data;
  if (meta.hasIndexingErrors) {
    throw new IndexingError(
      `The subgraph stopped at block ${meta.block.number} because of an error in a mapping: see graph-node.log.`,
    );
  }
  return meta.block.number;
}

/** graph-node's program: the one that GND_BIN names, else the npm package's. */
export function gndBinary(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const named = environment.GND_BIN;
  if (named !== undefined && named !== "") {
    if (existsSync(named)) return named;
    throw new RequirementError(`GND_BIN names ${named}, and there is no such file.`);
  }
  const folder = packageFolder(folders.subgraph, "@graphprotocol/gnd-linux-x64");
  if (folder !== undefined) return path.join(folder, "bin/gnd");
  throw new RequirementError(
    "graph-node comes as the package @graphprotocol/gnd-linux-x64, which exists for Linux x64 only and is not " +
      "installed here. Name a gnd program of your own with GND_BIN, or run graph-node in containers with the compose " +
      "file in subgraph/.",
  );
}
