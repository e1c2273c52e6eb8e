"use client";

import type { GetAppraisalReturnType, GetMarketPositionReturnType, LiquidationPreview } from "@qti/sdk";
import type {
  AppraisalStep,
  IndexedLendingMarket,
  IndexedLendingPosition,
  LendingStep,
} from "@qti/sdk/subgraph";
import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import { type Address, erc20Abi, type Hex, isAddressEqual, parseAbi } from "viem";
import { readContract } from "viem/actions";
import type { PanelQuery } from "@/components/ui/query-panel";
import { useRuntimeConfig } from "@/lib/config/context";
import type { RuntimeConfig } from "@/lib/config/schema";
import { type HoldingView, holdingOf, type MarketNow, type MarketToken, viewOf } from "@/lib/domain/market";
import type { ReadClient } from "@/lib/transactions/flow";
import { useReadClient } from "./read-client";
import { useGraph } from "./subgraph";
import { toTheEnd } from "./to-the-end";

const loadMarkets = () => import("@/lib/sdk/markets");
const interval = 15_000;

/** What reads of a market need. */
type Reader = { client: ReadClient; config: RuntimeConfig; queries: QueryClient };

function useReader(): Reader {
  return { client: useReadClient(), config: useRuntimeConfig(), queries: useQueryClient() };
}

/** Name and digits of a token, which never change: asked once. */
function readToken({ client, config, queries }: Reader, address: Address): Promise<MarketToken> {
  return queries.ensureQueryData({
    queryKey: ["token", address],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async (): Promise<MarketToken> => {
      const [symbol, name, decimals] = await Promise.all([
        readContract(client, { address, abi: erc20Abi, functionName: "symbol" }),
        readContract(client, { address, abi: erc20Abi, functionName: "name" }),
        readContract(client, { address, abi: erc20Abi, functionName: "decimals" }),
      ]);
      const { testDollar } = config.contracts;
      const isDollar = testDollar !== undefined && isAddressEqual(testDollar, address);
      return { address, symbol, name, decimals, isDollar };
    },
  });
}

async function readMarket(reader: Reader, id: Hex): Promise<MarketNow | null> {
  const { getMarket, getOraclePrices } = await loadMarkets();
  const found = await getMarket(reader.client, { id });
  if (!found) return null;
  const { params } = found;
  const [prices, loan, collateral] = await Promise.all([
    getOraclePrices(reader.client, params),
    readToken(reader, params.loanToken),
    readToken(reader, params.collateral),
  ]);
  return { ...found, prices, loan, collateral };
}

/** The ids of all lending markets, by the index. */
function useMarketIds() {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "lendingMarkets"],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<readonly Hex[]> => {
        const { getLendingMarkets } = await loadMarkets();
        const found = await toTheEnd<IndexedLendingMarket, Hex>((after) =>
          getLendingMarkets(subgraph, { after, signal }),
        );
        return found.map(({ id }) => id);
      }),
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
    queryFn: () => readMarket(reader, id),
  });
}

/** What an account has in a market: exact, from the chain. */
export function useMarketPosition(id: Hex, account: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "marketPosition", id, account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: async () => (account ? (await loadMarkets()).getMarketPosition(client, { id, account }) : null),
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
      const { getMarketPosition } = await loadMarkets();
      const found = await Promise.all(ids.map((id) => getMarketPosition(client, { id, account })));
      return new Map(found.map((position, index) => [ids[index] ?? "0x", position]));
    },
  });
}

/** What an account has at hand of both tokens of a market. */
export type AtHand = { loan: bigint; collateral: bigint };

/** What an account could lend and pledge; of shares of an asset what is not frozen. */
export function useAtHand(market: MarketNow, account: Address | undefined) {
  const client = useReadClient();
  const { loan, collateral, regulated } = market;
  return useQuery({
    queryKey: ["chain", "marketAtHand", market.id, account],
    enabled: account !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<AtHand | null> => {
      if (!account) return null;
      const { getHolding } = await loadMarkets();
      const balance = (address: Address) =>
        readContract(client, { address, abi: erc20Abi, functionName: "balanceOf", args: [account] });
      const [money, pledgeable] = await Promise.all([
        balance(loan.address),
        regulated
          ? getHolding(client, { asset: collateral.address, account }).then(({ balance, frozen }) =>
              balance > frozen ? balance - frozen : 0n,
            )
          : balance(collateral.address),
      ]);
      return { loan: money, collateral: pledgeable };
    },
  });
}

/** Rates and totals of a market, day by day, oldest first. */
export function useMarketHistory(market: Hex) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "lendingHistory", market],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<readonly LendingStep[]> => {
        const { getLendingHistory } = await loadMarkets();
        return getLendingHistory(subgraph, { market, interval: "day", signal });
      }),
  });
}

/** What an asset was appraised at, day by day, oldest first. */
export function useAppraisalHistory(asset: Address) {
  const ask = useGraph();
  return useQuery({
    queryKey: ["graph", "appraisalHistory", asset],
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<readonly AppraisalStep[]> => {
        const { getAppraisalHistory } = await loadMarkets();
        return getAppraisalHistory(subgraph, { asset, interval: "day", signal });
      }),
  });
}

/** Where the price of an asset stands and glides to; `null` when it was never appraised. */
export function useAppraisal(asset: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "appraisal", asset],
    enabled: asset !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<GetAppraisalReturnType | null> =>
      asset ? ((await (await loadMarkets()).getAppraisal(client, { asset })) ?? null) : null,
  });
}

/** When a feed spoke last, and until when one may borrow by it. Unix seconds. */
export type FeedAge = { updatedAt: number; borrowableUntil: number };

/** How old the word of a market's price feed is. */
export function useFeedAge(oracle: Address | undefined) {
  const client = useReadClient();
  return useQuery({
    queryKey: ["chain", "feedAge", oracle],
    enabled: oracle !== undefined,
    refetchInterval: interval,
    queryFn: async (): Promise<FeedAge | null> => {
      if (!oracle) return null;
      const { feedAbi, getFeedTerms } = await loadMarkets();
      const { feed, heartbeat } = await getFeedTerms(client, { oracle });
      const [, , , at] = await readContract(client, {
        address: feed,
        abi: feedAbi,
        functionName: "latestRoundData",
      });
      return { updatedAt: Number(at), borrowableUntil: Number(at) + heartbeat };
    },
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
      ask(async (_, subgraph) => {
        if (!authorizer) return [];
        const { getLendingAuthorizations } = await loadMarkets();
        return getLendingAuthorizations(subgraph, { authorizer, isAuthorized: true, signal });
      }),
  });
}

/** A debt that somebody may liquidate, or that is close to it. */
export type RipePosition = {
  market: MarketNow;
  borrower: Address;
  position: GetMarketPositionReturnType;
  view: HoldingView;
  /** What liquidating all that can be would do; `undefined` while it is not ripe. */
  preview: LiquidationPreview | undefined;
  /** Whether the account that looks may hold what is seized; `undefined` without an account. */
  mayHold: boolean | undefined;
};

/** Debts closer to liquidation than this are shown as well. Loan-to-value by its limit, in percent. */
const shownFrom = 90n;

/** Debts that are ripe for liquidation, or close to it: found by the index, checked on the chain. The ripest first. */
export function useRipePositions(account: Address | undefined) {
  const ask = useGraph();
  const reader = useReader();
  return useQuery({
    queryKey: ["graph", "ripePositions", account],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<RipePosition[]> => {
        const { getLendingPositions } = await loadMarkets();
        const owing = await toTheEnd<IndexedLendingPosition, Hex>((after) =>
          getLendingPositions(subgraph, { owing: true, after, signal }),
        );
        const ids = [...new Set(owing.map(({ market }) => market))];
        const markets = new Map(
          (await Promise.all(ids.map((id) => readMarket(reader, id)))).flatMap((market) =>
            market ? [[market.id, market]] : [],
          ),
        );
        const checked = await Promise.all(
          owing.map(({ market: id, account: borrower }) => {
            const market = markets.get(id);
            return market && readRipe(reader, market, borrower, account);
          }),
        );
        const found = checked.filter((each) => each !== undefined);
        return found.sort((a, b) => {
          const [first, second] = [a.view.health ?? 0n, b.view.health ?? 0n];
          return first < second ? -1 : first > second ? 1 : 0;
        });
      }),
  });
}

async function readRipe(
  { client }: Reader,
  market: MarketNow,
  borrower: Address,
  account: Address | undefined,
): Promise<RipePosition | undefined> {
  const { getMarketPosition, mayReceive, previewLiquidation } = await loadMarkets();
  const position = await getMarketPosition(client, { id: market.id, account: borrower });
  const view = viewOf(market, holdingOf(market, position));
  if (view.debt === 0n || view.debt * 100n < view.limit * shownFrom) return undefined;
  const preview = previewLiquidation({
    collateral: view.collateral,
    debt: view.debt,
    price: market.prices.liquidationPrice,
    lltv: market.params.lltv,
    dust: market.params.dust,
    flaggedAt: position.flaggedAt,
    at: market.at,
  });
  const mayHold = !market.regulated
    ? true
    : account && (await mayReceive(client, market.collateral.address, account));
  return { market, borrower, position, view, preview, mayHold };
}

const pauseAbi = parseAbi(["function pausedUntil() view returns (uint40)"]);

/** Until when the lending markets are paused; in the past where they are not. Unix seconds. */
export function useMarketsPause() {
  const client = useReadClient();
  const { lendingMarkets } = useRuntimeConfig().contracts;
  return useQuery({
    queryKey: ["chain", "marketsPause"],
    enabled: lendingMarkets !== undefined,
    refetchInterval: interval,
    queryFn: async () =>
      lendingMarkets
        ? readContract(client, { address: lendingMarkets, abi: pauseAbi, functionName: "pausedUntil" })
        : 0,
  });
}

/** Where the price of an asset stands for who appraises it; `value` is missing before the first word. */
export type AppraisalNow = { value: bigint | undefined; dailyBps: number };

/** What whoever appraises an asset has to know; terms of zero are none. `null` without an asset. */
export function useAppraisalNow(asset: Address | undefined) {
  const client = useReadClient();
  const { appraisalOracle } = useRuntimeConfig().contracts;
  return useQuery({
    queryKey: ["chain", "appraisalNow", asset],
    enabled: asset !== undefined && appraisalOracle !== undefined,
    queryFn: async (): Promise<AppraisalNow | null> => {
      if (!asset || !appraisalOracle) return null;
      const { appraisalOracleAbi: abi, getAppraisal } = await loadMarkets();
      const [{ dailyBps }, appraisal] = await Promise.all([
        readContract(client, { address: appraisalOracle, abi, functionName: "termsOf", args: [asset] }),
        getAppraisal(client, { asset }),
      ]);
      return { value: appraisal?.value, dailyBps };
    },
  });
}

/** An asset that was appraised, with where its price stands. */
export type AppraisedNow = { asset: Address; symbol: string; appraisal: GetAppraisalReturnType };

/** All assets that were appraised: which says the index, where their prices stand the chain. */
export function useAppraisedAssets() {
  const ask = useGraph();
  const reader = useReader();
  return useQuery({
    queryKey: ["graph", "appraisedAssets"],
    refetchInterval: interval,
    queryFn: ({ signal }) =>
      ask(async (_, subgraph): Promise<AppraisedNow[]> => {
        const { getAppraisal, getAppraisedAssets } = await loadMarkets();
        const found = await getAppraisedAssets(subgraph, { signal });
        const read = await Promise.all(
          found.map(async ({ asset }) => {
            const [appraisal, { symbol }] = await Promise.all([
              getAppraisal(reader.client, { asset }),
              readToken(reader, asset),
            ]);
            return appraisal && { asset, symbol, appraisal };
          }),
        );
        return read.filter((each) => each !== undefined);
      }),
  });
}
