import type { Address, ChainContract } from "viem";
import { getChainId } from "viem/actions";
import { AddressUnknownError } from "../errors/address.ts";
import type * as tables from "../generated/addressTables.ts";
import type { QtiClient } from "./client.ts";

/** Name of a contract of QTI; the same word in the deployment, in `chain.contracts` and in the stack's description. */
export type ContractName = Exclude<keyof typeof tables, "assetToken">;

/** Addresses by contract name. */
export type Contracts<names extends ContractName = ContractName> = { [name in names]: Address };

/** Where an action finds its contracts, when neither the client's chain nor the generated table should decide. */
export type ContractsOption = {
  /** Addresses that win over those of `client.chain.contracts` and those generated from the deployment. */
  contracts?: Partial<Contracts> | undefined;
};

/** Known deployments of one contract, by chain id. */
export type AddressTable = { readonly [chainId: number]: Address };

/**
 * Finds the addresses of contracts: those given, else those of `client.chain.contracts`, else those generated. Takes
 * the generated tables one by one, so that an action does not bundle those of contracts it never calls.
 */
export async function resolveContracts<name extends ContractName>(
  client: QtiClient,
  known: Readonly<Record<name, AddressTable>>,
  given?: Partial<Contracts> | undefined,
): Promise<Contracts<name>> {
  const found: Partial<Contracts> = {};
  for (const name in known) {
    const ofChain = client.chain?.contracts?.[name];
    const address =
      given?.[name] ??
      (ofChain && "address" in ofChain ? (ofChain as ChainContract).address : undefined) ??
      known[name][client.chain?.id ?? (await getChainId(client))];
    if (address === undefined) throw new AddressUnknownError(name, client.chain?.id);
    found[name] = address;
  }
  return found as Contracts<name>;
}
