import type { Address } from "viem";
import {
  type ExitState,
  type PoolExit_Filter,
  type PoolExitsQuery,
  poolExitsDocument,
} from "../../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "../createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "../page.ts";

/** Parameters of {@link getPoolExits}. */
export type GetPoolExitsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Of this account. */
    owner?: Address | undefined;
    /** Only those that stand so. */
    state?: ExitState | undefined;
  };

type Row = PoolExitsQuery["poolExits"][number];

/** A ticket of the queue. Money units, units of shares (12 decimals), Unix seconds. */
export type IndexedExit = Omit<Row, "owner" | "closedAt"> & {
  owner: Address;
  closedAt: NonNullable<Row["closedAt"]> | undefined;
};

/**
 * Lists tickets of the queue of the senior pool, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPoolExitsParameters}
 * @returns A page of {@link IndexedExit}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getPoolExits(subgraph, { owner, state: "QUEUED" });
 * ```
 */
export async function getPoolExits(
  subgraph: SubgraphClient,
  parameters: GetPoolExitsParameters = {},
): Promise<Page<IndexedExit, bigint>> {
  const { first = PAGE, after, owner, state, signal } = parameters;
  const where: PoolExit_Filter = {
    ...(owner === undefined ? {} : { owner: owner.toLowerCase() }),
    ...(state === undefined ? {} : { state }),
    ...(after === undefined ? {} : { ticket_lt: after }),
  };
  const { poolExits } = await subgraph.request(poolExitsDocument, { first, where }, { signal });
  return toPage(poolExits, first, toItem, ({ ticket }) => ticket);
}

function toItem({ owner, closedAt, ...rest }: Row): IndexedExit {
  return { ...rest, owner: owner.id, closedAt: closedAt ?? undefined };
}
