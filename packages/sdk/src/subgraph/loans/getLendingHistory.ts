import type { Hex } from "viem";
import { type LendingHistoryQuery, lendingHistoryDocument } from "../../generated/graphql.ts";
import type { SubgraphClient } from "../createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "../history.ts";

/** Parameters of {@link getLendingHistory}. */
export type GetLendingHistoryParameters = HistoryParameters & {
  /** Its id. */
  market: Hex;
};

/** One step: loan and collateral units, rates wad a second; `timestamp` in Unix seconds. */
export type LendingStep = LendingHistoryQuery["lendingMarketStats_collection"][number];

/**
 * Reads how a lending market developed: what is lent and borrowed, and its rates, oldest first. Steps in which nothing changed are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingHistoryParameters}
 * @returns A list of {@link LendingStep}; the last one may still be open.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getLendingHistory(subgraph, { market: marketId(params), interval: "day" });
 * ```
 */
export async function getLendingHistory(
  subgraph: SubgraphClient,
  parameters: GetLendingHistoryParameters,
): Promise<readonly LendingStep[]> {
  const { interval, first = STEPS, from, market, signal } = parameters;
  const variables = { interval, first, where: { market, ...startingAt(from) } };
  const { lendingMarketStats_collection: rows } = await subgraph.request(lendingHistoryDocument, variables, {
    signal,
  });
  return toSteps(rows);
}
