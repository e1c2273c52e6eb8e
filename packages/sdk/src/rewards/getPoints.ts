import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { balanceOfFunction } from "../generated/abi/qtiPoints.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getPoints}. */
export type GetPointsParameters = ContractsOption &
  ReadOptions & {
    account: Address;
  };

/**
 * Reads how many points an account holds.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetPointsParameters}
 * @returns Points (6 decimals).
 * @throws {@link AddressUnknownError} when the address of the points is not known on the chain.
 *
 * @example
 * ```ts
 * const points = await getPoints(client, { account });
 * ```
 */
export async function getPoints(client: QtiClient, parameters: GetPointsParameters): Promise<bigint> {
  const { qtiPoints } = await resolveContracts(
    client,
    { qtiPoints: addresses.qtiPoints },
    parameters.contracts,
  );
  return read(client, contractCall(qtiPoints, balanceOfFunction, [parameters.account]), parameters);
}
