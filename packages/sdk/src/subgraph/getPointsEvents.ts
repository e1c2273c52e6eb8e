import type { Address } from "viem";
import {
  type PointsEvent_Filter,
  type PointsEventsQuery,
  pointsEventsDocument,
} from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getPointsEvents}. */
export type GetPointsEventsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    account?: Address | undefined;
  };

type Row = PointsEventsQuery["pointsEvents"][number];

/** Points that were earned by a channel or redeemed in a contract. Points have 6 decimals, Unix seconds. */
export type IndexedPointsEvent = Omit<Row, "points"> & { account: Address };

/**
 * Lists how points moved, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPointsEventsParameters}
 * @returns A page of {@link IndexedPointsEvent}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getPointsEvents(subgraph, { account });
 * ```
 */
export async function getPointsEvents(
  subgraph: SubgraphClient,
  parameters: GetPointsEventsParameters = {},
): Promise<Page<IndexedPointsEvent, bigint>> {
  const { first = PAGE, after, account, signal } = parameters;
  const where: PointsEvent_Filter = {
    ...(account ? { points: account.toLowerCase() } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { pointsEvents } = await subgraph.request(pointsEventsDocument, { first, where }, { signal });
  return toPage(pointsEvents, first, toItem, ({ sequence }) => sequence);
}

function toItem({ points, ...rest }: Row): IndexedPointsEvent {
  return { ...rest, account: points.id };
}
