"use client";

import type { GetAssetsParameters, TransactionKind } from "@qti/sdk/subgraph";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
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
export function useIndexedAsset(asset: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "asset", asset],
    queryFn: ({ signal }) =>
      ask(async (graph, subgraph) => (await graph.getIndexedAsset(subgraph, { asset, signal })) ?? null),
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

/** Which part of the history to show; all of it when nothing is said. */
export type TransactionFilter = { account?: Address; asset?: Address; kinds?: readonly TransactionKind[] };

/** What happened, newest first. */
export function useTransactions({ account, asset, kinds, first }: TransactionFilter & { first: number }) {
  const ask = useGraph();
  return useInfiniteQuery({
    queryKey: ["graph", "transactions", account, asset, kinds, first],
    refetchInterval: interval,
    initialPageParam: undefined as bigint | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask((graph, subgraph) =>
        graph.getTransactions(subgraph, { account, asset, kinds, first, after: pageParam, signal }),
      ),
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => pages.flatMap(({ items }) => items),
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
