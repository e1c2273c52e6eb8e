import {
  type CreditCohort_Filter,
  type CreditCohortsQuery,
  creditCohortsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Parameters of {@link getCreditCohorts}. */
export type GetCreditCohortsParameters = SubgraphOptions & {
  /** Only those that owe something, or only the others. */
  owing?: boolean | undefined;
};

/** All lines whose oldest cycle that is not met is the same. Money units, Unix seconds. */
export type IndexedCohort = CreditCohortsQuery["creditCohorts"][number];

/**
 * Lists cohorts of the credit lines by their cycle, and how those did that were in them.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetCreditCohortsParameters}
 * @returns A list of {@link IndexedCohort}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const cohorts = await getCreditCohorts(subgraph, { owing: true });
 * ```
 */
export async function getCreditCohorts(
  subgraph: SubgraphClient,
  parameters: GetCreditCohortsParameters = {},
): Promise<readonly IndexedCohort[]> {
  const { owing, signal } = parameters;
  const where: CreditCohort_Filter = {
    ...(owing === undefined ? {} : { ...(owing ? { principal_gt: 0n } : { principal: 0n }) }),
  };
  const { creditCohorts: rows } = await subgraph.request(creditCohortsDocument, { where }, { signal });
  return rows;
}
