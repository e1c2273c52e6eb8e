import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { standingOfFunction } from "../generated/abi/identityRegistry.ts";
import * as addresses from "../generated/addressTables.ts";

/** Number of the identity behind an account; 0 when it has none. Rewards are counted by it. */
export async function identityNumber(
  client: QtiClient,
  parameters: ContractsOption & ReadOptions & { account: Address },
): Promise<bigint> {
  const { identityRegistry } = await resolveContracts(
    client,
    { identityRegistry: addresses.identityRegistry },
    parameters.contracts,
  );
  const call = contractCall(identityRegistry, standingOfFunction, [parameters.account]);
  return (await read(client, call, parameters)).index;
}
