"use client";

import type { CreditPoolStep, IndexedCreditLine, IndexedInvite, IndexedVouch } from "@qti/sdk/subgraph";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { useChainNow } from "./chain-time";
import { useGraph } from "./subgraph";
import { toTheEnd } from "./to-the-end";

const loadLists = () => import("@/lib/sdk/credit-lists");
const interval = 15_000;

/** A day of a pool's price: what a whole share was worth at its first and last change. Money units, Unix seconds. */
export type PoolDay = { at: number; open: bigint; close: bigint };

/** Prices come as decimals of money units for a millionth of a share: as many dollars a whole one is worth. */
const priceOf = (decimal: CreditPoolStep["poolPriceOpen"]): bigint =>
  BigInt(Math.round(Number(decimal) * 1e6));

/** What a share of a pool was worth, day by day, oldest first. */
export function usePoolHistory(pool: "senior" | "firstLoss") {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "creditPoolHistory", pool],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<PoolDay[]> => {
        const { getCreditPoolHistory } = await loadLists();
        const steps = await getCreditPoolHistory(subgraph, { pool, interval: "day", signal });
        return steps.map(({ timestamp, poolPriceOpen, poolPriceClose }) => ({
          at: Number(timestamp),
          open: priceOf(poolPriceOpen),
          close: priceOf(poolPriceClose),
        }));
      }),
  });
}

/** Who may vouch for the line of an identity. */
export function useInvitesOf(identity: bigint) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "vouchInvites", "of", String(identity)],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<readonly IndexedInvite[]> => {
        const { getVouchInvites } = await loadLists();
        return getVouchInvites(subgraph, { identity, invited: true, signal });
      }),
  });
}

/** Who lets an identity vouch. */
export function useInvitationsTo(voucher: bigint) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "vouchInvites", "to", String(voucher)],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<readonly IndexedInvite[]> => {
        const { getVouchInvites } = await loadLists();
        return getVouchInvites(subgraph, { voucher, invited: true, signal });
      }),
  });
}

/** The vouches of an identity that stand, or whose shares did not come back yet. */
export function useMyVouches(voucher: bigint) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "vouches", String(voucher)],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<readonly IndexedVouch[]> => {
        const { getVouches } = await loadLists();
        const found = await toTheEnd<IndexedVouch, IndexedVouch["id"]>((after) =>
          getVouches(subgraph, { voucher, after, signal }),
        );
        return found.filter(({ state }) => state !== "UNLOCKED");
      }),
  });
}

/** A line in default that nobody wrote off. Unix seconds. */
export type DefaultedLine = { borrower: Address; defaultAt: number; writableAt: number };

/** Lines in default that nobody wrote off, those that are ripe first. */
export function useDefaultedLines() {
  const ask = useGraph();
  const now = useChainNow(60);
  return useQuery({
    queryKey: ["graph", "defaultedLines"],
    enabled: now !== undefined,
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<DefaultedLine[]> => {
        const { getCreditLines } = await loadLists();
        const found = await toTheEnd<IndexedCreditLine, bigint>((after) =>
          getCreditLines(subgraph, { owing: true, writtenOff: false, after, signal }),
        );
        return found
          .flatMap(({ account, defaultAt, writableAt }) =>
            defaultAt === undefined || writableAt === undefined || Number(defaultAt) > (now ?? 0)
              ? []
              : [{ borrower: account, defaultAt: Number(defaultAt), writableAt: Number(writableAt) }],
          )
          .sort((a, b) => a.writableAt - b.writableAt);
      }),
  });
}
