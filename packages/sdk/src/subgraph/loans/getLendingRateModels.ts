import {
  type LendingRateModel_Filter,
  type LendingRateModelsQuery,
  lendingRateModelsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Parameters of {@link getLendingRateModels}. */
export type GetLendingRateModelsParameters = SubgraphOptions & {
  /** Only those that are listed now, or only the others. */
  listed?: boolean | undefined;
};

/** A rate model and whether it is listed. Unix seconds. */
export type IndexedRateModel = LendingRateModelsQuery["lendingRateModels"][number];

/**
 * Lists the rate models that markets may be created with, or once might.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingRateModelsParameters}
 * @returns A list of {@link IndexedRateModel}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const models = await getLendingRateModels(subgraph, { listed: true });
 * ```
 */
export async function getLendingRateModels(
  subgraph: SubgraphClient,
  parameters: GetLendingRateModelsParameters = {},
): Promise<readonly IndexedRateModel[]> {
  const { listed, signal } = parameters;
  const where: LendingRateModel_Filter = {
    ...(listed === undefined ? {} : { listed }),
  };
  const { lendingRateModels: rows } = await subgraph.request(
    lendingRateModelsDocument,
    { where },
    { signal },
  );
  return rows;
}
