import { type PoolFiguresQuery, poolFiguresDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** The pool after its last change, with what went in and out so far. QTI units, Unix seconds. */
export type IndexedPool = PoolFiguresQuery["stakingPools"][number];

/**
 * Reads the pool as the index knows it: what `earnedAt` counts on from, and sums over all time.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns {@link IndexedPool}; `undefined` before anything happened to it.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const pool = await getPoolFigures(subgraph);
 * if (pool) show(earnedAt(position, pool, Math.floor(Date.now() / 1000)));
 * ```
 */
export async function getPoolFigures(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<IndexedPool | undefined> {
  const { stakingPools } = await subgraph.request(poolFiguresDocument, {}, parameters);
  return stakingPools[0];
}
