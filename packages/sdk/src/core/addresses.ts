import type { Address } from "viem";
import { getChainId } from "viem/actions";
import { AddressUnknownError } from "../errors/address.ts";
import { addresses as generated } from "../generated/addresses.ts";
import type { QtiClient } from "./client.ts";

/** Name of a contract of QTI; the same word in the deployment, in `chain.contracts` and in the stack's description. */
export type ContractName =
  | "accessManager"
  | "identityRegistry"
  | "assetRegistry"
  | "complianceModule"
  | "qtiToken"
  | "stakingVault"
  | "rewardsTreasury"
  | "keyDirectory"
  | "recordAnchor"
  | "testDollar"
  | "demoFaucet"
  | "demoDesk";

/** Addresses by contract name. */
export type Contracts<names extends ContractName = ContractName> = { [name in names]: Address };

/** Where an action finds its contracts, when neither the client's chain nor the generated table should decide. */
export type ContractsOption = {
  /** Addresses that win over those of `client.chain.contracts` and those generated from the deployment. */
  contracts?: Partial<Contracts> | undefined;
};

const known: { [chainId: number]: Partial<Contracts> | undefined } = generated;

/**
 * Finds the addresses of contracts: those given, else those of `client.chain.contracts`, else those generated from
 * the deployment of the chain.
 *
 * @param client - Any viem client. A client without a chain is asked for its chain id.
 * @param names - Contracts to find.
 * @param given - Addresses that win.
 * @returns An address for each name.
 * @throws {@link AddressUnknownError} when none of the three knows a contract.
 *
 * @example
 * ```ts
 * const { stakingVault } = await getContracts(client, ["stakingVault"]);
 * ```
 */
export async function getContracts<name extends ContractName>(
  client: QtiClient,
  names: readonly name[],
  given?: Partial<Contracts> | undefined,
): Promise<Contracts<name>> {
  const found: Partial<Contracts> = {};
  for (const name of names) {
    const ofChain = client.chain?.contracts?.[name];
    const address =
      given?.[name] ??
      (ofChain && "address" in ofChain && typeof ofChain.address === "string"
        ? ofChain.address
        : undefined) ??
      known[client.chain?.id ?? (await getChainId(client))]?.[name];
    if (address === undefined) throw new AddressUnknownError(name, client.chain?.id);
    found[name] = address;
  }
  return found as Contracts<name>;
}
