import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { nextDripAtFunction } from "../generated/abi/demoFaucet.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link nextDripAt}. */
export type NextDripAtParameters = ContractsOption & ReadOptions & { account: Address };

/**
 * When an account may use the faucet of a development chain again.
 *
 * @param client - Any viem client.
 * @param parameters - {@link NextDripAtParameters}
 * @returns Unix seconds of the chain's clock; 0n when the account never used it.
 * @throws {@link AddressUnknownError} on a network without the faucet.
 *
 * @example
 * ```ts
 * const at = await nextDripAt(client, { account });
 * ```
 */
export async function nextDripAt(client: QtiClient, parameters: NextDripAtParameters): Promise<bigint> {
  const { demoFaucet } = await resolveContracts(
    client,
    { demoFaucet: addresses.demoFaucet },
    parameters.contracts,
  );
  return read(client, contractCall(demoFaucet, nextDripAtFunction, [parameters.account]), parameters);
}
