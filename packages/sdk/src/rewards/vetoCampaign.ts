import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { rootVetoedEvent, vetoRootFunction } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";
import { campaignSubject } from "./campaignSubject.ts";

/** Parameters of {@link vetoCampaign}. */
export type VetoCampaignParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
};

/**
 * Removes the list of a campaign that waits.
 *
 * @param client - A viem client whose account holds GUARDIAN.
 * @param parameters - {@link VetoCampaignParameters}
 * @returns Hash of the transaction.
 * @throws {@link AccessManagedUnauthorizedError} when the account does not hold the role.
 * @throws {@link RootNotPendingError} when no list waits.
 *
 * @example
 * ```ts
 * const hash = await vetoCampaign(guardianClient, { campaignId });
 * ```
 */
export const vetoCampaign = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({ merkleDistributor, campaignId }: CallParameters<VetoCampaignParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, vetoRootFunction, [campaignSubject(campaignId)]),
  event: rootVetoedEvent,
});

/** {@link vetoCampaign}, then waits: answers with the receipt and the `RootVetoed` event. */
export const vetoCampaignSync = /* @__PURE__ */ defineSync(vetoCampaign);
