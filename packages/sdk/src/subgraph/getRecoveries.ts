import type { Address, Hex } from "viem";
import {
  type RecoveriesQuery,
  type Recovery_Filter,
  type RecoveryState,
  recoveriesDocument,
} from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getRecoveries}. */
export type GetRecoveriesParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** Only those that stand here. */
    state?: RecoveryState | undefined;
    /** Only those of this account. */
    lost?: Address | undefined;
  };

/** The replacement of a lost account by another of its owner. */
export type IndexedRecovery = {
  id: Hex;
  lost: Address;
  successor: Address;
  /** Keyed hash of the identity that the lost account belongs to. */
  identity: Hex;
  state: RecoveryState;
  /** May be completed from then on. Unix seconds. */
  readyAt: bigint;
  /** Who cancelled it; `undefined` where nobody did. */
  canceller: Address | undefined;
  /** Unix seconds. */
  createdAt: bigint;
  /** When it was cancelled or completed; `undefined` before. Unix seconds. */
  closedAt: bigint | undefined;
  /** Transaction that proposed it. */
  transactionHash: Hex;
};

/**
 * Lists recoveries of lost accounts in the order of their ids.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetRecoveriesParameters}
 * @returns A page of {@link IndexedRecovery}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getRecoveries(subgraph, { state: "PROPOSED" });
 * ```
 */
export async function getRecoveries(
  subgraph: SubgraphClient,
  parameters: GetRecoveriesParameters = {},
): Promise<Page<IndexedRecovery, Hex>> {
  const { first = PAGE, after, state, lost, signal } = parameters;
  const where: Recovery_Filter = {
    ...(state ? { state } : {}),
    ...(lost ? { lost: lost.toLowerCase() } : {}),
    ...(after ? { id_gt: after } : {}),
  };
  const { recoveries } = await subgraph.request(recoveriesDocument, { first, where }, { signal });
  return toPage(recoveries, first, toIndexedRecovery, ({ id }) => id);
}

function toIndexedRecovery(row: RecoveriesQuery["recoveries"][number]): IndexedRecovery {
  const { lost, successor, identity, canceller, closedAt, ...rest } = row;
  return {
    ...rest,
    lost: lost.id,
    successor: successor.id,
    identity: identity.id,
    canceller: canceller?.id,
    closedAt: closedAt ?? undefined,
  };
}
