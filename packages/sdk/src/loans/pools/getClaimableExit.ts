import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../../core/call.ts";
import type { QtiClient } from "../../core/client.ts";
import { claimableOfFunction } from "../../generated/abi/seniorPool.ts";
import * as addresses from "../../generated/addressTables.ts";

/** Parameters of {@link getClaimableExit}. */
export type GetClaimableExitParameters = ContractsOption &
  ReadOptions & {
    /** Whose. */
    owner: Address;
  };

/**
 * Reads what the queue has served to an account and `claimExit` pays.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetClaimableExitParameters}
 * @returns Money units.
 * @throws {@link AddressUnknownError} when the address of the contract is not known on the chain.
 *
 * @example
 * ```ts
 * const claimable = await getClaimableExit(client, { owner });
 * ```
 */
export async function getClaimableExit(
  client: QtiClient,
  parameters: GetClaimableExitParameters,
): Promise<bigint> {
  const { seniorPool } = await resolveContracts(
    client,
    { seniorPool: addresses.seniorPool },
    parameters.contracts,
  );
  return read(client, contractCall(seniorPool, claimableOfFunction, [parameters.owner]), parameters);
}
