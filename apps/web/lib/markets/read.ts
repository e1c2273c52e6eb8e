/* What the pages of lending markets read from chain and index; loaded when one of them first needs it. */
import "../no-eval";
import {
  type GetMarketPositionReturnType,
  getAppraisal,
  getFeedTerms,
  getHolding,
  getMarket,
  getMarketPosition,
  getOraclePrices,
  type LiquidationPreview,
  previewLiquidation,
} from "@qti/sdk";
import {
  getAppraisedAssets,
  getLendingMarkets,
  getLendingPositions,
  type IndexedLendingMarket,
  type IndexedLendingPosition,
  type SubgraphClient,
} from "@qti/sdk/subgraph";
import type { QueryClient } from "@tanstack/react-query";
import { type Address, erc20Abi, type Hex, isAddressEqual } from "viem";
import { readContract } from "viem/actions";
import type { RuntimeConfig } from "@/lib/config/schema";
import { type HoldingView, holdingOf, type MarketNow, type MarketToken, viewOf } from "@/lib/domain/market";
import { toTheEnd } from "@/lib/query/to-the-end";
import { mayReceive } from "@/lib/sdk/may-receive";
import type { ReadClient } from "@/lib/transactions/flow";
import { feedAbi, pauseAbi, termsAbi } from "./abis";

export { getAppraisal, getMarketPosition } from "@qti/sdk";
export { getAppraisalHistory, getLendingAuthorizations, getLendingHistory } from "@qti/sdk/subgraph";
export { getGasPrice } from "viem/actions";

/** What reads of a market need. */
export type Reader = { client: ReadClient; config: RuntimeConfig; queries: QueryClient };

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

/** A market with its tokens and prices; `null` when there is none of that id. */
export async function readMarket(reader: Reader, id: Hex): Promise<MarketNow | null> {
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

/** The ids of all markets, by the index. */
export async function readMarketIds(subgraph: SubgraphClient, signal: AbortSignal): Promise<readonly Hex[]> {
  const found = await toTheEnd<IndexedLendingMarket, Hex>((after) =>
    getLendingMarkets(subgraph, { after, signal }),
  );
  return found.map(({ id }) => id);
}

/** What an account has at hand of both tokens of a market. */
export type AtHand = { loan: bigint; collateral: bigint };

/** What an account could lend and pledge; of shares of an asset what is not frozen. */
export async function readAtHand(
  client: ReadClient,
  { loan, collateral, regulated }: Pick<MarketNow, "loan" | "collateral" | "regulated">,
  account: Address,
): Promise<AtHand> {
  const balanceOf = (address: Address) =>
    readContract(client, { address, abi: erc20Abi, functionName: "balanceOf", args: [account] });
  const free = async (asset: Address) => {
    const { balance, frozen } = await getHolding(client, { asset, account });
    return balance > frozen ? balance - frozen : 0n;
  };
  const [money, pledgeable] = await Promise.all([
    balanceOf(loan.address),
    regulated ? free(collateral.address) : balanceOf(collateral.address),
  ]);
  return { loan: money, collateral: pledgeable };
}

/** When a feed spoke last, and until when one may borrow by it. Unix seconds. */
export type FeedAge = { updatedAt: number; borrowableUntil: number };

/** How old the word of a market's price feed is. */
export async function readFeedAge(client: ReadClient, oracle: Address): Promise<FeedAge> {
  const { feed: address, heartbeat } = await getFeedTerms(client, { oracle });
  const round = await readContract(client, { address, abi: feedAbi, functionName: "latestRoundData" });
  const updatedAt = Number(round[3]);
  return { updatedAt, borrowableUntil: updatedAt + heartbeat };
}

/** Until when the markets are paused. Unix seconds. */
export const readPause = (client: ReadClient, markets: Address): Promise<number> =>
  readContract(client, { address: markets, abi: pauseAbi, functionName: "pausedUntil" });

/** Where the price of an asset stands for who appraises it; `value` is missing before the first word. */
export type AppraisalNow = { value: bigint | undefined; dailyBps: number };

/** What whoever appraises an asset has to know; terms of zero are none. */
export async function readAppraisalNow(
  client: ReadClient,
  oracle: Address,
  asset: Address,
): Promise<AppraisalNow> {
  const [{ dailyBps }, appraisal] = await Promise.all([
    readContract(client, { address: oracle, abi: termsAbi, functionName: "termsOf", args: [asset] }),
    getAppraisal(client, { asset }),
  ]);
  return { value: appraisal?.value, dailyBps };
}

/** All assets that were appraised: which says the index, where their prices stand the chain. */
export async function readAppraisedAssets(reader: Reader, subgraph: SubgraphClient, signal: AbortSignal) {
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
export async function readRipePositions(
  reader: Reader,
  subgraph: SubgraphClient,
  account: Address | undefined,
  signal: AbortSignal,
): Promise<RipePosition[]> {
  const owing = await toTheEnd<IndexedLendingPosition, Hex>((after) =>
    getLendingPositions(subgraph, { owing: true, after, signal }),
  );
  const ids = [...new Set(owing.map(({ market }) => market))];
  const read = await Promise.all(ids.map((id) => readMarket(reader, id)));
  const markets = new Map(read.flatMap((market) => (market ? [[market.id, market]] : [])));
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
}

async function readRipe(
  { client }: Reader,
  market: MarketNow,
  borrower: Address,
  account: Address | undefined,
): Promise<RipePosition | undefined> {
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
  const mayHold = market.regulated
    ? account && (await mayReceive(client, market.collateral.address, account))
    : true;
  return { market, borrower, position, view, preview, mayHold };
}
