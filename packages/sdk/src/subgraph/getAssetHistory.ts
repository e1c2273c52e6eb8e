import type { Address } from "viem";
import { type AssetHistoryQuery, assetHistoryDocument } from "../generated/graphql.ts";
import type { SubgraphClient } from "./createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, toSteps } from "./history.ts";

/** Parameters of {@link getAssetHistory}. */
export type GetAssetHistoryParameters = HistoryParameters & {
  /** Address of the share token. */
  asset: Address;
};

/** One step: `timestamp` in Unix seconds, share units with 18 decimals. The last step may still be open. */
export type AssetStep = AssetHistoryQuery["assetStats_collection"][number];

/**
 * Reads how the shares of an asset moved, oldest first. Steps in which nothing moved are left out.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetAssetHistoryParameters}
 * @returns A list of {@link AssetStep}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const steps = await getAssetHistory(subgraph, { asset, interval: "day" });
 * ```
 */
export async function getAssetHistory(
  subgraph: SubgraphClient,
  parameters: GetAssetHistoryParameters,
): Promise<readonly AssetStep[]> {
  const { asset, interval, first = STEPS, from, signal } = parameters;
  const where = { asset: asset.toLowerCase(), ...startingAt(from) };
  const { assetStats_collection: rows } = await subgraph.request(
    assetHistoryDocument,
    { interval, first, where },
    { signal },
  );
  return toSteps(rows);
}
