import type { Address } from "viem";
import {
  type PoolPosition_Filter,
  type PoolPositionsQuery,
  poolPositionsDocument,
} from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getPoolPositions}. */
export type GetPoolPositionsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    owner?: Address | undefined;
    /** Only those with stake in them, or only emptied ones. */
    open?: boolean | undefined;
    /** Only those whose lock is over by then and whose multiplier was not ended yet. Unix seconds. */
    unlockedBy?: bigint | undefined;
    /** As it was at the end of this block. */
    blockNumber?: bigint | undefined;
  };

type Row = PoolPositionsQuery["poolPositions"][number];

/** A position of the pool after its last change. QTI units, Unix seconds; `earnedAt` counts on from its figures. */
export type IndexedPosition = Omit<Row, "owner" | "pokedAt"> & {
  owner: Address;
  /** When its multiplier was ended; `undefined` before, and where it never had one. */
  pokedAt: bigint | undefined;
};

/**
 * Lists positions of the pool, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPoolPositionsParameters}
 * @returns A page of {@link IndexedPosition}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getPoolPositions(subgraph, { owner, open: true });
 * ```
 */
export async function getPoolPositions(
  subgraph: SubgraphClient,
  parameters: GetPoolPositionsParameters = {},
): Promise<Page<IndexedPosition, bigint>> {
  const { first = PAGE, after, owner, open, unlockedBy, blockNumber, signal } = parameters;
  const where: PoolPosition_Filter = {
    ...(owner ? { owner: owner.toLowerCase() } : {}),
    ...(open === undefined ? {} : open ? { amount_gt: 0n } : { amount: 0n }),
    ...(unlockedBy === undefined ? {} : { unlock_lte: unlockedBy, lock_gt: 0, pokedAt: null }),
    ...(after === undefined ? {} : { positionId_lt: after }),
  };
  const { poolPositions } = await subgraph.request(
    poolPositionsDocument,
    { first, where, block: blockNumber === undefined ? null : { number: Number(blockNumber) } },
    { signal },
  );
  return toPage(poolPositions, first, toItem, ({ positionId }) => positionId);
}

function toItem({ owner, pokedAt, ...rest }: Row): IndexedPosition {
  return { ...rest, owner: owner.id, pokedAt: pokedAt ?? undefined };
}
