import type { Address } from "viem";
import { type RewardBudgetsQuery, rewardBudgetsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

type Row = RewardBudgetsQuery["rewardBudgets"][number];

/**
 * What one contract may give out in each window of time. QTI units, seconds. `used` counts for the window of this number alone: in
 * a later one nothing is used yet.
 */
export type IndexedBudget = Omit<Row, "id"> & { spender: Address };

/**
 * Lists what each contract may pay out of the treasury, by address.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns A list of {@link IndexedBudget}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const [budget] = await getBudgets(subgraph);
 * ```
 */
export async function getBudgets(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<readonly IndexedBudget[]> {
  const { rewardBudgets } = await subgraph.request(rewardBudgetsDocument, {}, parameters);
  return rewardBudgets.map(({ id, ...rest }) => ({ ...rest, spender: id }));
}
