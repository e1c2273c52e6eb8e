import {
  type CreditPool_Filter,
  type CreditPoolsQuery,
  creditPoolsDocument,
} from "../../generated/graphql.ts";
import type { CreditPool } from "../../loans/pools/previewPools.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { trancheOf } from "./tranche.ts";

/** Parameters of {@link getCreditPools}. */
export type GetCreditPoolsParameters = SubgraphOptions & {
  /** This one alone. */
  pool?: CreditPool | undefined;
};

/** A pool after its last change. Money units, units of shares (12 decimals); prices are money units for 10^6 units of shares, as text; `id` is its address. */
export type IndexedCreditPool = CreditPoolsQuery["creditPools"][number];

/**
 * Lists the two pools of the credit lines, with sums over all time.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditPoolsParameters}
 * @returns A list of {@link IndexedCreditPool}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const [senior] = await getCreditPools(subgraph, { pool: "senior" });
 * ```
 */
export async function getCreditPools(
  subgraph: SubgraphClient,
  parameters: GetCreditPoolsParameters = {},
): Promise<readonly IndexedCreditPool[]> {
  const { pool, signal } = parameters;
  const where: CreditPool_Filter = {
    ...(pool === undefined ? {} : { tranche: trancheOf(pool) }),
  };
  const { creditPools: rows } = await subgraph.request(creditPoolsDocument, { where }, { signal });
  return rows;
}
