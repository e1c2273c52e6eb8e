import { type VaultPointQuery, vaultPointDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { toSteps, until } from "./history.ts";

/** Parameters of {@link getVaultPoint}. */
export type GetVaultPointParameters = SubgraphOptions & {
  /** Unix seconds; now when left out. */
  until?: bigint | undefined;
};

/** The vault after one of its changes. QTI units, Unix seconds. */
export type IndexedVaultPoint = VaultPointQuery["vaultSnapshots"][number];

/**
 * Reads the vault as it stood after its last change until a time: a point for `vaultYield`.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetVaultPointParameters}
 * @returns {@link IndexedVaultPoint}; `undefined` when nothing had happened until then.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const week = BigInt(Math.floor(Date.now() / 1000)) - 7n * 86_400n;
 * const [from, to] = await Promise.all([getVaultPoint(subgraph, { until: week }), getVaultPoint(subgraph)]);
 * if (from && to) show(vaultYield(from, to)?.annual);
 * ```
 */
export async function getVaultPoint(
  subgraph: SubgraphClient,
  parameters: GetVaultPointParameters = {},
): Promise<IndexedVaultPoint | undefined> {
  const where = until(parameters.until);
  const { vaultSnapshots } = await subgraph.request(
    vaultPointDocument,
    { where },
    { signal: parameters.signal },
  );
  return toSteps(vaultSnapshots)[0];
}
