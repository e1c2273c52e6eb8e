import { type ReservedPort, reservePort } from "../core/ports.ts";
import type { Report } from "../core/report.ts";
import type { PartName } from "./parts.ts";

const preferred = {
  web: 3000,
  api: 4000,
  keeper: 4100,
  rpc: 8545,
  graphql: 8000,
  postgres: 5433,
  ipfs: 5001,
  index: 8030,
  admin: 8020,
  metrics: 8040,
} as const;

/** Name of a port of the stack. */
export type PortName = keyof typeof preferred;

const portsOf: Readonly<Record<PartName, readonly PortName[]>> = {
  postgres: ["postgres"],
  chain: ["rpc"],
  contracts: [],
  "graph-node": ["graphql", "index", "admin", "metrics", "ipfs"],
  api: ["api"],
  keeper: ["keeper"],
  web: ["web"],
  seed: [],
};

/** What people type: a replacement of one of these is worth a line. The others only our own parts use. */
const known: ReadonlySet<PortName> = new Set(["web", "api", "rpc", "graphql"]);

/** Ports that belong to one stack until it stops. */
export interface StackPorts {
  readonly numbers: Readonly<Record<PortName, number>>;
  release(): Promise<void>;
}

/** Reserves a port for everything that listens, and says where the usual one is taken. */
export async function reservePorts(
  parts: ReadonlySet<PartName>,
  wished: Partial<Record<PortName, number>>,
  report: Report,
): Promise<StackPorts> {
  const numbers: Record<PortName, number> = { ...preferred, ...wished };
  const reserved: ReservedPort[] = [];
  for (const name of [...parts].flatMap((part) => portsOf[part])) {
    // PostgreSQL reserves its own: it also runs without a stack.
    if (name === "postgres") continue;
    const port = await reservePort(name, numbers[name]);
    reserved.push(port);
    numbers[name] = port.port;
    if (port.insteadOf !== undefined && known.has(name)) {
      report(name, `port ${port.insteadOf} is taken: using ${port.port}`);
    }
  }
  return {
    numbers,
    release: async () => {
      for (const port of reserved) await port.release();
    },
  };
}
