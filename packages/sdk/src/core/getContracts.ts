import * as addressTables from "../generated/addressTables.ts";
import {
  type AddressTable,
  type ContractName,
  type Contracts,
  type ContractsOption,
  resolveContracts,
} from "./addresses.ts";
import type { QtiClient } from "./client.ts";
import { toQtiError } from "./toQtiError.ts";

const tables: Record<ContractName, AddressTable> = { ...addressTables };

/** Parameters of {@link getContracts}. */
export type GetContractsParameters<names extends ContractName = ContractName> = ContractsOption & {
  /** Contracts to find. */
  names: readonly names[];
};

/**
 * Finds the addresses of contracts: those given, else those of `client.chain.contracts`, else those generated from
 * the deployment of the chain.
 *
 * @param client - Any viem client. One without a chain is asked for its chain id.
 * @param parameters - {@link GetContractsParameters}
 * @returns An address for each name.
 * @throws {@link AddressUnknownError} when none of the three knows a contract.
 *
 * @example
 * ```ts
 * const { stakingVault } = await getContracts(client, { names: ["stakingVault"] });
 * ```
 */
export async function getContracts<names extends ContractName>(
  client: QtiClient,
  parameters: GetContractsParameters<names>,
): Promise<Contracts<names>> {
  const { names, contracts } = parameters;
  try {
    const known = Object.fromEntries(names.map((name) => [name, tables[name]]));
    return await resolveContracts(client, known as Record<names, AddressTable>, contracts);
  } catch (error) {
    throw await toQtiError(error);
  }
}
