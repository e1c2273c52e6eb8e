import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { campaignCreatedEvent, createCampaignFunction } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link createCampaign}. */
export type CreateCampaignParameters = {
  /** Unix seconds, 30 to 3,650 days from now; what is unclaimed then returns to the treasury. */
  endsAt: number;
  /** Name and description, as JSON; may be a data URI. */
  uri: string;
};

/**
 * Opens a campaign, into which QTI can be put and whose list of who gets how much is proposed next.
 *
 * @param client - A viem client whose account holds REWARDS_OPERATOR.
 * @param parameters - {@link CreateCampaignParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link CampaignInvalidEndError} when the end is too near or too far.
 *
 * @example
 * ```ts
 * const { event } = await createCampaignSync(operatorClient, { endsAt: expiry, uri: 'data:application/json,{"name":"Thanks"}' });
 * const { campaignId } = event.args;
 * ```
 */
export const createCampaign = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({ merkleDistributor, endsAt, uri }: CallParameters<CreateCampaignParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, createCampaignFunction, [endsAt, uri]),
  event: campaignCreatedEvent,
});

/** {@link createCampaign}, then waits: answers with the receipt and the `CampaignCreated` event. */
export const createCampaignSync = /* @__PURE__ */ defineSync(createCampaign);
