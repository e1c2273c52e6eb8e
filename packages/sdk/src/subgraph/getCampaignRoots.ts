import { type CampaignRootsQuery, campaignRootsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getCampaignRoots}. */
export type GetCampaignRootsParameters = SubgraphOptions & { campaignId: bigint };

type Row = CampaignRootsQuery["rootProposals"][number];

/** A list that was proposed for a campaign. QTI units, Unix seconds; `uri` says where it is, or by which rule it was made. */
export type IndexedCampaignRoot = Omit<Row, "closedAt"> & {
  /** When it took effect or was vetoed; `undefined` before. */
  closedAt: bigint | undefined;
};

/** Most that the index answers at once; a root a day takes years to fill it. */
const ALL = 1_000;

/**
 * Lists all roots that were proposed for a campaign, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCampaignRootsParameters}
 * @returns A list of {@link IndexedCampaignRoot}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const [latest] = await getCampaignRoots(subgraph, { campaignId });
 * ```
 */
export async function getCampaignRoots(
  subgraph: SubgraphClient,
  parameters: GetCampaignRootsParameters,
): Promise<readonly IndexedCampaignRoot[]> {
  const { campaignId, signal } = parameters;
  const rows: Row[] = [];
  for (let after: Row["id"] | undefined; ; after = rows.at(-1)?.id) {
    const where = { campaign_: { campaignId }, ...(after === undefined ? {} : { id_gt: after }) };
    const answer = await subgraph.request(campaignRootsDocument, { first: ALL, where }, { signal });
    rows.push(...answer.rootProposals);
    if (answer.rootProposals.length < ALL) break;
  }
  return rows
    .map((row) => ({ ...row, closedAt: row.closedAt ?? undefined }))
    .sort((a, b) => Number(b.createdAt - a.createdAt));
}
