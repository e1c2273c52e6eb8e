import type { Address, Hex } from "viem";
import { type MakerOrdersQuery, makerOrdersDocument, type Order_Filter } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getMakerOrders}. */
export type GetMakerOrdersParameters = SubgraphOptions &
  PageParameters<Hex> & {
    /** Only those that this account signed. */
    maker?: Address | undefined;
    /** Only of this asset. */
    asset?: Address | undefined;
    /** Only those that their maker ended, or did not. */
    cancelled?: boolean | undefined;
  };

/**
 * What the chain knows of an order. What it offers in all stands only in its maker's message, which the order book keeps. Unix seconds.
 */
export type IndexedOrder = {
  hash: Hex;
  maker: Address;
  /** What it offers, of what, for what; `undefined` for an order that was cancelled before it was ever filled. */
  side: "ask" | "bid" | undefined;
  asset: Address | undefined;
  symbol: string | undefined;
  money: Address | undefined;
  /** Units of what it sells (share units of an ask, money units of a bid) used up in `window`. */
  filled: bigint;
  /** Number of the window that was filled last, from 0. */
  window: bigint;
  /** Units of what it sells that its maker gave, in all windows. */
  sold: bigint;
  /** Units of what it buys that its maker got, in all windows. */
  bought: bigint;
  tradeCount: number;
  /** Whether its maker ended it for ever. `cancelAllOrders` ends orders too: compare the epoch of `getMaker`. */
  cancelled: boolean;
  cancelledAt: bigint | undefined;
  /** When it was first filled or cancelled. */
  createdAt: bigint;
  updatedAt: bigint;
};

/**
 * Lists the orders that were filled or cancelled, in the order of their hashes. Orders that nothing happened to are known to the
 * order book alone.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetMakerOrdersParameters}
 * @returns A page of {@link IndexedOrder}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getMakerOrders(subgraph, { maker: account, cancelled: false });
 * ```
 */
export async function getMakerOrders(
  subgraph: SubgraphClient,
  parameters: GetMakerOrdersParameters = {},
): Promise<Page<IndexedOrder, Hex>> {
  const { maker, asset, cancelled, first = PAGE, after, signal } = parameters;
  const where: Order_Filter = {
    ...(maker ? { maker: maker.toLowerCase() } : {}),
    ...(asset ? { asset: asset.toLowerCase() } : {}),
    ...(cancelled === undefined ? {} : { cancelled }),
    ...(after ? { id_gt: after } : {}),
  };
  const { orders } = await subgraph.request(makerOrdersDocument, { first, where }, { signal });
  return toPage(orders, first, toIndexedOrder, ({ id }) => id);
}

const sides = { ASK: "ask", BID: "bid" } as const;

function toIndexedOrder(row: MakerOrdersQuery["orders"][number]): IndexedOrder {
  const { id, maker, side, asset, money, cancelledAt, ...rest } = row;
  return {
    ...rest,
    hash: id,
    maker: maker.id,
    side: side ? sides[side] : undefined,
    asset: asset?.id,
    symbol: asset?.symbol,
    money: money ?? undefined,
    cancelledAt: cancelledAt ?? undefined,
  };
}
