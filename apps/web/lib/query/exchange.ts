"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Address, zeroAddress } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";

const loadTrading = () => import("@/lib/sdk/trading");
const interval = 15_000;
/** The book's own stream says when something changed; this is for what the stream may have missed. */
const bookInterval = 30_000;

/** The money of this deployment's markets: the test dollar, with six decimals. */
export function useMoney(): Address | undefined {
  return useRuntimeConfig().contracts.testDollar;
}

/** Markets in which anything was traded. */
export function useMarkets() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "markets"],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => (await loadTrading()).getMarkets(subgraph, { signal })),
  });
}

/** Trades of an asset, newest first. */
export function useTrades(asset: Address, first: number) {
  const ask = useGraph();
  return useInfiniteQuery({
    queryKey: ["graph", "trades", asset, first],
    refetchInterval: interval,
    initialPageParam: undefined as bigint | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(async (_, subgraph) =>
        (await loadTrading()).getTrades(subgraph, { asset, first, after: pageParam, signal }),
      ),
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** Fee and pause of the exchange. */
export function useExchange() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "exchange"],
    refetchInterval: interval,
    queryFn: async () => (await loadTrading()).getExchange(client),
  });
}

/** What anybody could buy and sell of an asset, by price. */
export function useOrderBook(asset: Address) {
  const { apiUrl } = useRuntimeConfig();
  const money = useMoney();
  return useQuery({
    queryKey: ["book", "depth", asset],
    enabled: money !== undefined,
    refetchInterval: bookInterval,
    queryFn: async ({ signal }) =>
      money ? (await loadTrading()).getOrderBook({ url: apiUrl }, { asset, money, signal }) : null,
  });
}

/** An order that a person can take now. */
export type Offer = BookOrder & {
  /** Money units a share at a time of the chain, in Unix seconds: that of a moving order moves while one looks. */
  priceAt: (at: number) => bigint;
};

/** The best orders of one side of a market, best first. */
export function useBestOrders(asset: Address, side: "ask" | "bid") {
  const { apiUrl } = useRuntimeConfig();
  const money = useMoney();
  return useQuery({
    queryKey: ["book", "best", asset, side],
    enabled: money !== undefined,
    refetchInterval: bookInterval,
    queryFn: async ({ signal }): Promise<Offer[]> => {
      const { getOrders, priceAt } = await loadTrading();
      const { items } = await getOrders(
        { url: apiUrl },
        { asset, money, taker: zeroAddress, side, states: ["open"], first: 20, signal },
      );
      return items.map((offer) => ({
        ...offer,
        priceAt: (at) => priceAt(offer.order, at) ?? offer.price,
      }));
    },
  });
}

/** All orders of one account, newest first. */
export function useMyOrders(maker: Address | undefined) {
  const { apiUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["book", "mine", maker],
    enabled: maker !== undefined,
    refetchInterval: bookInterval,
    queryFn: async ({ signal }) => (await loadTrading()).allOrders(apiUrl, { maker, signal }),
  });
}

/** Reads everything of the book anew as soon as it changes; answers whether its stream stands. */
export function useLiveBook(which: { asset?: Address; maker?: Address }): boolean {
  const { apiUrl } = useRuntimeConfig();
  const queries = useQueryClient();
  const [live, setLive] = useState(true);
  const { asset, maker } = which;
  useEffect(() => {
    let stop: (() => void) | undefined;
    let gone = false;
    const changed = () => void queries.invalidateQueries({ queryKey: ["book"] });
    void loadTrading().then(({ watchOrders }) => {
      if (gone) return;
      stop = watchOrders(
        { url: apiUrl },
        {
          asset,
          maker,
          onChange: changed,
          onReset: changed,
          onReady: () => {
            setLive(true);
            changed();
          },
          onError: () => setLive(false),
        },
      );
    });
    return () => {
      gone = true;
      stop?.();
    };
  }, [apiUrl, asset, maker, queries]);
  return live;
}

const nothingSold: ReadonlyMap<number, bigint> = new Map();

/** What a standing order sold in each of its windows, from the trades. Empty until they are read. */
export function useSoldByWindow({ hash, order }: BookOrder): ReadonlyMap<number, bigint> {
  const ask = useGraph();
  const sold = useQuery({
    queryKey: ["graph", "soldByWindow", hash],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => {
        const { getTrades } = await loadTrading();
        const { items } = await getTrades(subgraph, {
          asset: order.asset,
          order: hash,
          first: 1_000,
          signal,
        });
        const byWindow = new Map<number, bigint>();
        // Newest first: the first of a window says how much was sold in it altogether.
        for (const trade of items) {
          const [window, filled] =
            trade.ask === hash ? [trade.askWindow, trade.askFilled] : [trade.bidWindow, trade.bidFilled];
          if (window !== null && filled !== null && !byWindow.has(Number(window)))
            byWindow.set(Number(window), filled);
        }
        return byWindow;
      }),
  });
  return sold.data ?? nothingSold;
}
