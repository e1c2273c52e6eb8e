import { type CreditBookHistoryQuery, creditBookHistoryDocument } from "../../generated/graphql.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";

/** One step: money units; `timestamp` in Unix seconds. */
export type CreditBookStep = CreditBookHistoryQuery["creditBookStats_collection"][number];

/**
 * Reads how cash, debt and the two pools developed, oldest first. Steps in which nothing changed are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link HistoryParameters}
 * @returns A list of {@link CreditBookStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getCreditBookHistory(subgraph, { interval: "day" });
 * ```
 */
export async function getCreditBookHistory(
  subgraph: SubgraphClient,
  parameters: HistoryParameters,
): Promise<readonly CreditBookStep[]> {
  const { interval, first = STEPS, from, signal } = parameters;
  const variables = { interval, first, where: { ...startingAt(from) } };
  const { creditBookStats_collection: rows } = await subgraph.request(creditBookHistoryDocument, variables, {
    signal,
  });
  return toSteps(rows);
}
