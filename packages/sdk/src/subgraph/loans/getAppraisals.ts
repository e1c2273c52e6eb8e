import type { Address } from "viem";
import { type Appraisal_Filter, type AppraisalsQuery, appraisalsDocument } from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";

/** Parameters of {@link getAppraisals}. */
export type GetAppraisalsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this asset. */
    asset?: Address | undefined;
  };

type Row = AppraisalsQuery["appraisals"][number];

/** An appraisal. US dollars with 6 decimals for all shares, Unix seconds. */
export type IndexedAppraisal = Omit<Row, "asset" | "appraiser"> & {
  asset: Address;
  appraiser: Address;
};

/**
 * Lists appraisals, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAppraisalsParameters}
 * @returns A page of {@link IndexedAppraisal}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getAppraisals(subgraph, { asset });
 * ```
 */
export async function getAppraisals(
  subgraph: SubgraphClient,
  parameters: GetAppraisalsParameters = {},
): Promise<Page<IndexedAppraisal, bigint>> {
  const { first = PAGE, after, asset, signal } = parameters;
  const where: Appraisal_Filter = {
    ...(asset === undefined ? {} : { asset: asset.toLowerCase() }),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { appraisals } = await subgraph.request(appraisalsDocument, { first, where }, { signal });
  return toPage(appraisals, first, toItem, ({ sequence }) => sequence);
}

function toItem({ asset, appraiser, ...rest }: Row): IndexedAppraisal {
  return { ...rest, asset: asset.id, appraiser: appraiser.id };
}
