import { type CreditPoolHistoryQuery, creditPoolHistoryDocument } from "../../generated/graphql.ts";
import type { CreditPool } from "../../loans/pools/previewPools.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";
import { poolId } from "./tranche.ts";

/** Parameters of {@link getCreditPoolHistory}. */
export type GetCreditPoolHistoryParameters = HistoryParameters & {
  /** Which of the two. */
  pool: CreditPool;
};

/** One step: money units, units of shares; prices are money units for 10^6 units of shares, as text; `timestamp` in Unix seconds. */
export type CreditPoolStep = CreditPoolHistoryQuery["creditPoolStats_collection"][number];

/**
 * Reads how a pool and the price of its shares developed, oldest first. Steps in which nothing changed are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditPoolHistoryParameters}
 * @returns A list of {@link CreditPoolStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getCreditPoolHistory(subgraph, { pool: "senior", interval: "day" });
 * ```
 */
export async function getCreditPoolHistory(
  subgraph: SubgraphClient,
  parameters: GetCreditPoolHistoryParameters,
): Promise<readonly CreditPoolStep[]> {
  const { interval, first = STEPS, from, signal } = parameters;
  const variables = {
    interval,
    first,
    where: { pool: await poolId(subgraph, parameters), ...startingAt(from) },
  };
  const { creditPoolStats_collection: rows } = await subgraph.request(creditPoolHistoryDocument, variables, {
    signal,
  });
  return toSteps(rows);
}
