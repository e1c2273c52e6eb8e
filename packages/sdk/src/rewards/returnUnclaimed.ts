import { contractCall } from "../core/call.ts";
import { defineSync } from "../core/defineSync.ts";
import { type CallParameters, defineWrite } from "../core/defineWrite.ts";
import { campaignReturnedEvent, returnUnclaimedFunction } from "../generated/abi/merkleDistributor.ts";
import { merkleDistributor } from "../generated/addressTables.ts";

/** Parameters of {@link returnUnclaimed}. */
export type ReturnUnclaimedParameters = {
  /** Number of the campaign, from 0. */
  campaignId: bigint;
};

/**
 * Returns what nobody claimed of a campaign to the treasury, after its end. Never paused.
 *
 * @param client - A viem client with an account; anyone may.
 * @param parameters - {@link ReturnUnclaimedParameters}
 * @returns Hash of the transaction.
 * @throws {@link CampaignNotOverError} before the end.
 * @throws {@link CampaignClosedError} when it was returned.
 *
 * @example
 * ```ts
 * const hash = await returnUnclaimed(client, { campaignId });
 * ```
 */
export const returnUnclaimed = /* @__PURE__ */ defineWrite({
  contracts: { merkleDistributor },
  call: ({ merkleDistributor, campaignId }: CallParameters<ReturnUnclaimedParameters, "merkleDistributor">) =>
    contractCall(merkleDistributor, returnUnclaimedFunction, [campaignId]),
  event: campaignReturnedEvent,
});

/** {@link returnUnclaimed}, then waits: answers with the receipt and the `CampaignReturned` event. */
export const returnUnclaimedSync = /* @__PURE__ */ defineSync(returnUnclaimed);
