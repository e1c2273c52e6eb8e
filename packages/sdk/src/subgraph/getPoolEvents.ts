import type { Address } from "viem";
import { type PoolEvent_Filter, type PoolEventsQuery, poolEventsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getPoolEvents}. */
export type GetPoolEventsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    positionId?: bigint | undefined;
    owner?: Address | undefined;
  };

type Row = PoolEventsQuery["poolEvents"][number];

/** A change of a position: what moved, and what was in it afterwards. QTI units, Unix seconds. */
export type IndexedPoolEvent = Omit<Row, "position" | "owner" | "recipient"> & {
  positionId: bigint;
  /** Place of its lock in what `getLocks` answers. */
  lock: number;
  owner: Address;
  /** Who received what was paid out; `undefined` where nothing was. */
  recipient: Address | undefined;
};

/**
 * Lists what happened to positions of the pool, newest first: the timeline of one, or of all of an account.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPoolEventsParameters}
 * @returns A page of {@link IndexedPoolEvent}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getPoolEvents(subgraph, { positionId });
 * ```
 */
export async function getPoolEvents(
  subgraph: SubgraphClient,
  parameters: GetPoolEventsParameters = {},
): Promise<Page<IndexedPoolEvent, bigint>> {
  const { first = PAGE, after, positionId, owner, signal } = parameters;
  const where: PoolEvent_Filter = {
    ...(positionId === undefined ? {} : { position_: { positionId } }),
    ...(owner ? { owner: owner.toLowerCase() } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { poolEvents } = await subgraph.request(poolEventsDocument, { first, where }, { signal });
  return toPage(poolEvents, first, toItem, ({ sequence }) => sequence);
}

function toItem({ position, owner, recipient, ...rest }: Row): IndexedPoolEvent {
  return { ...rest, ...position, owner: owner.id, recipient: recipient?.id };
}
