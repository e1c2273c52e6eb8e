"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { HeldPosition, ReferralState } from "@/lib/domain/referrals";
import { claimedByDay } from "@/lib/domain/taps";
import { useChainNow } from "./chain-time";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";

const loadRewards = () => import("@/lib/sdk/rewards");
const interval = 15_000;

/** Points that an account holds: exact, from the chain. */
export function usePoints(account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "points", account],
    enabled: account !== undefined,
    queryFn: async () => (account ? (await loadRewards()).getPoints(client, { account }) : null),
  });
}

/** What a whole point is worth in the store now, in QTI units, and whether claims for taps are paused. */
export function useTapRewards() {
  const client = useReadClient();
  const now = useChainNow();
  const found = useQuery({
    queryKey: ["chain", "tapRewards"],
    refetchInterval: interval,
    queryFn: async () => {
      const { getStore, getTapTerms } = await loadRewards();
      const [{ rate }, { pausedUntil }] = await Promise.all([getStore(client), getTapTerms(client)]);
      return { rate, pausedUntil };
    },
  });
  const { data, error, isFetching, refetch } = found;
  const isPaused = data !== undefined && now !== undefined && data.pausedUntil > now;
  return { error, isFetching, refetch, data: data && { rate: data.rate, isPaused } };
}

/** What a referral pays, in the words of the registry. */
export type ReferralRegistryNow = {
  terms: { bonusBps: number; newcomerCap: bigint; referrerCap: bigint; minStake: bigint };
  /** Bonuses are neither secured nor paid. */
  isPaused: boolean;
  /** Points ever paid to the person behind an account; `undefined` where none was asked about. */
  paid: bigint | undefined;
};

/** What a referral pays by the terms of now, and what somebody was paid. */
export function useReferralRegistry(account: Address | undefined) {
  const client = useReadClient();
  const now = useChainNow();
  const found = useQuery({
    queryKey: ["chain", "referralRegistry", account],
    refetchInterval: interval,
    queryFn: async () => {
      const { getReferralTerms, getReferrerPaid } = await loadRewards();
      const [terms, paid] = await Promise.all([
        getReferralTerms(client),
        account ? getReferrerPaid(client, { account }) : undefined,
      ]);
      return { terms, paid };
    },
  });
  const { data, error, isFetching, refetch } = found;
  const registry: ReferralRegistryNow | undefined = data && {
    ...data,
    isPaused: now !== undefined && data.terms.pausedUntil > now,
  };
  return { error, isFetching, refetch, data: registry };
}

/** Who brought an account here, and where that stands: exact, from the chain. */
export function useReferral(newcomer: Address) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "referral", newcomer],
    refetchInterval: interval,
    queryFn: async () => (await loadRewards()).getReferral(client, { newcomer }),
  });
}

/** A newcomer whom somebody brought, as the index knows it. */
export type MyReferral = {
  newcomer: Address;
  state: Exclude<ReferralState, "none">;
  /** Points paid for this newcomer. Point units. */
  paid: bigint;
  /** Unix seconds. */
  boundAt: number;
};

const states = { BOUND: "bound", FINAL: "final", VESTED: "vested", VOID: "void" } as const;

/** Those an account brought. */
export function useReferrals(referrer: Address) {
  const ask = useGraph();
  return useInfiniteQuery({
    queryKey: ["graph", "referrals", referrer],
    refetchInterval: interval,
    initialPageParam: undefined as Hex | undefined,
    queryFn: ({ pageParam, signal }) =>
      ask(async (_, subgraph) =>
        (await loadRewards()).getReferrals(subgraph, { referrer, first: 50, after: pageParam, signal }),
      ),
    getNextPageParam: (page) => page.next,
    select: ({ pages }): MyReferral[] =>
      pages.flatMap(({ items }) =>
        items.map(({ newcomer, state, paid, boundAt }) => ({
          newcomer,
          state: states[state],
          paid,
          boundAt: Number(boundAt),
        })),
      ),
  });
}

/** What a newcomer stakes in the pool. */
export function useHeldPositions(newcomer: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "heldPositions", newcomer],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<HeldPosition[]> => {
        const { getPoolPositions } = await loadRewards();
        const { items } = await getPoolPositions(subgraph, { owner: newcomer, open: true, signal });
        return items.map(({ positionId, amount, start, unlock }) => ({
          positionId,
          amount,
          lockDays: Math.floor(Number(unlock - start) / 86_400),
          start: Number(start),
        }));
      }),
  });
}

/** What an account was paid for taps on each day, of its newest claims. */
export function useTapDays(account: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "tapDays", account],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => {
        const { getTapClaims } = await loadRewards();
        const { items } = await getTapClaims(subgraph, { account, first: 1_000, signal });
        return claimedByDay(items);
      }),
  });
}
