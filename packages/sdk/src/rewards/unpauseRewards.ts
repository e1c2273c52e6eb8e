import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseSetEvent, unpauseFunction } from "../generated/abi/tapRewards.ts";
import { type RewardsVenue, rewardsTables } from "./venues.ts";

/** Parameters of {@link unpauseRewards}. */
export type UnpauseRewardsParameters = {
  /** Which contract. */
  venue: RewardsVenue;
};

/**
 * Ends a pause of a contract of rewards early.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link UnpauseRewardsParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await unpauseRewards(adminClient, { venue: "rewardStore" });
 * ```
 */
export const unpauseRewards = /* @__PURE__ */ defineWrite({
  contracts: rewardsTables,
  call: ({ venue, ...contracts }: CallParameters<UnpauseRewardsParameters, RewardsVenue>) =>
    contractCall(contracts[venue], unpauseFunction, []),
  event: pauseSetEvent,
});

/** {@link unpauseRewards}, then waits: answers with the receipt and the `PauseSet` event. */
export const unpauseRewardsSync = /* @__PURE__ */ defineSync(unpauseRewards);
