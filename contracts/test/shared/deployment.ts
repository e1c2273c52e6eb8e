import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { network } from "hardhat";
import { type Address, getAddress, isAddress } from "viem";
import QtiDevnet from "../../ignition/modules/QtiDevnet.ts";

/** What `npm start` deploys, and what a test asserts about. */
export const devnetParameters = join(import.meta.dirname, "../../ignition/parameters/devnet.json");

/** A development chain in this process with everything deployed, by the same module that deploys over HTTP. */
export async function deployDevnet(override: { initialDate?: Date } = {}) {
  const connection = await network.create({ network: "node", override });
  const contracts = await connection.ignition.deploy(QtiDevnet, { parameters: devnetParameters });
  return { ...connection, contracts };
}

export type Devnet = Awaited<ReturnType<typeof deployDevnet>>;

/** The parameters as a module gets them; Ignition writes bigints with an n behind. */
export async function readDevnetParameters(): Promise<Record<string, string | number | bigint>> {
  const { $global } = JSON.parse(await readFile(devnetParameters, "utf8"), (_, value: unknown) =>
    typeof value === "string" && /^\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value,
  ) as { $global: Record<string, string | number | bigint> };
  return $global;
}

/** QTI units that the deployment sets streaming. */
export async function devnetInitialStreams(): Promise<{ vault: bigint; pool: bigint }> {
  const { initialStream = 0n, initialPoolStream = 0n } = await readDevnetParameters();
  return { vault: BigInt(initialStream), pool: BigInt(initialPoolStream) };
}

/** The addresses of the parameters file. */
export async function devnetAccounts(): Promise<Record<string, Address>> {
  const addresses = Object.entries(await readDevnetParameters()).filter(([, value]) =>
    isAddress(String(value)),
  );
  return Object.fromEntries(addresses.map(([name, value]) => [name, getAddress(String(value))]));
}
