import { expect } from "vitest";
import { z } from "zod";
import { exchangeAbi } from "../../../../packages/sdk/src/generated/abis.ts";
import type { Graph } from "../graphql.ts";
import { dollarsOf, exchangeOf } from "../traffic/money.ts";
import { people, type World } from "../world.ts";
import { big, countRows, hex, optional, reference, sum } from "./columns.ts";
import { reconcileMoney } from "./money.ts";
import type { Reconciliation } from "./reconciliation.ts";

const share = 10n ** 18n;
const microseconds = 1_000_000n;
const daySeconds = 86_400n;

const decimal = z.string().regex(/^\d+(\.\d+)?$/);
const orderRow = z.object({
  id: hex,
  maker: reference,
  market: optional,
  side: z.string().nullable(),
  filled: big,
  window: big,
  sold: big,
  bought: big,
  tradeCount: z.number(),
  cancelled: z.boolean(),
});
const tradeRow = z.object({
  id: hex,
  kind: z.string(),
  market: reference,
  asset: reference,
  money: hex,
  seller: reference,
  buyer: reference,
  ask: optional,
  bid: optional,
  maker: optional,
  taker: optional,
  matcher: optional,
  assetAmount: big,
  moneyAmount: big,
  price: decimal,
  fee: big,
  tip: big,
  proceeds: big,
  cost: big,
  askWindow: big.nullable(),
  askFilled: big.nullable(),
  bidWindow: big.nullable(),
  bidFilled: big.nullable(),
  transfer: z.object({ kind: z.string(), amount: big, from: reference, to: reference, asset: reference }),
  timestamp: big,
  sequence: big,
});
const marketRow = z.object({
  id: hex,
  lastPrice: decimal,
  lastTrade: reference,
  assetVolume: big,
  moneyVolume: big,
  fees: big,
  tips: big,
  tradeCount: z.number(),
  orderCount: z.number(),
});
const makerRow = z.object({ id: hex, epoch: big, orderCount: z.number(), tradeCount: z.number() });
const exchangeRow = z.object({
  id: hex,
  feeBps: z.number(),
  feeRecipient: optional,
  pausedUntil: big,
  tradeCount: z.number(),
  marketCount: z.number(),
});
const historyRow = z.object({
  id: hex,
  kind: z.string(),
  account: reference,
  counterparty: optional,
  amount: big.nullable(),
  moneyAmount: big.nullable(),
  fee: big.nullable(),
  trade: reference,
});
const candle = z.object({
  timestamp: big,
  market: reference,
  open: decimal,
  high: decimal,
  low: decimal,
  close: decimal,
  assetVolume: big,
  moneyVolume: big,
  fees: big,
  tips: big,
  trades: z.number(),
});
type TradeRow = z.output<typeof tradeRow>;

/** The exchange: orders, trades, markets, makers and settings. What the index says equals what the contract says. */
async function reconcileExchange(world: World, graph: Graph, block: number): Promise<void> {
  const trades = await readTrades(graph, block);
  await reconcileTrades(world, trades, block);
  await reconcileRows(graph, trades, block);
  await reconcileOrders(world, graph, trades, block);
  await reconcileMarkets(graph, trades, block);
  await reconcileSettings(world, graph, trades, block);
  await reconcileMoney(world, graph, "exchange", "TRADING", block);
}

/** Oldest first. */
async function readTrades(graph: Graph, block: number): Promise<readonly TradeRow[]> {
  const fields = `kind market { id } asset { id } money seller { id } buyer { id } ask { id } bid { id } maker { id } taker { id } matcher { id }
    assetAmount moneyAmount price fee tip proceeds cost askWindow askFilled bidWindow bidFilled
    transfer { kind amount from { id } to { id } asset { id } } timestamp sequence`;
  const trades = await graph.all("trades", fields, tradeRow, block);
  return trades.sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
}

/** Each trade is one log of the contract, word for word, and the move of its shares belongs to it. */
async function reconcileTrades(world: World, trades: readonly TradeRow[], block: number): Promise<void> {
  const own = ownLogs(world, block);
  const fills = await world.reader.getContractEvents({ ...own, eventName: "OrderFilled" });
  const matches = await world.reader.getContractEvents({ ...own, eventName: "OrdersMatched" });
  const told = [
    ...fills.map(({ args: { orderHash, maker, taker, trade }, ...log }) => ({
      sequence: sequenceOf(log),
      kind: trade.bid ? "BID_FILLED" : "ASK_FILLED",
      asset: trade.asset.toLowerCase(),
      money: trade.money.toLowerCase(),
      seller: (trade.bid ? taker : maker).toLowerCase(),
      buyer: (trade.bid ? maker : taker).toLowerCase(),
      ask: trade.bid ? null : orderHash,
      bid: trade.bid ? orderHash : null,
      maker: maker.toLowerCase(),
      taker: taker.toLowerCase(),
      matcher: null,
      assetAmount: trade.assetAmount,
      moneyAmount: trade.moneyAmount,
      fee: trade.fee,
      tip: 0n,
      proceeds: trade.bid ? trade.moneyAmount - trade.fee : trade.moneyAmount,
      cost: trade.bid ? trade.moneyAmount : trade.moneyAmount + trade.fee,
      askWindow: trade.bid ? null : BigInt(trade.window),
      askFilled: trade.bid ? null : trade.filled,
      bidWindow: trade.bid ? BigInt(trade.window) : null,
      bidFilled: trade.bid ? trade.filled : null,
    })),
    ...matches.map(({ args: { askHash, bidHash, caller, trade }, ...log }) => ({
      sequence: sequenceOf(log),
      kind: "MATCHED",
      asset: trade.asset.toLowerCase(),
      money: trade.money.toLowerCase(),
      seller: trade.seller.toLowerCase(),
      buyer: trade.buyer.toLowerCase(),
      ask: askHash,
      bid: bidHash,
      maker: null,
      taker: null,
      matcher: caller.toLowerCase(),
      assetAmount: trade.assetAmount,
      moneyAmount: trade.askProceeds,
      fee: trade.fee,
      tip: trade.tip,
      proceeds: trade.askProceeds,
      cost: trade.bidCost,
      askWindow: BigInt(trade.askWindow),
      askFilled: trade.askFilled,
      bidWindow: BigInt(trade.bidWindow),
      bidFilled: trade.bidFilled,
    })),
  ].sort((a, b) => (a.sequence < b.sequence ? -1 : 1));
  expect(trades.map(({ id, market, price, transfer, timestamp, ...trade }) => trade)).toEqual(told);

  for (const { market, asset, money, assetAmount, moneyAmount, seller, buyer, price, ...trade } of trades) {
    expect(market).toBe(`${asset}${money.slice(2)}`);
    expect(trade.transfer).toEqual({ kind: "TRADE", amount: assetAmount, from: seller, to: buyer, asset });
    expect(trade.cost).toBe(trade.proceeds + trade.fee + trade.tip);
    expectPrice(price, moneyAmount, assetAmount);
  }
}

/** The contract's own logs up to the block, decoded. */
const ownLogs = (world: World, block: number) =>
  ({
    abi: exchangeAbi,
    address: exchangeOf(world).address,
    strict: true,
    fromBlock: 0n,
    toBlock: BigInt(block),
  }) as const;

const sequenceOf = ({ blockNumber, logIndex }: { blockNumber: bigint; logIndex: number }): bigint =>
  blockNumber * 1_000_000n + BigInt(logIndex);

/** The price is the fraction to its last digit: it is off by less than one there. */
function expectPrice(price: string, moneyAmount: bigint, assetAmount: bigint): void {
  const [digits, scale] = scaled(price);
  const off = digits * assetAmount - moneyAmount * share * 10n ** scale;
  expect([price, (off < 0n ? -off : off) < assetAmount]).toEqual([price, true]);
  expect(price.replace(".", "").replace(/^0+/, "").length).toBeLessThanOrEqual(34);
}

/** A decimal as a whole number and the places behind its point. */
function scaled(text: string): readonly [bigint, bigint] {
  const [whole = "", fraction = ""] = text.split(".");
  return [BigInt(whole + fraction), BigInt(fraction.length)];
}

/** Each trade is one row of history: who sold to whom, for how much. */
async function reconcileRows(graph: Graph, trades: readonly TradeRow[], block: number): Promise<void> {
  const where = "kind_in: [ORDER_FILLED, ORDERS_MATCHED]";
  const fields = "kind account { id } counterparty { id } amount moneyAmount fee trade { id }";
  const rows = await graph.all("transactions", fields, historyRow, block, where);
  expect(new Map(rows.map(({ id, ...row }) => [id, row]))).toEqual(
    new Map(
      trades.map((trade) => [
        trade.id,
        {
          kind: trade.kind === "MATCHED" ? "ORDERS_MATCHED" : "ORDER_FILLED",
          account: trade.seller,
          counterparty: trade.buyer,
          amount: trade.assetAmount,
          moneyAmount: trade.proceeds,
          fee: trade.fee + trade.tip,
          trade: trade.id,
        },
      ]),
    ),
  );
}

async function reconcileOrders(
  world: World,
  graph: Graph,
  trades: readonly TradeRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read } = exchangeOf(world);
  const fields = "maker { id } market { id } side filled window sold bought tradeCount cancelled";
  const orders = await graph.all("orders", fields, orderRow, block);
  for (const order of orders) {
    const { filled, window, cancelled } = await read.orderStateOf([order.id], at);
    // A cancelled order keeps what it was filled, here as there.
    expect([order.id, order.filled, order.window, order.cancelled]).toEqual([
      order.id,
      filled,
      BigInt(window),
      cancelled,
    ]);
    const sales = trades.filter(({ ask }) => ask === order.id);
    const purchases = trades.filter(({ bid }) => bid === order.id);
    expect(order.tradeCount).toBe(sales.length + purchases.length);
    expect(order.side).toBe(sales.length > 0 ? "ASK" : purchases.length > 0 ? "BID" : null);
    expect(order.sold).toBe(sum([...sales.map((s) => s.assetAmount), ...purchases.map((p) => p.cost)]));
    expect(order.bought).toBe(sum([...sales.map((s) => s.proceeds), ...purchases.map((p) => p.assetAmount)]));
  }
  const cancelled = await world.reader.getContractEvents({
    ...ownLogs(world, block),
    eventName: "OrderCancelled",
  });
  const known = new Set([
    ...trades.flatMap(({ ask, bid }) => [ask, bid].filter((hash) => hash !== null)),
    ...cancelled.map(({ args }) => args.orderHash),
  ]);
  expect(new Set(orders.map(({ id }) => id))).toEqual(known);

  const makers = await graph.all("makers", "epoch orderCount tradeCount", makerRow, block);
  for (const person of people) {
    const maker = makers.find(({ id }) => id === person.toLowerCase());
    expect([person, maker?.epoch ?? 0n]).toEqual([person, await read.epochOf([person], at)]);
    const own = orders.filter((order) => order.maker === person.toLowerCase());
    expect(maker?.orderCount ?? 0).toBe(own.length);
    expect(maker?.tradeCount ?? 0).toBe(own.reduce((total, { tradeCount }) => total + tradeCount, 0));
  }
}

/** Markets and their candles add up to the trades that they were made from, the open day included. */
async function reconcileMarkets(graph: Graph, trades: readonly TradeRow[], block: number): Promise<void> {
  const fields = "lastPrice lastTrade { id } assetVolume moneyVolume fees tips tradeCount orderCount";
  const markets = await graph.all("markets", fields, marketRow, block);
  expect(new Set(markets.map(({ id }) => id))).toEqual(new Set(trades.map(({ market }) => market)));
  const rows = z.object({ marketStats_collection: z.array(candle) });
  for (const { id, lastPrice, lastTrade, tradeCount, orderCount, ...sums } of markets) {
    const own = trades.filter(({ market }) => market === id);
    expect([lastPrice, lastTrade]).toEqual([own.at(-1)?.price, own.at(-1)?.id]);
    expect(tradeCount).toBe(own.length);
    expect(orderCount).toBe(
      new Set(own.flatMap(({ ask, bid }) => [ask, bid].filter((hash) => hash !== null))).size,
    );
    expect(sums).toEqual(sumsOf(own));

    const options = `first: 1000, interval: day, current: include, where: { market: "${id}" }`;
    const { marketStats_collection: days } = await graph.query(
      `{ marketStats_collection(${options}) { timestamp market { id } open high low close assetVolume moneyVolume fees tips trades } }`,
      rows,
    );
    const told = new Map(days.map(({ timestamp, market, ...day }) => [timestamp / microseconds, day]));
    expect(told).toEqual(candlesOf(own));
  }
}

const sumsOf = (trades: readonly TradeRow[]) => ({
  assetVolume: sum(trades.map(({ assetAmount }) => assetAmount)),
  moneyVolume: sum(trades.map(({ moneyAmount }) => moneyAmount)),
  fees: sum(trades.map(({ fee }) => fee)),
  tips: sum(trades.map(({ tip }) => tip)),
});

/** Candles by the start of their day; trades come oldest first. */
function candlesOf(trades: readonly TradeRow[]) {
  const days = Map.groupBy(trades, ({ timestamp }) => timestamp - (timestamp % daySeconds));
  return new Map(
    [...days].map(([start, own]) => {
      const prices = own.map(({ price }) => price);
      const rising = [...prices].sort(compareDecimals);
      const ends = { open: prices[0], high: rising.at(-1), low: rising[0], close: prices.at(-1) };
      return [start, { ...ends, ...sumsOf(own), trades: own.length }];
    }),
  );
}

function compareDecimals(a: string, b: string): number {
  const [[x, xScale], [y, yScale]] = [scaled(a), scaled(b)];
  const [left, right] = [x * 10n ** yScale, y * 10n ** xScale];
  return left < right ? -1 : left > right ? 1 : 0;
}

async function reconcileSettings(
  world: World,
  graph: Graph,
  trades: readonly TradeRow[],
  block: number,
): Promise<void> {
  const at = { blockNumber: BigInt(block) };
  const { read, address } = exchangeOf(world);
  const fields = "feeBps feeRecipient { id } pausedUntil tradeCount marketCount";
  const [recipient, feeBps, pausedUntil] = await Promise.all([
    read.feeRecipient(at),
    read.feeBps(at),
    read.pausedUntil(at),
  ]);
  expect(await graph.all("exchanges", fields, exchangeRow, block)).toEqual([
    {
      id: address.toLowerCase(),
      feeBps,
      feeRecipient: recipient.toLowerCase(),
      pausedUntil: BigInt(pausedUntil),
      tradeCount: trades.length,
      marketCount: new Set(trades.map(({ market }) => market)).size,
    },
  ]);
  const failed = await world.reader.getContractEvents({
    ...ownLogs(world, block),
    eventName: "BatchFillFailed",
  });
  const row = z.object({ id: hex, orderHash: hex, reason: hex });
  const kept = await graph.all("failedFills", "orderHash reason", row, block);
  const inOrder = (list: readonly { orderHash: string; reason: string }[]) =>
    list.map(({ orderHash, reason }) => `${orderHash}/${reason}`).sort();
  expect(inOrder(kept)).toEqual(inOrder(failed.map(({ args }) => args)));
  // The exchange holds nothing, ever.
  expect(await dollarsOf(world).read.balanceOf([address], at)).toBe(0n);
}

export const exchangeReconciliation: Reconciliation = {
  contracts: ["exchange"],
  reconcile: reconcileExchange,
  protocol: async (graph, block) => ({
    marketCount: await countRows(graph, "markets", block),
    tradeCount: await countRows(graph, "trades", block),
  }),
};
