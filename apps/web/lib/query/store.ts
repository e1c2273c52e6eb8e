"use client";

import type { StoreOrder } from "@qti/sdk/rewards/store";
import type { IndexedStoreItem, IndexedStoreOrder } from "@qti/sdk/subgraph";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useRuntimeConfig } from "@/lib/config/context";
import { useAddress } from "@/lib/wallet/use-account";
import { type Described, describedBy } from "./described";
import { useReadClient } from "./read-client";
import { toTheEnd } from "./to-the-end";

const loadStore = () => import("@/lib/sdk/store");
const interval = 15_000;

/** The store as of now. QTI units, Unix seconds. */
export type StoreNow = {
  /** QTI units for a whole point; 0 while points are not exchanged. */
  rate: bigint;
  pausedUntil: number;
  /** What it can still pay out in the running period, of how much, and when the next one begins. */
  budgetLeft: bigint;
  budgetLimit: bigint;
  budgetRenewsAt: number;
};

/** What the store gives for points, and what it can still pay: exact, from the chain. */
export function useStore() {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "store"],
    refetchInterval: interval,
    queryFn: async (): Promise<StoreNow> => {
      const { getBudget, getContracts, getStore } = await loadStore();
      const { rewardStore } = await getContracts(client, { names: ["rewardStore"] });
      const [{ rate, pausedUntil }, budget] = await Promise.all([
        getStore(client),
        getBudget(client, { spender: rewardStore }),
      ]);
      return {
        rate,
        pausedUntil,
        budgetLeft: budget?.left ?? 0n,
        budgetLimit: budget?.limit ?? 0n,
        budgetRenewsAt: budget?.resetsAt ?? 0,
      };
    },
  });
}

/** An item with what its operator wrote about it, where that can be read. */
export type StoreItemNow = IndexedStoreItem & Described;

/** Everything on offer; what is sold out comes last. */
export function useStoreItems() {
  const { graphqlUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["graph", "storeItems"],
    refetchInterval: interval,
    queryFn: async ({ signal }) => {
      const { createSubgraphClient, decodeMetadata, getStoreItems } = await loadStore();
      const subgraph = createSubgraphClient({ url: graphqlUrl });
      const found = await toTheEnd((after: bigint | undefined) => getStoreItems(subgraph, { after, signal }));
      const items: StoreItemNow[] = found.map((item) => ({
        ...item,
        ...describedBy(decodeMetadata(item.uri)),
      }));
      return items.sort((a, b) => Number(a.stock === 0n) - Number(b.stock === 0n));
    },
  });
}

/** How many of each item the person behind an account has had. */
export function useItemsHad(account: Address | undefined, items: readonly bigint[] | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "itemsHad", account, items?.map(String)],
    enabled: account !== undefined && items !== undefined,
    queryFn: async () => {
      const { getItemsBought } = await loadStore();
      if (!account || !items) return new Map<bigint, bigint>();
      const counts = await Promise.all(
        items.map(async (itemId) => [itemId, await getItemsBought(client, { account, itemId })] as const),
      );
      return new Map(counts);
    },
  });
}

/** A purchase with the name of what was had. */
export type StoreOrderNow = IndexedStoreOrder & { name: string | undefined };

/** What an account has had, the newest first. */
export function useStoreOrders(account: Address | undefined) {
  const { graphqlUrl } = useRuntimeConfig();
  return useQuery({
    queryKey: ["graph", "storeOrders", account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: async ({ signal }): Promise<readonly StoreOrderNow[]> => {
      const { createSubgraphClient, decodeMetadata, getStoreOrders } = await loadStore();
      if (!account) return [];
      const page = await getStoreOrders(createSubgraphClient({ url: graphqlUrl }), { account, signal });
      return page.items.map((order) => ({ ...order, name: describedBy(decodeMetadata(order.itemUri)).name }));
    },
  });
}

/** Where the codes of an order are. */
export type Delivery = Pick<StoreOrder, "orderId" | "itemId" | "quantity" | "state" | "recordId"> & {
  /** Unix seconds of the last change; of a delivered one, when it came. */
  at: number;
};

/** Where the codes of the orders of who is signed in are, the newest first. */
export function useDeliveries(enabled = true) {
  const { apiUrl } = useRuntimeConfig();
  const account = useAddress();
  return useInfiniteQuery({
    queryKey: ["api", "deliveries", account],
    enabled,
    refetchInterval: 5_000,
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) => {
      const { getDeliveries } = await loadStore();
      return getDeliveries({ url: apiUrl }, { after: pageParam || undefined, signal });
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }): Delivery[] =>
      pages.flatMap(({ items }) =>
        items.map(({ updatedAt, ...order }) => ({ ...order, at: Date.parse(updatedAt) / 1000 })),
      ),
  });
}
