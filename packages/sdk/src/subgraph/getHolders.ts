import type { Address, Hex } from "viem";
import { holdersDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getHolders}. */
export type GetHoldersParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** Address of the share token. */
    asset: Address;
    /** As it was at the end of this block; now when left out. */
    blockNumber?: bigint | undefined;
  };

/** What one account holds of an asset. Share units (18 decimals), Unix seconds. */
export type Holder = {
  account: Address;
  /** A contract that holds pledged shares; no person. */
  isSystem: boolean;
  balance: bigint;
  /** May exceed the balance. */
  frozen: bigint;
  since: bigint;
  updatedAt: bigint;
};

/**
 * Lists who holds an asset now, or held it at a block, in the order of their addresses.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetHoldersParameters}
 * @returns A page of {@link Holder}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getHolders(subgraph, { asset });
 * ```
 */
export async function getHolders(
  subgraph: SubgraphClient,
  parameters: GetHoldersParameters,
): Promise<Page<Holder, Hex>> {
  const { asset, blockNumber, first = PAGE, after, signal } = parameters;
  const where = { asset: asset.toLowerCase(), balance_gt: 0n, ...(after ? { id_gt: after } : {}) };
  const block = blockNumber === undefined ? undefined : { number: Number(blockNumber) };
  const { holdings } = await subgraph.request(holdersDocument, { first, where, block }, { signal });
  return toPage(
    holdings,
    first,
    ({ account, balance, frozen, createdAt, updatedAt }) => ({
      account: account.id,
      isSystem: account.isSystem,
      balance,
      frozen,
      since: createdAt,
      updatedAt,
    }),
    ({ id }) => id,
  );
}
