import { type CreditCycleTermsQuery, creditCycleTermsDocument } from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Terms from a cycle on, until the next. Money units, Unix seconds. */
export type IndexedCreditTerms = CreditCycleTermsQuery["creditCycleTerms_collection"][number];

/**
 * Lists what credit lines cost, by the cycle from which it holds.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns A list of {@link IndexedCreditTerms}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const terms = await getCreditCycleTerms(subgraph);
 * ```
 */
export async function getCreditCycleTerms(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<readonly IndexedCreditTerms[]> {
  const { creditCycleTerms_collection: rows } = await subgraph.request(
    creditCycleTermsDocument,
    { where: {} },
    parameters,
  );
  return rows;
}
