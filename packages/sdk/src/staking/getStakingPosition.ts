import { type Address, zeroAddress } from "viem";
import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { earnedOfFunction, positionOfFunction } from "../generated/abi/stakingPool.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getStakingPosition}. */
export type GetStakingPositionParameters = ContractsOption & ReadOptions & { positionId: bigint };

/** A position of the pool; `undefined` when there is none of this number. */
export type GetStakingPositionReturnType =
  | {
      /** Who opened it; an emptied position keeps its owner. */
      owner: Address;
      /** QTI units. */
      amount: bigint;
      /** What its share of the rewards is reckoned by. */
      weight: bigint;
      /** Place of its lock in what `getLocks` answers. */
      lock: number;
      /** Unix seconds at which the lock last began. */
      start: number;
      /** Unix seconds from which all leaves without penalty; equals `start` without a lock. */
      unlock: number;
      /** QTI units that it could claim now. */
      earned: bigint;
    }
  | undefined;

/**
 * Reads a position of the pool exactly, with what it earned until now.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetStakingPositionParameters}
 * @returns {@link GetStakingPositionReturnType}
 * @throws {@link AddressUnknownError} when the pool's address is not known on the chain.
 *
 * @example
 * ```ts
 * const position = await getStakingPosition(client, { positionId });
 * show(position?.earned);
 * ```
 */
export async function getStakingPosition(
  client: QtiClient,
  parameters: GetStakingPositionParameters,
): Promise<GetStakingPositionReturnType> {
  const { positionId, contracts } = parameters;
  const { stakingPool } = await resolveContracts(client, { stakingPool: addresses.stakingPool }, contracts);
  const [{ owed: _, ...position }, earned] = await Promise.all([
    read(client, contractCall(stakingPool, positionOfFunction, [positionId]), parameters),
    read(client, contractCall(stakingPool, earnedOfFunction, [positionId]), parameters),
  ]);
  return position.owner === zeroAddress ? undefined : { ...position, earned };
}
