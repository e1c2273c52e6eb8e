"use client";

import type { IndexedPoolEvent, IndexedPosition } from "@qti/sdk/subgraph";
import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import type { PanelQuery } from "@/components/ui/query-panel";
import { type Growth, grownLately, type Mark, week } from "@/lib/domain/lately";
import { type Lock, type PoolReading, rewardPerWeightNow } from "@/lib/domain/pool";
import type { PoolPosition } from "@/lib/domain/position";
import { assetsNow, sharePrice } from "@/lib/domain/vault";
import { loadActions } from "@/lib/sdk/load";
import type { ReadClient } from "@/lib/transactions/flow";
import { useNow } from "@/lib/use-now";
import { useVaultHistory } from "./graph";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";
import { toTheEnd } from "./to-the-end";

const loadPool = () => import("@/lib/sdk/pool");
const interval = 10_000;

/** The pool as of one block, with its locks. */
export type PoolNow = PoolReading & { locks: readonly Lock[]; pausedUntil: number; blockNumber: bigint };

/** The pool as of the last block, with the time of that block. */
async function readPool(client: ReadClient): Promise<PoolNow> {
  const [{ getPool, getLocks }, { getBlock }] = await Promise.all([loadPool(), loadActions()]);
  const { number: blockNumber, timestamp } = await getBlock(client);
  // One block for all: figures and their time belong together.
  const [pool, locks] = await Promise.all([
    getPool(client, { blockNumber }),
    getLocks(client, { blockNumber }),
  ]);
  return {
    ...pool,
    locks: locks.map((lock, id) => ({ ...lock, id })),
    readAt: Number(timestamp),
    blockNumber,
  };
}

/** The pool, and what one unit of weight has earned, at this moment. */
export function usePoolNow() {
  const client = useReadClient();
  const now = useNow(1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ["chain", "pool"],
    refetchInterval: interval,
    queryFn: () => readPool(client),
  });
  if (!data) return { error, isFetching, refetch, data: undefined };
  const rewardPerWeight = rewardPerWeightNow(data, now ?? data.readAt);
  return { error, isFetching, refetch, data: { ...data, rewardPerWeight } };
}

/** All positions of an account, and the pool at the block at which their figures were read. */
export type Positions = PanelQuery<{ rows: readonly PoolPosition[]; pool: PoolReading }>;

/** The positions of an account, the newest first: which there are says the index, what is in them the chain. */
export function usePositions(account: Address | undefined): Positions {
  const client = useReadClient();
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "positions", account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => {
        const { getPoolEvents, getPoolPositions, getStakingPosition } = await loadPool();
        const of = { owner: account, first: 1_000, signal };
        const [pool, indexed, events] = await Promise.all([
          readPool(client),
          toTheEnd<IndexedPosition, bigint>((after) => getPoolPositions(subgraph, { ...of, after })),
          toTheEnd<IndexedPoolEvent, bigint>((after) => getPoolEvents(subgraph, { ...of, after })),
        ]);
        const rows = await Promise.all(
          indexed.map(async ({ positionId, claimed }) => {
            const { blockNumber } = pool;
            const found = await getStakingPosition(client, { positionId, blockNumber });
            const lock = found && pool.locks[found.lock];
            const moves = events.filter((event) => event.positionId === positionId).reverse();
            return lock && { ...found, positionId, lock, claimed, moves };
          }),
        );
        return { rows: rows.filter((row) => row !== undefined), pool };
      }),
  });
}

/** How the pool stood at the end of each day, oldest first. */
export function usePoolHistory() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "poolHistory"],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => (await loadPool()).getPoolHistory(subgraph, { interval: "day", signal })),
  });
}

/** What a history says of the last days; `null` where it is too short, `undefined` while it is on its way. */
export type LatelyReading = { growth: Growth | null | undefined; failed: boolean };

/** How the price of the vault's share grew over the last days. */
export function useVaultLately(vault: { readAt: number; sharePrice: bigint } | undefined): LatelyReading {
  const days = useVaultHistory();
  return useLately({
    name: "vault",
    to: vault && { at: vault.readAt, value: vault.sharePrice },
    days,
    first: days.data?.map(({ timestamp, sharePriceOpen }) => ({ timestamp, value: sharePriceOpen }))[0],
    read: async (subgraph, at, signal) => {
      const point = await (await loadPool()).getVaultPoint(subgraph, { until: BigInt(at), signal });
      if (!point) return undefined;
      return sharePrice(assetsNow({ ...point, ...streamOf(point) }, at), point.totalShares);
    },
  });
}

/** How the reward of one unit of weight in the pool grew over the last days. */
export function usePoolLately(pool: PoolReading | undefined): LatelyReading {
  const days = usePoolHistory();
  return useLately({
    name: "pool",
    to: pool && { at: pool.readAt, value: pool.rewardPerWeight },
    days,
    first: days.data?.map(({ timestamp, rewardPerWeightOpen }) => ({
      timestamp,
      value: rewardPerWeightOpen,
    }))[0],
    read: async (subgraph, at, signal) => {
      const point = await (await loadPool()).getPoolPoint(subgraph, { until: BigInt(at), signal });
      return point && rewardPerWeightNow({ ...point, ...streamOf(point) }, at);
    },
  });
}

/** The stream as a point of the history has it. */
function streamOf({
  streamLeft: left,
  streamEnd,
  timestamp,
}: {
  streamLeft: bigint;
  streamEnd: bigint;
  timestamp: bigint;
}) {
  const updated = Number(timestamp);
  return { stream: { left, end: Number(streamEnd), updated }, readAt: updated };
}

type Subgraph = Parameters<Parameters<ReturnType<typeof useGraph>>[0]>[1];

function useLately({
  name,
  to,
  days,
  first,
  read,
}: {
  name: string;
  to: Mark | undefined;
  /** The history by the day, whose beginning counts where it is shorter than a week. */
  days: { data: unknown; error: unknown };
  first: { timestamp: bigint; value: bigint } | undefined;
  /** The figure at a time; `undefined` before the history began. */
  read: (subgraph: Subgraph, at: number, signal: AbortSignal) => Promise<bigint | undefined>;
}): LatelyReading {
  const ask = useGraph();
  const now = useNow(60);
  const weekAgo = useQuery({
    queryKey: ["graph", "lately", name],
    enabled: to !== undefined,
    refetchInterval: 60_000,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph) => {
        const at = Math.max(to?.at ?? 0, now ?? 0) - week;
        const value = await read(subgraph, at, signal);
        return value === undefined ? null : { at, value };
      }),
  });
  const failed = Boolean(weekAgo.error ?? days.error);
  if (!to || weekAgo.data === undefined || !days.data) return { growth: undefined, failed };
  const growth = grownLately(
    weekAgo.data ?? undefined,
    first && { at: Number(first.timestamp), value: first.value },
    { ...to, at: Math.max(to.at, now ?? 0) },
  );
  return { growth: growth ?? null, failed };
}
