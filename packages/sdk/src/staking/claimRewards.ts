import type { Address } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { claimFunction, rewardClaimedEvent } from "../generated/abi/stakingPool.ts";
import { stakingPool } from "../generated/addressTables.ts";

/** Parameters of {@link claimRewards}. */
export type ClaimRewardsParameters = {
  /** From the `Staked` event, or the index. */
  positionId: bigint;
  /** Who gets the QTI; the signer when left out. */
  recipient?: Address | undefined;
};

/**
 * Pays what a position earned. Never paused.
 *
 * @param client - A viem client with the account of the owner.
 * @param parameters - {@link ClaimRewardsParameters}
 * @returns Hash of the transaction.
 * @throws {@link StakingNotOwnerError} when the position is another's.
 * @throws {@link StakingUnknownPositionError} when there is no such position.
 *
 * @example
 * ```ts
 * const { event } = await claimRewardsSync(client, { positionId });
 * show(event.args.amount);
 * ```
 */
export const claimRewards = /* @__PURE__ */ defineWrite({
  contracts: { stakingPool },
  call: ({
    stakingPool,
    account,
    positionId,
    recipient = account,
  }: CallParameters<ClaimRewardsParameters, "stakingPool">) =>
    contractCall(stakingPool, claimFunction, [positionId, recipient]),
  event: rewardClaimedEvent,
});

/** {@link claimRewards}, then waits: answers with the receipt and the `RewardClaimed` event. */
export const claimRewardsSync = /* @__PURE__ */ defineSync(claimRewards);
