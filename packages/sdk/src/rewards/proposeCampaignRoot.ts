import type { Hash } from "viem";
import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { proposeRootFunction, rootProposedEvent } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link proposeCampaignRoot}. */
export type ProposeCampaignRootParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
  /** Of the tree, from `buildCampaignTree`. */
  root: Hash;
  /** QTI units (18 decimals) that all leaves give together. */
  total: bigint;
  /** Where the leaves can be read, or the rule by which they can be computed again. */
  uri: string;
};

/**
 * Proposes who gets how much of a campaign. Everybody has a day to compute it again, and a guardian may veto it; then anyone may
 * activate it.
 *
 * @param client - A viem client whose account holds REWARDS_OPERATOR.
 * @param parameters - {@link ProposeCampaignRootParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link RootPendingError} while another waits.
 * @throws {@link RootInvalidError} without a root or a total.
 * @throws {@link CampaignOverError} after its end.
 *
 * @example
 * ```ts
 * const { root, total } = buildCampaignTree({ chainId, distributor, campaignId, leaves });
 * const hash = await proposeCampaignRoot(operatorClient, { campaignId, root, total, uri: url });
 * ```
 */
export const proposeCampaignRoot = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({
    merkleDistributor,
    campaignId,
    root,
    total,
    uri,
  }: CallParameters<ProposeCampaignRootParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, proposeRootFunction, [campaignId, root, total, uri]),
  event: rootProposedEvent,
});

/** {@link proposeCampaignRoot}, then waits: answers with the receipt and the `RootProposed` event. */
export const proposeCampaignRootSync = /* @__PURE__ */ defineSync(proposeCampaignRoot);
