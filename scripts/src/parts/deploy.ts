import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { folders } from "../core/paths.ts";
import type { Processes } from "../core/process.ts";
import { quantity, rpc } from "../core/rpc.ts";
import { DeploymentError } from "../errors.ts";

const address = z
  .string()
  .regex(/^0x[0-9a-fA-F]{40}$/)
  .pipe(z.custom<`0x${string}`>());

/** Addresses by the contract's name in camelCase, as every part gets them. */
export type Contracts = Readonly<Record<string, `0x${string}`>>;

/** Contracts that stand on the chain. */
export interface Deployment {
  readonly contracts: Contracts;
  /** The first block that can hold an event of them. */
  readonly startBlock: number;
}

/** What {@link deployContracts} takes. */
export interface DeployOptions {
  readonly processes: Processes;
  readonly rpc: string;
  readonly stateDir: string;
}

/**
 * Deploys everything with Ignition over HTTP and makes sure that it stands.
 *
 * Each run gets a deployment id of its own: Ignition's journal outlives the chain, and with an old id it would say
 * "nothing new" and name addresses that hold no code.
 */
export async function deployContracts({ processes, rpc: url, stateDir }: DeployOptions): Promise<Deployment> {
  const startBlock = (await rpc(url, "eth_blockNumber", [], quantity)) + 1;
  const ignitionDir = path.join(stateDir, "ignition");
  rmSync(ignitionDir, { recursive: true, force: true });
  const id = `run-${Date.now()}`;
  await processes.run({
    name: "deploy",
    command: process.execPath,
    args: [path.join(folders.scripts, "src/parts/ignition.ts"), ignitionDir, id],
    cwd: folders.contracts,
    env: { QTI_RPC_URL: url },
  });
  const file = path.join(ignitionDir, "deployments", id, "deployed_addresses.json");
  const contracts = parseDeployedAddresses(readFileSync(file, "utf8"));
  await Promise.all(Object.entries(contracts).map(([name, at]) => requireCode(url, name, at)));
  return { contracts, startBlock };
}

/** Ignition's `{ "StakingModule#StakingVault": "0x..." }` as `{ stakingVault: "0x..." }`. */
export function parseDeployedAddresses(json: string): Contracts {
  const deployed = z.record(z.string(), address).parse(JSON.parse(json));
  const contracts: Record<string, `0x${string}`> = {};
  for (const [future, at] of Object.entries(deployed)) {
    const name = future.slice(future.lastIndexOf("#") + 1);
    const key = name.charAt(0).toLowerCase() + name.slice(1);
    if (contracts[key] !== undefined && contracts[key] !== at) {
      throw new DeploymentError(
        `Two contracts of the deployment are called ${name}: ${contracts[key]} and ${at}.`,
      );
    }
    contracts[key] = at;
  }
  return contracts;
}

async function requireCode(url: string, name: string, at: string): Promise<void> {
  const code = await rpc(url, "eth_getCode", [at, "latest"], z.string());
  if (code === "0x") throw new DeploymentError(`${name} should stand at ${at}, and there is no code.`);
}
