import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseSetEvent, unpauseFunction } from "../generated/abi/stakingPool.ts";
import { type StakingVenue, stakingTables } from "./venues.ts";

/** Parameters of {@link unpauseStaking}. */
export type UnpauseStakingParameters = {
  /** Which way to stake. */
  venue: StakingVenue;
};

/**
 * Ends a pause of the vault or the pool early.
 *
 * @param client - A viem client whose account holds ADMIN; its 72 hours must have passed since scheduling.
 * @param parameters - {@link UnpauseStakingParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link AccessManagerNotScheduledError} when it was not scheduled.
 *
 * @example
 * ```ts
 * const hash = await unpauseStaking(adminClient, { venue: "stakingPool" });
 * ```
 */
export const unpauseStaking = /* @__PURE__ */ defineWrite({
  contracts: stakingTables,
  call: ({ venue, ...contracts }: CallParameters<UnpauseStakingParameters, StakingVenue>) =>
    contractCall(contracts[venue], unpauseFunction, []),
  event: pauseSetEvent,
});

/** {@link unpauseStaking}, then waits: answers with the receipt and the `PauseSet` event. */
export const unpauseStakingSync = /* @__PURE__ */ defineSync(unpauseStaking);
