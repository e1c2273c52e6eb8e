import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseFunction, pauseSetEvent } from "../generated/abi/tapRewards.ts";
import { type RewardsVenue, rewardsTables } from "./venues.ts";

/** Parameters of {@link pauseRewards}. */
export type PauseRewardsParameters = {
  /** Which contract. */
  venue: RewardsVenue;
};

/**
 * Stops what a contract of rewards pays or takes for 14 days. What is owed stays owed.
 *
 * @param client - A viem client whose account holds PAUSER.
 * @param parameters - {@link PauseRewardsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link PauseActiveError} when a pause is running.
 *
 * @example
 * ```ts
 * const hash = await pauseRewards(pauserClient, { venue: "rewardStore" });
 * ```
 */
export const pauseRewards = /* @__PURE__ */ defineWrite({
  contracts: rewardsTables,
  call: ({ venue, ...contracts }: CallParameters<PauseRewardsParameters, RewardsVenue>) =>
    contractCall(contracts[venue], pauseFunction, []),
  event: pauseSetEvent,
});

/** {@link pauseRewards}, then waits: answers with the receipt and the `PauseSet` event. */
export const pauseRewardsSync = /* @__PURE__ */ defineSync(pauseRewards);
