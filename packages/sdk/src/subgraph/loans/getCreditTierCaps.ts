import { type CreditTierCapsQuery, creditTierCapsDocument } from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";

/** Cap of a tier. Money units, Unix seconds. */
export type IndexedTierCap = CreditTierCapsQuery["creditTierCaps"][number];

/**
 * Lists the most that a limit may be, by tier of verification.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns A list of {@link IndexedTierCap}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const caps = await getCreditTierCaps(subgraph);
 * ```
 */
export async function getCreditTierCaps(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<readonly IndexedTierCap[]> {
  const { creditTierCaps: rows } = await subgraph.request(creditTierCapsDocument, { where: {} }, parameters);
  return rows;
}
