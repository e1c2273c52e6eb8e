import { type CreditPoolFlowsQuery, creditPoolFlowsDocument } from "../../generated/graphql.ts";
import type { CreditPool } from "../../loans/pools/previewPools.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";
import { poolId } from "./tranche.ts";

/** Parameters of {@link getCreditPoolFlows}. */
export type GetCreditPoolFlowsParameters = HistoryParameters & {
  /** Which of the two. */
  pool: CreditPool;
};

/** One step: money units; `timestamp` in Unix seconds. */
export type CreditPoolFlowStep = CreditPoolFlowsQuery["creditPoolFlowStats_collection"][number];

/**
 * Reads what was put into a pool and paid out of it, oldest first. Steps in which nothing moved are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditPoolFlowsParameters}
 * @returns A list of {@link CreditPoolFlowStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getCreditPoolFlows(subgraph, { pool: "firstLoss", interval: "day" });
 * ```
 */
export async function getCreditPoolFlows(
  subgraph: SubgraphClient,
  parameters: GetCreditPoolFlowsParameters,
): Promise<readonly CreditPoolFlowStep[]> {
  const { interval, first = STEPS, from, signal } = parameters;
  const variables = {
    interval,
    first,
    where: { pool: await poolId(subgraph, parameters), ...startingAt(from) },
  };
  const { creditPoolFlowStats_collection: rows } = await subgraph.request(
    creditPoolFlowsDocument,
    variables,
    { signal },
  );
  return toSteps(rows);
}
