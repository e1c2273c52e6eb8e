import { type VaultHistoryQuery, vaultHistoryDocument } from "../generated/graphql.ts";
import type { SubgraphClient } from "./createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "./history.ts";

/** One step: `timestamp` in Unix seconds, QTI with 18 decimals, sQTI with 24. The last step may still be open. */
export type VaultStep = VaultHistoryQuery["vaultStats_collection"][number];

/**
 * Reads how stake and share price of the vault developed, oldest first. Steps in which nothing changed are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link HistoryParameters}
 * @returns A list of {@link VaultStep}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getVaultHistory(subgraph, { interval: "day" });
 * ```
 */
export async function getVaultHistory(
  subgraph: SubgraphClient,
  parameters: HistoryParameters,
): Promise<readonly VaultStep[]> {
  const { interval, first = STEPS, from, signal } = parameters;
  const variables = { interval, first, where: startingAt(from) };
  const { vaultStats_collection: rows } = await subgraph.request(vaultHistoryDocument, variables, { signal });
  return toSteps(rows);
}
