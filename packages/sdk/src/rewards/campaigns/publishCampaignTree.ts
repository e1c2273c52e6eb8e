import type { Hash } from "viem";
import * as z from "zod";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import type { CampaignLeaf } from "../campaignTree.ts";
import { type PublishedTree, publishedTreeSchema, publishTreeBodySchema } from "./wire.ts";

/** Parameters of {@link publishCampaignTree}. */
export type PublishCampaignTreeParameters = Abortable & {
  campaignId: bigint;
  /** From `buildCampaignTree`. */
  root: Hash;
  leaves: readonly CampaignLeaf[];
};

/**
 * Publishes the leaves of a root, so that anyone can recompute it and everyone can claim by it. Needs to be signed in as an
 * account that holds REWARDS_OPERATOR. Published again it changes nothing.
 *
 * @param api - Where the API is.
 * @param parameters - {@link PublishCampaignTreeParameters}
 * @returns {@link PublishedTree}
 * @throws {@link ApiProblemError} when the service refuses, e.g. because the leaves do not give the root.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { root } = buildCampaignTree({ chainId, distributor, campaignId, leaves });
 * await publishCampaignTree({ url }, { campaignId, root, leaves });
 * ```
 */
export async function publishCampaignTree(
  api: Api,
  { campaignId, root, leaves, signal }: PublishCampaignTreeParameters,
): Promise<PublishedTree> {
  const json = z.encode(publishTreeBodySchema, { campaignId, root, leaves: [...leaves] });
  return readJson(
    await send(api, { method: "POST", path: "/v1/campaigns/trees", json, signal }),
    publishedTreeSchema,
  );
}
