import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import {
  pausedUntilFunction,
  positionCountFunction,
  rewardPerWeightFunction,
  streamFunction,
  totalStakedFunction,
  totalWeightFunction,
} from "../generated/abi/stakingPool.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link getPool}. */
export type GetPoolParameters = ContractsOption & ReadOptions;

/** The staking pool as of one block. */
export type GetPoolReturnType = {
  /** QTI units in all positions. */
  totalStaked: bigint;
  /** Sum of the weights of all positions: QTI units times the multiplier of their locks. */
  totalWeight: bigint;
  /** QTI units that one unit of weight has earned since the start, times 2^96, as of the block. */
  rewardPerWeight: bigint;
  /** Rewards and penalties on their way: QTI units left at `updated`, and the Unix seconds at which the stream runs dry. */
  stream: { left: bigint; end: number; updated: number };
  /** Positions ever opened; their ids are 1 to this. */
  positionCount: bigint;
  /** Unix seconds until which new stake is paused; 0 or past when it is not. */
  pausedUntil: number;
};

/**
 * Reads the staking pool.
 *
 * @param client - Any viem client; one with `batch.multicall` reads everything at one block.
 * @param parameters - {@link GetPoolParameters}
 * @returns {@link GetPoolReturnType}
 * @throws {@link AddressUnknownError} when the pool's address is not known on the chain.
 *
 * @example
 * ```ts
 * const { totalStaked, stream } = await getPool(client);
 * ```
 */
export async function getPool(
  client: QtiClient,
  parameters: GetPoolParameters = {},
): Promise<GetPoolReturnType> {
  const { stakingPool } = await resolveContracts(
    client,
    { stakingPool: addresses.stakingPool },
    parameters.contracts,
  );
  const [totalStaked, totalWeight, rewardPerWeight, [left, end, updated], positionCount, pausedUntil] =
    await Promise.all([
      read(client, contractCall(stakingPool, totalStakedFunction, []), parameters),
      read(client, contractCall(stakingPool, totalWeightFunction, []), parameters),
      read(client, contractCall(stakingPool, rewardPerWeightFunction, []), parameters),
      read(client, contractCall(stakingPool, streamFunction, []), parameters),
      read(client, contractCall(stakingPool, positionCountFunction, []), parameters),
      read(client, contractCall(stakingPool, pausedUntilFunction, []), parameters),
    ]);
  return {
    totalStaked,
    totalWeight,
    rewardPerWeight,
    stream: { left, end, updated },
    positionCount,
    pausedUntil,
  };
}
