import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type {} from "@nomicfoundation/hardhat-ignition-viem";
import QtiDevnet from "@qti/contracts/ignition/modules/QtiDevnet.ts";
import { createHardhatRuntimeEnvironment, importUserConfig } from "hardhat/hre";
import { type Address, isAddress } from "viem";
import type { ContractName } from "../src/core/addresses.ts";

const contractsFolder = join(import.meta.dirname, "../../../contracts");
const configFile = join(contractsFolder, "hardhat.config.ts");
const parameters = join(contractsFolder, "ignition/parameters/devnet.json");

/** Addresses of a deployment by contract name. */
export type Deployed = Record<ContractName | "assetToken", Address>;

async function hardhat(overrides: { ignition?: string; url?: string } = {}) {
  const config = await importUserConfig(configFile);
  const { ignition, url } = overrides;
  return createHardhatRuntimeEnvironment(
    {
      ...config,
      paths: { ...config.paths, ...(ignition ? { ignition } : {}) },
      networks: { ...config.networks, ...(url ? { localhost: { type: "http", url } } : {}) },
    },
    { config: configFile, buildProfile: "default" },
    contractsFolder,
  );
}

type Runtime = Awaited<ReturnType<typeof hardhat>>;

async function deployOn(runtime: Runtime, network: string): Promise<Deployed> {
  const connection = await runtime.network.create(network);
  try {
    const deployed: Record<string, { address: string }> = await connection.ignition.deploy(QtiDevnet, {
      parameters,
    });
    const entries = Object.entries(deployed).filter(([, { address }]) => isAddress(address));
    return Object.fromEntries(entries.map(([name, { address }]) => [name, address])) as Deployed;
  } finally {
    await connection.close();
  }
}

/** Deploys everything to a chain in this process that nobody else sees, and says where it landed. */
export async function deployInProcess(): Promise<Deployed> {
  return deployOn(await hardhat(), "node");
}

/** Serves a fresh Hardhat chain on a free loopback port and deploys everything to it over HTTP. */
export async function serveChain(): Promise<{ url: string; contracts: Deployed; close(): Promise<void> }> {
  const server = await (await hardhat()).network.createServer("node", "127.0.0.1");
  const { port } = await server.listen();
  const url = `http://127.0.0.1:${port}`;
  // Over HTTP Ignition keeps a journal, which has no place among the sources.
  const journal = await mkdtemp(join(tmpdir(), "qti-sdk-"));
  try {
    const contracts = await deployOn(await hardhat({ ignition: journal, url }), "localhost");
    return { url, contracts, close: () => server.close() };
  } finally {
    await rm(journal, { recursive: true, force: true });
  }
}
