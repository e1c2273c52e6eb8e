import type { Address } from "viem";
import {
  type CampaignClaim_Filter,
  type CampaignClaimsQuery,
  campaignClaimsDocument,
} from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getCampaignClaims}. */
export type GetCampaignClaimsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    campaignId?: bigint | undefined;
    /** Whose leaf. */
    account?: Address | undefined;
  };

type Row = CampaignClaimsQuery["campaignClaims"][number];

/** QTI that an account was paid of a campaign. QTI units, Unix seconds. */
export type IndexedCampaignClaim = Omit<Row, "campaign" | "account" | "recipient"> & {
  campaignId: bigint;
  /** Of the campaign: JSON with name and description, text of an operator. */
  campaignUri: string;
  account: Address;
  /** Who was paid: the account, or the one that took its place. */
  recipient: Address;
};

/**
 * Lists what was claimed of campaigns, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCampaignClaimsParameters}
 * @returns A page of {@link IndexedCampaignClaim}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getCampaignClaims(subgraph, { account });
 * ```
 */
export async function getCampaignClaims(
  subgraph: SubgraphClient,
  parameters: GetCampaignClaimsParameters = {},
): Promise<Page<IndexedCampaignClaim, bigint>> {
  const { first = PAGE, after, campaignId, account, signal } = parameters;
  const where: CampaignClaim_Filter = {
    ...(campaignId === undefined ? {} : { campaign_: { campaignId } }),
    ...(account ? { account: account.toLowerCase() } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { campaignClaims } = await subgraph.request(campaignClaimsDocument, { first, where }, { signal });
  return toPage(campaignClaims, first, toItem, ({ sequence }) => sequence);
}

function toItem({ campaign, account, recipient, ...rest }: Row): IndexedCampaignClaim {
  return {
    ...rest,
    campaignId: campaign.campaignId,
    campaignUri: campaign.uri,
    account: account.id,
    recipient: recipient.id,
  };
}
