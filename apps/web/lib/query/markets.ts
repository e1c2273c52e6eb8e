"use client";

import type { GetAppraisalReturnType, GetMarketPositionReturnType } from "@qti/sdk";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { PanelQuery } from "@/components/ui/query-panel";
import { useRuntimeConfig } from "@/lib/config/context";
import type { MarketNow } from "@/lib/domain/market";
import type { Reader } from "@/lib/markets/read";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";

export type { AppraisalNow, AtHand, RipePosition } from "@/lib/markets/read";

/** What reads chain and index comes when a page of markets stands. */
const load = () => import("@/lib/markets/read");
const interval = 15_000;

function useReader(): Reader {
  return { client: useReadClient(), config: useRuntimeConfig(), queries: useQueryClient() };
}

/** The ids of all lending markets, by the index. */
function useMarketIds() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "lendingMarkets"],
    refetchInterval: interval,
    queryFn: ({ signal }) => ask(async (_, subgraph) => (await load()).readMarketIds(subgraph, signal)),
  });
}

/** All lending markets: which there are says the index, how they stand the chain. What is lent most stands first. */
export function useLendingMarkets(): PanelQuery<readonly MarketNow[]> {
  const ids = useMarketIds();
  const reader = useReader();
  const markets = useQuery({
    queryKey: ["chain", "lendingMarkets", ids.data],
    enabled: ids.data !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<readonly MarketNow[]> => {
      const { readMarket } = await load();
      const found = await Promise.all((ids.data ?? []).map((id) => readMarket(reader, id)));
      return found
        .filter((market) => market !== null)
        .sort((a, b) => (a.supplied < b.supplied ? 1 : a.supplied > b.supplied ? -1 : 0));
    },
  });
  return {
    data: markets.data,
    error: markets.error ?? ids.error,
    isFetching: markets.isFetching || ids.isFetching,
    refetch: () => (ids.data === undefined ? ids.refetch() : markets.refetch()),
  };
}

/** One lending market with the interest up to now; `null` when there is none of that id. */
export function useLendingMarket(id: Hex) {
  const reader = useReader();
  return useQuery({
    queryKey: ["chain", "lendingMarket", id],
    refetchInterval: interval,
    queryFn: async () => (await load()).readMarket(reader, id),
  });
}

/** What an account has in a market: exact, from the chain. */
export function useMarketPosition(id: Hex, account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "marketPosition", id, account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: async () => (account ? (await load()).getMarketPosition(client, { id, account }) : null),
  });
}

/** What an account has in several markets, by their ids. */
export function useMyPositions(markets: readonly MarketNow[] | undefined, account: Address | undefined) {
  const client = useReadClient();
  const ids = markets?.map(({ id }) => id);
  return useQuery({
    queryKey: ["chain", "marketPositions", ids, account],
    enabled: account !== undefined && ids !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<ReadonlyMap<Hex, GetMarketPositionReturnType>> => {
      if (!account || !ids) return new Map();
      const { getMarketPosition } = await load();
      const found = await Promise.all(ids.map((id) => getMarketPosition(client, { id, account })));
      return new Map(found.map((position, index) => [ids[index] ?? "0x", position]));
    },
  });
}

/** What an account could lend and pledge. */
export function useAtHand(market: MarketNow, account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "marketAtHand", market.id, account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: async () => (account ? (await load()).readAtHand(client, market, account) : null),
  });
}

/** Until when the lending markets are paused; in the past where they are not. Unix seconds. */
export function useMarketsPause() {
  const client = useReadClient();
  const { lendingMarkets } = useRuntimeConfig().contracts;
  return useQuery({
    queryKey: ["chain", "marketsPause"],
    enabled: lendingMarkets !== undefined,
    refetchInterval: interval,
    queryFn: async () => (lendingMarkets ? (await load()).readPause(client, lendingMarkets) : 0),
  });
}

/** Rates and totals of a market, day by day, oldest first. */
export function useMarketHistory(market: Hex) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "lendingHistory", market],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) =>
        (await load()).getLendingHistory(subgraph, { market, interval: "day", signal }),
      ),
  });
}

/** What an asset was appraised at, day by day, oldest first. */
export function useAppraisalHistory(asset: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "appraisalHistory", asset],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) =>
        (await load()).getAppraisalHistory(subgraph, { asset, interval: "day", signal }),
      ),
  });
}

/** Where the price of an asset stands and glides to; `null` when it was never appraised. */
export function useAppraisal(asset: Address) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "appraisal", asset],
    refetchInterval: interval,
    queryFn: async (): Promise<GetAppraisalReturnType | null> =>
      (await (await load()).getAppraisal(client, { asset })) ?? null,
  });
}

/** How old the word of a market's price feed is. */
export function useFeedAge(oracle: Address) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "feedAge", oracle],
    refetchInterval: interval,
    queryFn: async () => (await load()).readFeedAge(client, oracle),
  });
}

/** Who may act for an account in the lending markets. */
export function useMarketAuthorizations(authorizer: Address | undefined) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "lendingAuthorizations", authorizer],
    enabled: authorizer !== undefined,
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) =>
        (await load()).getLendingAuthorizations(subgraph, { authorizer, isAuthorized: true, signal }),
      ),
  });
}

/** Debts that are ripe for liquidation, or close to it, as the account that looks sees them. */
export function useRipePositions(account: Address | undefined) {
  const ask = useGraph();
  const reader = useReader();
  return useQuery({
    queryKey: ["graph", "ripePositions", account],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => (await load()).readRipePositions(reader, subgraph, account, signal)),
  });
}

/** What a unit of gas costs now, in wei. */
export function useGasPrice() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "gasPrice"],
    refetchInterval: interval,
    queryFn: async () => (await load()).getGasPrice(client),
  });
}

/** What whoever appraises an asset has to know; `null` without an asset. */
export function useAppraisalNow(asset: Address | undefined) {
  const client = useReadClient();
  const { appraisalOracle: oracle } = useRuntimeConfig().contracts;
  return useQuery({
    queryKey: ["chain", "appraisalNow", asset],
    enabled: asset !== undefined && oracle !== undefined,
    queryFn: async () => (asset && oracle ? (await load()).readAppraisalNow(client, oracle, asset) : null),
  });
}

/** All assets that were appraised. */
export function useAppraisedAssets() {
  const ask = useGraph();
  const reader = useReader();
  return useQuery({
    queryKey: ["graph", "appraisedAssets"],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => (await load()).readAppraisedAssets(reader, subgraph, signal)),
  });
}
