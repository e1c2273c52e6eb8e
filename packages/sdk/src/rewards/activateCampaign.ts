import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { activateRootFunction, rootActivatedEvent } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";
import { campaignSubject } from "./campaignSubject.ts";

/** Parameters of {@link activateCampaign}. */
export type ActivateCampaignParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
};

/**
 * Lets the list that waits take effect, once it has waited its day.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ActivateCampaignParameters}
 * @returns Hash of the transaction.
 * @throws {@link RootTooEarlyError} when the day has not passed.
 * @throws {@link RootNotPendingError} when no list waits.
 * @throws {@link RootNotFundedError} when the list gives more than was put in.
 * @throws {@link CampaignInvalidEndError} when fewer than 30 days are left.
 * @throws {@link PauseActiveError} while campaigns are paused.
 *
 * @example
 * ```ts
 * const hash = await activateCampaign(client, { campaignId });
 * ```
 */
export const activateCampaign = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({
    merkleDistributor,
    campaignId,
  }: CallParameters<ActivateCampaignParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, activateRootFunction, [campaignSubject(campaignId)]),
  event: rootActivatedEvent,
});

/** {@link activateCampaign}, then waits: answers with the receipt and the `RootActivated` event. */
export const activateCampaignSync = /* @__PURE__ */ defineSync(activateCampaign);
