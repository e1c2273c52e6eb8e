import type { Address } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { isStreamFunction } from "../generated/abi/rewardsTreasury.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link isStream}. */
export type IsStreamParameters = ContractsOption &
  ReadOptions & {
    /** A contract. */
    target: Address;
  };

/**
 * Whether rewards may be streamed into a contract.
 *
 * @param client - Any viem client.
 * @param parameters - {@link IsStreamParameters}
 * @returns `true` while it is listed.
 * @throws {@link AddressUnknownError} when the treasury's address is not known on the chain.
 *
 * @example
 * ```ts
 * const listed = await isStream(client, { target });
 * ```
 */
export async function isStream(client: QtiClient, parameters: IsStreamParameters): Promise<boolean> {
  const { rewardsTreasury } = await resolveContracts(
    client,
    { rewardsTreasury: addresses.rewardsTreasury },
    parameters.contracts,
  );
  return read(client, contractCall(rewardsTreasury, isStreamFunction, [parameters.target]), parameters);
}
