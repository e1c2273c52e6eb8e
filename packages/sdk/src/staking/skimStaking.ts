import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { skimFunction, skimmedEvent } from "../generated/abi/stakingPool.ts";
import { type StakingVenue, stakingTables } from "./venues.ts";

/** Parameters of {@link skimStaking}. */
export type SkimStakingParameters = {
  /** Which way to stake. */
  venue: StakingVenue;
};

/**
 * Sends QTI that was given to the vault or the pool without being staked to the rewards treasury. Where nothing was given it does
 * nothing, and `skimStakingSync` finds no event.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link SkimStakingParameters}
 * @returns Hash of the transaction.
 * @throws {@link EventMissingError} from `skimStakingSync`, when nothing was given.
 *
 * @example
 * ```ts
 * const hash = await skimStaking(client, { venue: "stakingVault" });
 * ```
 */
export const skimStaking = /* @__PURE__ */ defineWrite({
  contracts: stakingTables,
  call: ({ venue, ...contracts }: CallParameters<SkimStakingParameters, StakingVenue>) =>
    contractCall(contracts[venue], skimFunction, []),
  event: skimmedEvent,
});

/** {@link skimStaking}, then waits: answers with the receipt and the `Skimmed` event. */
export const skimStakingSync = /* @__PURE__ */ defineSync(skimStaking);
