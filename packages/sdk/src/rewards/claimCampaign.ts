import type { Address, Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { campaignClaimedEvent, claimFunction } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link claimCampaign}. */
export type ClaimCampaignParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
  /** Whose leaf. */
  holder: Address;
  /** QTI units (18 decimals) that it gets in all, of which it may have had some. */
  cumulative: bigint;
  /** From the tree. */
  proof: readonly Hash[];
};

/**
 * Pays an account what the list of a campaign gives it and it has not had. Anyone may do it for anyone: the QTI goes to the account, or
 * its successor.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ClaimCampaignParameters}
 * @returns Hash of the transaction.
 * @throws {@link CampaignNotActiveError} before a list has taken effect.
 * @throws {@link CampaignInvalidProofError} when the list says otherwise.
 * @throws {@link CampaignNothingToClaimError} when all was claimed.
 * @throws {@link CampaignOverError} after the end.
 * @throws {@link CampaignExhaustedError} when the list promises more than was put in.
 * @throws {@link PauseActiveError} while campaigns are paused.
 *
 * @example
 * ```ts
 * const claim = campaignClaimOf(tree, holder);
 * if (claim) await claimCampaign(client, { campaignId, holder, cumulative: claim.cumulative, proof: claim.proof });
 * ```
 */
export const claimCampaign = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({
    merkleDistributor,
    campaignId,
    holder,
    cumulative,
    proof,
  }: CallParameters<ClaimCampaignParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, claimFunction, [campaignId, holder, cumulative, proof]),
  event: campaignClaimedEvent,
});

/** {@link claimCampaign}, then waits: answers with the receipt and the `CampaignClaimed` event. */
export const claimCampaignSync = /* @__PURE__ */ defineSync(claimCampaign);
