import type { Address, Hash } from "viem";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { merkleRoot } from "../../core/merkleTree.ts";
import { campaignLeaf } from "../campaignTree.ts";
import { campaignClaimSchema } from "./wire.ts";

/** Parameters of {@link getCampaignClaim}. */
export type GetCampaignClaimParameters = Abortable & {
  /** Active root of the campaign, or one that waits. */
  root: Hash;
  account: Address;
  chainId: number;
  /** Address of the `MerkleDistributor`. */
  distributor: Address;
};

/** What an account claims with. */
export type GetCampaignClaimReturnType = {
  campaignId: bigint;
  /** QTI units that the account gets in all. */
  cumulative: bigint;
  proof: readonly Hash[];
};

/**
 * Reads what one account claims with, and checks that the proof leads to the root.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetCampaignClaimParameters}
 * @returns {@link GetCampaignClaimReturnType}, or `undefined` when the tree is not known or the account is not in it.
 * @throws {@link ApiProblemError} when the service refuses.
 * @throws {@link ApiResponseError} when the proof does not lead to the root.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const claim = await getCampaignClaim({ url }, { root, account, chainId, distributor });
 * ```
 */
export async function getCampaignClaim(
  api: Api,
  { root, account, chainId, distributor, signal }: GetCampaignClaimParameters,
): Promise<GetCampaignClaimReturnType | undefined> {
  const path = `/v1/campaigns/trees/${root}/${account}`;
  const response = await send(api, { method: "GET", path, signal });
  if (response.status === 204) return undefined;
  const claim = await readJson(response, campaignClaimSchema);
  const { campaignId, cumulative, proof } = claim;
  if (merkleRoot(campaignLeaf({ chainId, distributor, campaignId, account, cumulative }), proof) === root) {
    return claim;
  }
  throw new ApiResponseError({ status: response.status, reason: "Its proof does not lead to the root." });
}
