import type { Address } from "viem";
import { type PointsChannelsQuery, pointsChannelsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

type Row = PointsChannelsQuery["pointsChannels"][number];

/**
 * What one contract may give out in each window of time. Points (6 decimals), seconds. `used` counts for the window of this number alone: in
 * a later one nothing is used yet.
 */
export type IndexedChannel = Omit<Row, "id"> & { channel: Address };

/**
 * Lists how many points can be earned by each channel, by address.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - A signal to give up.
 * @returns A list of {@link IndexedChannel}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const [channel] = await getPointsChannels(subgraph);
 * ```
 */
export async function getPointsChannels(
  subgraph: SubgraphClient,
  parameters: SubgraphOptions = {},
): Promise<readonly IndexedChannel[]> {
  const { pointsChannels } = await subgraph.request(pointsChannelsDocument, {}, parameters);
  return pointsChannels.map(({ id, ...rest }) => ({ ...rest, channel: id }));
}
