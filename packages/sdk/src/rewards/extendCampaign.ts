import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { campaignExtendedEvent, extendCampaignFunction } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link extendCampaign}. */
export type ExtendCampaignParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
  /** Unix seconds, later than the end so far. */
  endsAt: number;
};

/**
 * Lets a campaign end later.
 *
 * @param client - A viem client whose account holds REWARDS_OPERATOR.
 * @param parameters - {@link ExtendCampaignParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link CampaignInvalidEndError} when the end is not later, or too far.
 * @throws {@link CampaignOverError} after its end.
 *
 * @example
 * ```ts
 * const hash = await extendCampaign(operatorClient, { campaignId, endsAt: expiry });
 * ```
 */
export const extendCampaign = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({
    merkleDistributor,
    campaignId,
    endsAt,
  }: CallParameters<ExtendCampaignParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, extendCampaignFunction, [campaignId, endsAt]),
  event: campaignExtendedEvent,
});

/** {@link extendCampaign}, then waits: answers with the receipt and the `CampaignExtended` event. */
export const extendCampaignSync = /* @__PURE__ */ defineSync(extendCampaign);
