import type { Address } from "viem";
import { marketsDocument } from "../generated/graphql.ts";
import type { SubgraphClient, SubgraphOptions } from "./createSubgraphClient.ts";

/** Parameters of {@link getMarkets}. */
export type GetMarketsParameters = SubgraphOptions & {
  /** Only markets of this asset. */
  asset?: Address | undefined;
  /** Most markets, 1 to 1,000. Default 100. */
  first?: number | undefined;
};

/** An asset and a money that were traded for each other. Share units have 18 decimals; Unix seconds. */
export type IndexedMarket = {
  asset: Address;
  name: string;
  symbol: string;
  money: Address;
  /** Of the last trade. Money units a whole share, rounded down. */
  lastPrice: bigint;
  lastTradeAt: bigint;
  /** Share units traded so far. */
  assetVolume: bigint;
  /** Money units paid for them, fees and tips left out. */
  moneyVolume: bigint;
  /** Money units. */
  fees: bigint;
  tradeCount: number;
};

const SHARE = 10n ** 18n;

/**
 * Lists the markets in which anything was traded, the largest volume first.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetMarketsParameters}
 * @returns A list of {@link IndexedMarket}.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const markets = await getMarkets(subgraph);
 * ```
 */
export async function getMarkets(
  subgraph: SubgraphClient,
  { asset, first = 100, signal }: GetMarketsParameters = {},
): Promise<readonly IndexedMarket[]> {
  const where = asset ? { asset: asset.toLowerCase() } : {};
  const { markets } = await subgraph.request(marketsDocument, { first, where }, { signal });
  return markets.map(({ asset: traded, id: _, lastTrade, ...market }) => ({
    ...market,
    asset: traded.id,
    name: traded.name,
    symbol: traded.symbol,
    lastPrice: (lastTrade.moneyAmount * SHARE) / lastTrade.assetAmount,
  }));
}
