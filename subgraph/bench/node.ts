import path from "node:path";
import { reservePort } from "../../scripts/src/core/ports.ts";
import { Processes } from "../../scripts/src/core/process.ts";
import { startPostgres } from "../../scripts/src/index.ts";
import { type GraphNode, graphExtensions, startGraphNode } from "../../scripts/src/parts/graph-node.ts";
import { startIpfs } from "../../scripts/src/parts/ipfs.ts";

/** Starts graph-node as often as wanted, each time on an empty database, with the settings of the stack. */
export interface Nodes {
  /** Runs `work` while graph-node indexes the built subgraph in `folder`. */
  withNode<T>(folder: string, work: (node: GraphNode) => Promise<T>): Promise<T>;
  stop(): Promise<void>;
}

export async function openNodes(rpc: string, stateDir: string): Promise<Nodes> {
  const postgres = await startPostgres();
  const processes = new Processes(path.join(stateDir, "bench-logs"));
  const reserve = (name: string, preferred: number) => reservePort(name, preferred);
  const [graphql, index, admin, metrics, ipfsPort] = await Promise.all([
    reserve("graphql", 8_100),
    reserve("index", 8_130),
    reserve("admin", 8_120),
    reserve("metrics", 8_140),
    reserve("ipfs", 5_101),
  ]);
  const ipfs = await startIpfs(ipfsPort.port);
  return {
    withNode: async (folder, work) => {
      const databaseUrl = await postgres.freshDatabase("bench", graphExtensions);
      const ports = { graphql: graphql.port, index: index.port, admin: admin.port, metrics: metrics.port };
      const node = await startGraphNode({ processes, folder, databaseUrl, rpc, ipfs: ipfs.url, ports });
      try {
        return await work(node);
      } finally {
        await node.process.stop();
      }
    },
    stop: async () => {
      await processes.stop();
      await ipfs.stop();
      await postgres.stop();
      for (const port of [graphql, index, admin, metrics, ipfsPort]) await port.release();
    },
  };
}
