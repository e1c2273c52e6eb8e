import { type CreditFlowsQuery, creditFlowsDocument } from "../../generated/graphql.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";

/** One step: money units and counts; `timestamp` in Unix seconds. */
export type CreditFlowStep = CreditFlowsQuery["creditFlowStats_collection"][number];

/**
 * Reads what was drawn, paid and written off, and how cycles were met, oldest first. Steps in which nothing happened are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link HistoryParameters}
 * @returns A list of {@link CreditFlowStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getCreditFlows(subgraph, { interval: "day" });
 * ```
 */
export async function getCreditFlows(
  subgraph: SubgraphClient,
  parameters: HistoryParameters,
): Promise<readonly CreditFlowStep[]> {
  const { interval, first = STEPS, from, signal } = parameters;
  const variables = { interval, first, where: { ...startingAt(from) } };
  const { creditFlowStats_collection: rows } = await subgraph.request(creditFlowsDocument, variables, {
    signal,
  });
  return toSteps(rows);
}
