import { type LendingFiguresQuery, lendingFiguresDocument } from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** All lending markets together. Unix seconds. */
export type IndexedLending = LendingFiguresQuery["lendingProtocols"][number];

/**
 * Reads sums over all lending markets, and until when they are paused.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns {@link IndexedLending}; `undefined` before anything happened to it.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const figures = await getLendingFigures(subgraph);
 * show(figures?.marketCount, figures?.liquidationCount);
 * ```
 */
export async function getLendingFigures(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<IndexedLending | undefined> {
  const { lendingProtocols: rows } = await subgraph.request(lendingFiguresDocument, {}, parameters);
  return rows[0];
}
