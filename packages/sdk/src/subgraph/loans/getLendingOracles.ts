import {
  type LendingOracle_Filter,
  type LendingOraclesQuery,
  lendingOraclesDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Parameters of {@link getLendingOracles}. */
export type GetLendingOraclesParameters = SubgraphOptions & {
  /** Only those that are listed now, or only the others. */
  listed?: boolean | undefined;
};

/** An oracle and whether it is listed. Unix seconds. */
export type IndexedOracle = LendingOraclesQuery["lendingOracles"][number];

/**
 * Lists the oracles that markets may be created with, or once might.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetLendingOraclesParameters}
 * @returns A list of {@link IndexedOracle}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const oracles = await getLendingOracles(subgraph, { listed: true });
 * ```
 */
export async function getLendingOracles(
  subgraph: SubgraphClient,
  parameters: GetLendingOraclesParameters = {},
): Promise<readonly IndexedOracle[]> {
  const { listed, signal } = parameters;
  const where: LendingOracle_Filter = {
    ...(listed === undefined ? {} : { listed }),
  };
  const { lendingOracles: rows } = await subgraph.request(lendingOraclesDocument, { where }, { signal });
  return rows;
}
