import { type StoreItem_Filter, type StoreItemsQuery, storeItemsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getStoreItems}. */
export type GetStoreItemsParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Only those of which some are left. */
    inStock?: boolean | undefined;
  };

type Row = StoreItemsQuery["storeItems"][number];

/** Something that can be had for points (6 decimals), as it stands now. `uri` is text of an operator: JSON with name and description. */
export type IndexedStoreItem = Row;

/**
 * Lists the items of the store in the order of their numbers.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetStoreItemsParameters}
 * @returns A page of {@link IndexedStoreItem}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getStoreItems(subgraph, { inStock: true });
 * ```
 */
export async function getStoreItems(
  subgraph: SubgraphClient,
  parameters: GetStoreItemsParameters = {},
): Promise<Page<IndexedStoreItem, bigint>> {
  const { first = PAGE, after, inStock, signal } = parameters;
  const where: StoreItem_Filter = {
    ...(inStock ? { stock_gt: 0n } : {}),
    ...(after === undefined ? {} : { itemId_gt: after }),
  };
  const { storeItems } = await subgraph.request(storeItemsDocument, { first, where }, { signal });
  return toPage(storeItems, first, toItem, ({ itemId }) => itemId);
}

const toItem = (row: Row): IndexedStoreItem => row;
