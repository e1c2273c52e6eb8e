import { type PoolHistoryQuery, poolHistoryDocument } from "../generated/graphql.ts";
import type { SubgraphClient } from "./createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "./history.ts";

/** One step: `timestamp` in Unix seconds, QTI units; rewards per weight as at its first and last change. The last step may still be open. */
export type PoolStep = PoolHistoryQuery["poolStats_collection"][number];

/**
 * Reads how stake and rewards of the pool developed, oldest first. Steps in which nothing changed are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link HistoryParameters}
 * @returns A list of {@link PoolStep}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getPoolHistory(subgraph, { interval: "day" });
 * ```
 */
export async function getPoolHistory(
  subgraph: SubgraphClient,
  parameters: HistoryParameters,
): Promise<readonly PoolStep[]> {
  const { interval, first = STEPS, from, signal } = parameters;
  const variables = { interval, first, where: startingAt(from) };
  const { poolStats_collection: rows } = await subgraph.request(poolHistoryDocument, variables, { signal });
  return toSteps(rows);
}
