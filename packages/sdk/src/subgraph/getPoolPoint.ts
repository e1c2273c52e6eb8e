import { type PoolPointQuery, poolPointDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { toSteps, until } from "./history.ts";

/** Parameters of {@link getPoolPoint}. */
export type GetPoolPointParameters = SubgraphOptions & {
  /** Unix seconds; now when left out. */
  until?: bigint | undefined;
};

/** The pool after one of its changes. QTI units, Unix seconds. */
export type IndexedPoolPoint = PoolPointQuery["poolSnapshots"][number];

/**
 * Reads the pool as it stood after its last change until a time: a point for `poolYield`. `rewardPerWeightAt` counts on from it.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPoolPointParameters}
 * @returns {@link IndexedPoolPoint}; `undefined` when nothing had happened until then.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const week = BigInt(Math.floor(Date.now() / 1000)) - 7n * 86_400n;
 * const [from, to] = await Promise.all([getPoolPoint(subgraph, { until: week }), getPoolPoint(subgraph)]);
 * if (from && to) show(poolYield(from, to, 15_000)?.annual);
 * ```
 */
export async function getPoolPoint(
  subgraph: SubgraphClient,
  parameters: GetPoolPointParameters = {},
): Promise<IndexedPoolPoint | undefined> {
  const where = until(parameters.until);
  const { poolSnapshots } = await subgraph.request(
    poolPointDocument,
    { where },
    { signal: parameters.signal },
  );
  return toSteps(poolSnapshots)[0];
}
