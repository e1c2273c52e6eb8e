import { type AnchorsQuery, anchorsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getAnchors}. */
export type GetAnchorsParameters = SubgraphOptions & PageParameters<bigint>;

/** A root of the log of records: `size` leaves under it; times in Unix seconds, `preservedAt` null while it is not. */
export type IndexedAnchor = AnchorsQuery["recordRoots"][number];

/**
 * Lists the roots of the log of records that were ever anchored, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAnchorsParameters}
 * @returns A page of {@link IndexedAnchor}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getAnchors(subgraph, { first: 10 });
 * ```
 */
export async function getAnchors(
  subgraph: SubgraphClient,
  parameters: GetAnchorsParameters = {},
): Promise<Page<IndexedAnchor, bigint>> {
  const { first = PAGE, after, signal } = parameters;
  const where = after === undefined ? {} : { index_lt: after };
  const { recordRoots } = await subgraph.request(anchorsDocument, { first, where }, { signal });
  return toPage(
    recordRoots,
    first,
    (row) => row,
    ({ index }) => index,
  );
}
