import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { isRedeemerFunction } from "../generated/abi/qtiPoints.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link isRedeemer}. */
export type IsRedeemerParameters = ContractsOption &
  ReadOptions & {
    /** A contract. */
    redeemer: Address;
  };

/**
 * Whether points can be redeemed in a contract.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsRedeemerParameters}
 * @returns `true` while they can.
 * @throws {@link AddressUnknownError} when the address of the points is not known on the chain.
 *
 * @example
 * ```ts
 * const open = await isRedeemer(client, { redeemer: address });
 * ```
 */
export async function isRedeemer(client: QtiClient, parameters: IsRedeemerParameters): Promise<boolean> {
  const { qtiPoints } = await resolveContracts(
    client,
    { qtiPoints: addresses.qtiPoints },
    parameters.contracts,
  );
  return read(client, contractCall(qtiPoints, isRedeemerFunction, [parameters.redeemer]), parameters);
}
