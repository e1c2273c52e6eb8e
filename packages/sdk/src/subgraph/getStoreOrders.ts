import type { Address } from "viem";
import { type StoreOrder_Filter, type StoreOrdersQuery, storeOrdersDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getStoreOrders}. */
export type GetStoreOrdersParameters = SubgraphOptions &
  PageParameters<bigint> & {
    account?: Address | undefined;
    itemId?: bigint | undefined;
  };

type Row = StoreOrdersQuery["storeOrders"][number];

/** A purchase in the store. Points have 6 decimals, Unix seconds. */
export type IndexedStoreOrder = Omit<Row, "account" | "item"> & {
  account: Address;
  itemId: bigint;
  /** Of the item: JSON with name and description, text of an operator. */
  itemUri: string;
};

/**
 * Lists purchases in the store, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetStoreOrdersParameters}
 * @returns A page of {@link IndexedStoreOrder}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getStoreOrders(subgraph, { account });
 * ```
 */
export async function getStoreOrders(
  subgraph: SubgraphClient,
  parameters: GetStoreOrdersParameters = {},
): Promise<Page<IndexedStoreOrder, bigint>> {
  const { first = PAGE, after, account, itemId, signal } = parameters;
  const where: StoreOrder_Filter = {
    ...(account ? { account: account.toLowerCase() } : {}),
    ...(itemId === undefined ? {} : { item_: { itemId } }),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const { storeOrders } = await subgraph.request(storeOrdersDocument, { first, where }, { signal });
  return toPage(storeOrders, first, toItem, ({ sequence }) => sequence);
}

function toItem({ account, item, ...rest }: Row): IndexedStoreOrder {
  return { ...rest, account: account.id, itemId: item.itemId, itemUri: item.uri };
}
