"use client";

import type { GetAssetsParameters, IndexedTransaction } from "@qti/sdk/subgraph";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import type { HistoryQuery } from "@/lib/history/filter";
import { protocolKey, readProtocol } from "./figures";
import { useGraph } from "./subgraph";

/*
 * Lists and histories. Their keys start with "graph": the transaction engine reads them anew when the index has reached the
 * block of what a person just did. What others do shows within the interval.
 */
const interval = 15_000;

/** The figures of the whole; `null` before anything happened. */
export function useProtocol() {
  const { graphqlUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: protocolKey,
    refetchInterval: interval,
    queryFn: ({ signal }) => readProtocol(graphqlUrl, signal),
  });
}

/** Where an asset stands between draft and end. */
export type AssetState = NonNullable<GetAssetsParameters["state"]>;

/** Assets, newest first; of those called like `search`, if it is not empty, and of one state, if one is named. */
export function useAssets({ first, search, state }: { first: number; search: string; state?: AssetState }) {
  const ask = useGraph();
  return useInfiniteQuery({
    queryKey: ["graph", "assets", first, search, state],
    initialPageParam: undefined as bigint | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask((graph, subgraph) => graph.getAssets(subgraph, { first, search, state, after: pageParam, signal })),
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** One asset with its kind, its law and its past; `null` when the index does not know it. */
export function useIndexedAsset(asset: Address | undefined) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "asset", asset],
    enabled: asset !== undefined,
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) =>
        asset === undefined ? null : ((await graph.getIndexedAsset(subgraph, { asset, signal })) ?? null),
      ),
  });
}

/** Who holds an asset. */
export function useHolders(asset: Address) {
  const ask = useGraph();
  return useInfiniteQuery({
    queryKey: ["graph", "holders", asset],
    initialPageParam: undefined as Hex | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask((graph, subgraph) => graph.getHolders(subgraph, { asset, first: 50, after: pageParam, signal })),
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** The question in the words of the SDK, which counts times in bigint. */
const inSdkWords = ({ from, until, ...query }: HistoryQuery) => ({
  ...query,
  from: from === undefined ? undefined : BigInt(from),
  until: until === undefined ? undefined : BigInt(until),
});

/** What happened, newest first: all of it, or the part that a query names. */
export function useTransactions(query: HistoryQuery, first: number) {
  const ask = useGraph();
  return useInfiniteQuery({
    queryKey: ["graph", "transactions", query, first],
    refetchInterval: interval,
    initialPageParam: undefined as bigint | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask((graph, subgraph) =>
        graph.getTransactions(subgraph, { ...inSdkWords(query), first, after: pageParam, signal }),
      ),
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
  });
}

/** Reads a part of the history to its end, page by page, each as large as the index gives them. */
export function useReadHistory() {
  const ask = useGraph();
  return (query: HistoryQuery, onProgress: (rows: number) => void, signal: AbortSignal) =>
    ask(async (graph, subgraph) => {
      const rows: IndexedTransaction[] = [];
      let after: bigint | undefined;
      do {
        const page = await graph.getTransactions(subgraph, {
          ...inSdkWords(query),
          first: 1_000,
          after,
          signal,
        });
        rows.push(...page.items);
        onProgress(rows.length);
        after = page.next;
      } while (after !== undefined);
      return rows;
    });
}

/** What one transaction of the chain did, in the order in which it did it. */
export function useTransactionRows(transactionHash: Hex) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "transaction", transactionHash],
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) => {
        const { items } = await graph.getTransactions(subgraph, { transactionHash, first: 1_000, signal });
        return [...items].reverse();
      }),
  });
}

/** What the index knows of an account. */
export function usePortfolio(account: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "portfolio", account],
    queryFn: ({ signal }) => ask((graph, subgraph) => graph.getPortfolio(subgraph, { account, signal })),
  });
}

/** The price of the vault's share, day by day. */
export function useVaultHistory() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "vaultHistory"],
    queryFn: ({ signal }) =>
      ask((graph, subgraph) => graph.getVaultHistory(subgraph, { interval: "day", signal })),
  });
}

/** How far the index has come. */
export function useIndexedBlock() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "block"],
    refetchInterval: 4_000,
    retry: false,
    queryFn: ({ signal }) => ask((graph, subgraph) => graph.getIndexedBlock(subgraph, { signal })),
  });
}
