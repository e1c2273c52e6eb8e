import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { campaignFundedEvent, fundCampaignFunction } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link fundCampaign}. */
export type FundCampaignParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
  /** QTI units (18 decimals). */
  amount: bigint;
};

/**
 * Puts QTI of the treasury into a campaign, within the budget of campaigns.
 *
 * @param client - A viem client whose account holds REWARDS_OPERATOR.
 * @param parameters - {@link FundCampaignParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link CampaignUnknownError} when there is no such campaign.
 * @throws {@link CampaignOverError} after its end.
 * @throws {@link CampaignZeroAmountError} when the amount is zero.
 * @throws {@link TreasuryBudgetExceededError} when campaigns have used their budget of this window.
 * @throws {@link TreasuryInsufficientFundsError} when the treasury holds less.
 *
 * @example
 * ```ts
 * const hash = await fundCampaign(operatorClient, { campaignId, amount });
 * ```
 */
export const fundCampaign = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({
    merkleDistributor,
    campaignId,
    amount,
  }: CallParameters<FundCampaignParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, fundCampaignFunction, [campaignId, amount]),
  event: campaignFundedEvent,
});

/** {@link fundCampaign}, then waits: answers with the receipt and the `CampaignFunded` event. */
export const fundCampaignSync = /* @__PURE__ */ defineSync(fundCampaign);
