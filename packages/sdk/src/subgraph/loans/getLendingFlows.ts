import type { Hex } from "viem";
import { type LendingFlowsQuery, lendingFlowsDocument } from "../../generated/graphql.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";

/** Parameters of {@link getLendingFlows}. */
export type GetLendingFlowsParameters = HistoryParameters & {
  /** Its id. */
  market: Hex;
};

/** One step: loan and collateral units; `timestamp` in Unix seconds. */
export type LendingFlowStep = LendingFlowsQuery["lendingFlowStats_collection"][number];

/**
 * Reads what moved in a lending market, and the interest it bore, oldest first. Steps in which nothing moved are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingFlowsParameters}
 * @returns A list of {@link LendingFlowStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getLendingFlows(subgraph, { market: marketId(params), interval: "day" });
 * ```
 */
export async function getLendingFlows(
  subgraph: SubgraphClient,
  parameters: GetLendingFlowsParameters,
): Promise<readonly LendingFlowStep[]> {
  const { interval, first = STEPS, from, market, signal } = parameters;
  const variables = { interval, first, where: { market, ...startingAt(from) } };
  const { lendingFlowStats_collection: rows } = await subgraph.request(lendingFlowsDocument, variables, {
    signal,
  });
  return toSteps(rows);
}
