import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type FunctionResult, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { locksFunction } from "../generated/abi/stakingPool.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getLocks}. */
export type GetLocksParameters = ContractsOption & ReadOptions;

/**
 * A lock that a position of the pool can have: `duration` in seconds, 0 for none; `multiplierBps`, the weight of each staked
 * unit until the unlock, and `penaltyBps`, what of it stays in the pool when it leaves at the very start, in 1/10,000.
 */
export type Lock = FunctionResult<typeof locksFunction>[number];

/**
 * Reads the locks that can be chosen. They never change; a lock is named by its place in the list, from 0 for none.
 *
 * @param client - Any viem client.
 * @param parameters - {@link GetLocksParameters}
 * @returns A list of {@link Lock}.
 * @throws {@link AddressUnknownError} when the pool's address is not known on the chain.
 *
 * @example
 * ```ts
 * for (const { duration, multiplierBps } of await getLocks(client)) show(duration, multiplierBps);
 * ```
 */
export async function getLocks(
  client: QtiClient,
  parameters: GetLocksParameters = {},
): Promise<readonly Lock[]> {
  const { stakingPool } = await resolveContracts(
    client,
    { stakingPool: addresses.stakingPool },
    parameters.contracts,
  );
  return read(client, contractCall(stakingPool, locksFunction, []), parameters);
}
