import { type ContractsOption, resolveContracts } from "../core/addresses.ts";
import { contractCall, type ReadOptions, read } from "../core/call.ts";
import type { QtiClient } from "../core/client.ts";
import { previewWithdrawFunction } from "../generated/abi/stakingPool.ts";
import * as addresses from "../generated/addressTables.ts";

/** Parameters of {@link previewEarlyExit}. */
export type PreviewEarlyExitParameters = ContractsOption &
  ReadOptions & {
    positionId: bigint;
    /** QTI units (18 decimals) to take out. */
    amount: bigint;
  };

/** What would come out, and what would stay. */
export type PreviewEarlyExitReturnType = {
  /** QTI units that the owner would receive. */
  received: bigint;
  /** QTI units that would flow to those who stay; 0 from the unlock on. */
  penalty: bigint;
};

/**
 * Says what `withdrawPosition` would pay now and what it would leave behind: the penalty of the lock for the part of its time
 * that is left, rounded up. It falls with each second; `penaltyAt` reckons it for another time.
 *
 * @param client - Any viem client.
 * @param parameters - {@link PreviewEarlyExitParameters}
 * @returns {@link PreviewEarlyExitReturnType}
 * @throws {@link StakingUnknownPositionError} when there is no such position.
 * @throws {@link StakingExceedsPositionError} when the position holds less.
 *
 * @example
 * ```ts
 * const { received, penalty } = await previewEarlyExit(client, { positionId, amount });
 * ```
 */
export async function previewEarlyExit(
  client: QtiClient,
  parameters: PreviewEarlyExitParameters,
): Promise<PreviewEarlyExitReturnType> {
  const { positionId, amount, contracts } = parameters;
  const { stakingPool } = await resolveContracts(client, { stakingPool: addresses.stakingPool }, contracts);
  const call = contractCall(stakingPool, previewWithdrawFunction, [positionId, amount]);
  const [received, penalty] = await read(client, call, parameters);
  return { received, penalty };
}
