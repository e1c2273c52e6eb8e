import type { Address, Hex } from "viem";
import { type TradesQuery, tradesDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";
import { PAGE, type Page, type PageParameters, toPage } from "./page.ts";

/** Parameters of {@link getTrades}. */
export type GetTradesParameters = SubgraphOptions &
  PageParameters<bigint> & {
    /** Only of this asset. */
    asset?: Address | undefined;
    /** Only for this money. */
    money?: Address | undefined;
    /** Only in which this order was filled. Hash. */
    order?: Hex | undefined;
    /** Only in which this account sold or bought. */
    account?: Address | undefined;
  };

type Row = TradesQuery["trades"][number];

/** One trade. Share units have 18 decimals; Unix seconds. */
export type IndexedTrade = Omit<Row, "id" | "asset" | "seller" | "buyer" | "ask" | "bid"> & {
  id: Hex;
  asset: Address;
  symbol: string;
  seller: Address;
  buyer: Address;
  /** Hash of the seller's order; `undefined` where the seller took a bid. */
  ask: Hex | undefined;
  /** Hash of the buyer's order; `undefined` where the buyer took an ask. */
  bid: Hex | undefined;
  /** Money units a whole share, rounded down. */
  price: bigint;
};

const SHARE = 10n ** 18n;

/**
 * Lists trades, newest first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetTradesParameters}
 * @returns A page of {@link IndexedTrade}; `next` goes into `after`.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getTrades(subgraph, { asset, first: 100 });
 * ```
 */
export async function getTrades(
  subgraph: SubgraphClient,
  parameters: GetTradesParameters = {},
): Promise<Page<IndexedTrade, bigint>> {
  const { asset, money, order, account, first = PAGE, after, signal } = parameters;
  const plain = {
    assetAmount_gt: 0n,
    ...(asset ? { asset: asset.toLowerCase() } : {}),
    ...(money ? { money: money.toLowerCase() as Address } : {}),
    ...(after === undefined ? {} : { sequence_lt: after }),
  };
  const party = account?.toLowerCase();
  // graph-node takes either fields or an `or` on one level.
  const where = order
    ? {
        or: [
          { ...plain, ask: order },
          { ...plain, bid: order },
        ],
      }
    : party
      ? {
          or: [
            { ...plain, seller: party },
            { ...plain, buyer: party },
          ],
        }
      : plain;
  const { trades } = await subgraph.request(tradesDocument, { first, where }, { signal });
  return toPage(
    trades,
    first,
    ({ asset: traded, seller, buyer, ask, bid, ...trade }) => ({
      ...trade,
      asset: traded.id,
      symbol: traded.symbol,
      seller: seller.id,
      buyer: buyer.id,
      ask: ask?.id,
      bid: bid?.id,
      price: (trade.moneyAmount * SHARE) / trade.assetAmount,
    }),
    ({ sequence }) => sequence,
  );
}
