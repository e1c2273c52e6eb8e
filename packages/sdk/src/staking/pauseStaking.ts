import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { pauseFunction, pauseSetEvent } from "../generated/abi/stakingPool.ts";
import { type StakingVenue, stakingTables } from "./venues.ts";

/** Parameters of {@link pauseStaking}. */
export type PauseStakingParameters = {
  /** Which way to stake. */
  venue: StakingVenue;
};

/**
 * Stops new stake in the vault or the pool for 14 days. Leaving and claiming go on.
 *
 * @param client - A viem client whose account holds PAUSER.
 * @param parameters - {@link PauseStakingParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link StakingPausedError} when a pause of the vault is running.
 * @throws {@link PauseActiveError} when a pause of the pool is running.
 *
 * @example
 * ```ts
 * const hash = await pauseStaking(pauserClient, { venue: "stakingPool" });
 * ```
 */
export const pauseStaking = /* @__PURE__ */ defineWrite({
  contracts: stakingTables,
  call: ({ venue, ...contracts }: CallParameters<PauseStakingParameters, StakingVenue>) =>
    contractCall(contracts[venue], pauseFunction, []),
  event: pauseSetEvent,
});

/** {@link pauseStaking}, then waits: answers with the receipt and the `PauseSet` event. */
export const pauseStakingSync = /* @__PURE__ */ defineSync(pauseStaking);
