import { type Address, concat } from "viem";
import { type PriceHistoryQuery, priceHistoryDocument } from "../generated/graphql.ts";
import type { SubgraphClient } from "./createSubgraphClient.ts";
import { type HistoryParameters, STEPS, startingAt, startingBefore, toSteps } from "./history.ts";
import type { Page } from "./page.ts";

/** Parameters of {@link getPriceHistory}. */
export type GetPriceHistoryParameters = HistoryParameters & {
  /** Address of the share token. */
  asset: Address;
  /** Address of the token that it is traded for. */
  money: Address;
  /** `next` of the page before: only candles that start before it, in Unix seconds. */
  after?: bigint | undefined;
};

type Row = PriceHistoryQuery["marketStats_collection"][number];

/**
 * One hour or day of a market. Prices in money units a whole share, rounded down; share units have 18 decimals. The newest candle
 * may still be open.
 */
export type Candle = Omit<Row, "timestamp" | "open" | "high" | "low" | "close"> & {
  /** Start. Unix seconds. */
  timestamp: bigint;
  /** Of the first trade. */
  open: bigint;
  high: bigint;
  low: bigint;
  /** Of the last trade. */
  close: bigint;
};

/**
 * Reads how the price of a market developed: the newest candles, oldest first. Hours and days without a trade are left out: the
 * price stayed where the candle before closed.
 *
 * @param subgraph - From `createSubgraphClient`.
 * @param parameters - {@link GetPriceHistoryParameters}
 * @returns A page of {@link Candle}; `next` goes into `after` and gives those before.
 * @throws {@link SubgraphUnreachableError} when the subgraph does not answer.
 *
 * @example
 * ```ts
 * const { items } = await getPriceHistory(subgraph, { asset, money, interval: "day" });
 * ```
 */
export async function getPriceHistory(
  subgraph: SubgraphClient,
  parameters: GetPriceHistoryParameters,
): Promise<Page<Candle, bigint>> {
  const { asset, money, interval, first = STEPS, from, after, signal } = parameters;
  const where = {
    market: concat([asset, money]).toLowerCase(),
    ...startingAt(from),
    ...startingBefore(after),
  };
  const { marketStats_collection: rows } = await subgraph.request(
    priceHistoryDocument,
    { interval, first, where },
    { signal },
  );
  const items = toSteps(rows).map(toCandle);
  return { items, next: rows.length >= first ? items[0]?.timestamp : undefined };
}

const toCandle = ({ open, high, low, close, ...rest }: Row): Candle => ({
  ...rest,
  open: roundDown(open),
  high: roundDown(high),
  low: roundDown(low),
  close: roundDown(close),
});

/** Whole money units of a price, which the index keeps with 34 digits. */
function roundDown(price: string): bigint {
  const [whole = ""] = price.split(".");
  return BigInt(whole);
}
