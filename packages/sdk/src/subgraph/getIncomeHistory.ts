import type { Address } from "viem";
import { type IncomeHistoryQuery, incomeHistoryDocument } from "../generated/graphql.ts";
import type { SubgraphClient } from "./createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "./history.ts";

/** Parameters of {@link getIncomeHistory}. */
export type GetIncomeHistoryParameters = HistoryParameters & {
  /** Address of the share token. */
  asset: Address;
  /** Address of the token that it pays. */
  money: Address;
};

/** One step: `timestamp` in Unix seconds, amounts in money units. The last step may still be open. */
export type IncomeStep = IncomeHistoryQuery["incomeStats_collection"][number];

/**
 * Reads what an asset paid in one money, as income and for redeemed shares, oldest first. Steps in which nothing was paid are
 * left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetIncomeHistoryParameters}
 * @returns A list of {@link IncomeStep}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getIncomeHistory(subgraph, { asset, money, interval: "day" });
 * ```
 */
export async function getIncomeHistory(
  subgraph: SubgraphClient,
  parameters: GetIncomeHistoryParameters,
): Promise<readonly IncomeStep[]> {
  const { asset, money, interval, first = STEPS, from, signal } = parameters;
  const where = { asset: asset.toLowerCase(), money: money.toLowerCase() as Address, ...startingAt(from) };
  const { incomeStats_collection: rows } = await subgraph.request(
    incomeHistoryDocument,
    { interval, first, where },
    { signal },
  );
  return toSteps(rows);
}
