import type { Address } from "viem";
import {
  type PoolNotice_Filter,
  type PoolNoticesQuery,
  poolNoticesDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Parameters of {@link getPoolNotices}. */
export type GetPoolNoticesParameters = SubgraphOptions & {
  /** Of this account. */
  owner?: Address | undefined;
  /** Only those with shares, or only the others. */
  open?: boolean | undefined;
};

type Row = PoolNoticesQuery["poolNotices"][number];

/** First-loss shares whose owner wants to leave. Units of shares (12 decimals), Unix seconds. */
export type IndexedNotice = Omit<Row, "owner"> & {
  owner: Address;
};

/**
 * Lists notices of the first-loss pool, by owner.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPoolNoticesParameters}
 * @returns A list of {@link IndexedNotice}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const [notice] = await getPoolNotices(subgraph, { owner });
 * ```
 */
export async function getPoolNotices(
  subgraph: SubgraphClient,
  parameters: GetPoolNoticesParameters = {},
): Promise<readonly IndexedNotice[]> {
  const { owner, open, signal } = parameters;
  const where: PoolNotice_Filter = {
    ...(owner === undefined ? {} : { owner: owner.toLowerCase() }),
    ...(open === undefined ? {} : { ...(open ? { shares_gt: 0n } : { shares: 0n }) }),
  };
  const { poolNotices: rows } = await subgraph.request(poolNoticesDocument, { where }, { signal });
  return rows.map(toItem);
}

function toItem({ owner, ...rest }: Row): IndexedNotice {
  return { ...rest, owner: owner.id };
}
