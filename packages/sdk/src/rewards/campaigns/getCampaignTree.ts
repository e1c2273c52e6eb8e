import type { Address, Hash } from "viem";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { buildCampaignTree, type CampaignTree } from "../campaignTree.ts";
import { campaignTreeSchema } from "./wire.ts";

/** Parameters of {@link getCampaignTree}. */
export type GetCampaignTreeParameters = Abortable & {
  root: Hash;
  chainId: number;
  /** Address of the `MerkleDistributor`. */
  distributor: Address;
};

/**
 * Reads everything that a root commits to, and computes the root again: what the service says of it is not believed.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetCampaignTreeParameters}
 * @returns {@link CampaignTree}, with the number of its campaign.
 * @throws {@link ApiProblemError} when nobody published the tree.
 * @throws {@link ApiResponseError} when the leaves do not give the root.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { claims, total } = await getCampaignTree({ url }, { root, chainId, distributor });
 * ```
 */
export async function getCampaignTree(
  api: Api,
  { root, chainId, distributor, signal }: GetCampaignTreeParameters,
): Promise<CampaignTree & { campaignId: bigint }> {
  const response = await send(api, { method: "GET", path: `/v1/campaigns/trees/${root}`, signal });
  const { campaignId, leaves } = await readJson(response, campaignTreeSchema);
  const tree = built();
  if (tree?.root === root) return { ...tree, campaignId };
  throw new ApiResponseError({ status: response.status, reason: "Its leaves do not give the root." });

  function built(): CampaignTree | undefined {
    try {
      return buildCampaignTree({ chainId, distributor, campaignId, leaves });
    } catch {
      // What is no tree at all has another root as well.
      return undefined;
    }
  }
}
