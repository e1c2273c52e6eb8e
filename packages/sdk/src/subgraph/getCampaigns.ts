import type { Hash } from "viem";
import { type Campaign_Filter, type CampaignsQuery, campaignsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getCampaigns}. */
export type GetCampaignsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** This one alone. */
    campaignId?: bigint | undefined;
    /** Only those whose rest was returned, or only the others. */
    closed?: boolean | undefined;
    /** Only those that end later. Unix seconds. */
    endsAfter?: bigint | undefined;
  };

type Row = CampaignsQuery["campaigns"][number];

/** A campaign. QTI units, Unix seconds; `uri` is text of an operator: JSON with name and description. */
export type IndexedCampaign = Omit<Row, "root" | "proposal" | "activatedAt" | "closedAt"> & {
  /** Root that accounts claim by; `undefined` before the first activation. */
  root: Hash | undefined;
  /** List that was proposed last, and from when on it may take effect. */
  proposal: NonNullable<Row["proposal"]> | undefined;
  activatedAt: bigint | undefined;
  closedAt: bigint | undefined;
};

/**
 * Lists campaigns, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCampaignsParameters}
 * @returns A page of {@link IndexedCampaign}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getCampaigns(subgraph, { closed: false });
 * ```
 */
export async function getCampaigns(
  subgraph: SubgraphClient,
  parameters: GetCampaignsParameters = {},
): Promise<Page<IndexedCampaign, bigint>> {
  const { first = PAGE, after, campaignId, closed, endsAfter, signal } = parameters;
  const where: Campaign_Filter = {
    ...(campaignId === undefined ? {} : { campaignId }),
    ...(closed === undefined ? {} : { closed }),
    ...(endsAfter === undefined ? {} : { endsAt_gt: endsAfter }),
    ...(after === undefined ? {} : { campaignId_lt: after }),
  };
  const { campaigns } = await subgraph.request(campaignsDocument, { first, where }, { signal });
  return toPage(campaigns, first, toItem, ({ campaignId }) => campaignId);
}

function toItem({ root, proposal, activatedAt, closedAt, ...rest }: Row): IndexedCampaign {
  return {
    ...rest,
    root: root ?? undefined,
    proposal: proposal ?? undefined,
    activatedAt: activatedAt ?? undefined,
    closedAt: closedAt ?? undefined,
  };
}
