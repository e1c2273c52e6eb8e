import type { Address } from "viem";
import {
  type AppraisedAsset_Filter,
  type AppraisedAssetsQuery,
  appraisedAssetsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Parameters of {@link getAppraisedAssets}. */
export type GetAppraisedAssetsParameters = SubgraphOptions & {
  /** This one alone. */
  asset?: Address | undefined;
};

type Row = AppraisedAssetsQuery["appraisedAssets"][number];

/** An asset that can be appraised. US dollars with 6 decimals for all shares, Unix seconds. */
export type IndexedAppraisedAsset = Omit<Row, "asset" | "appraiser"> & {
  asset: Address;
  appraiser: Address | undefined;
};

/**
 * Lists the assets that can be appraised, and what they were appraised at.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAppraisedAssetsParameters}
 * @returns A list of {@link IndexedAppraisedAsset}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const [found] = await getAppraisedAssets(subgraph, { asset });
 * ```
 */
export async function getAppraisedAssets(
  subgraph: SubgraphClient,
  parameters: GetAppraisedAssetsParameters = {},
): Promise<readonly IndexedAppraisedAsset[]> {
  const { asset, signal } = parameters;
  const where: AppraisedAsset_Filter = {
    ...(asset === undefined ? {} : { asset: asset.toLowerCase() }),
  };
  const { appraisedAssets: rows } = await subgraph.request(appraisedAssetsDocument, { where }, { signal });
  return rows.map(toItem);
}

function toItem({ asset, appraiser, ...rest }: Row): IndexedAppraisedAsset {
  return { ...rest, asset: asset.id, appraiser: appraiser?.id };
}
