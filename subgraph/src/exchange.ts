import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  BatchFillFailed,
  EpochRaised,
  FeeRecipientSet,
  FeeSet,
  MoneyListed,
  OrderCancelled,
  OrderFilled,
  OrdersMatched,
  PauseSet,
} from "../generated/Exchange/Exchange";
import { Exchange, FailedFill, Market, Trade } from "../generated/schema";
import { addTrade, loadExchange, loadMarket, saveExchange } from "./exchange/market";
import { Count, fillOrder, loadMaker, loadOrder, saveMaker, saveOrder } from "./exchange/order";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, sequence } from "./shared/ids";
import { listMoney } from "./shared/money";
import { head } from "./shared/text";

const ZERO = BigInt.zero();
// The exchange keeps no more; an index must not depend on that.
const REASON_LENGTH = 64;

export function handleOrderFilled(event: OrderFilled): void {
  const params = event.params;
  const told = params.trade;
  const exchange = loadExchange(event.address);
  const market = loadMarket(exchange, told.asset, told.money, event);
  const maker = touchAccount(params.maker, event).id;
  const taker = touchAccount(params.taker, event).id;
  const order = loadOrder(params.orderHash, params.maker, event);

  const trade = newTrade(event, told.bid ? "BID_FILLED" : "ASK_FILLED", market);
  trade.maker = maker;
  trade.taker = taker;
  trade.assetAmount = told.assetAmount;
  trade.moneyAmount = told.moneyAmount;
  trade.fee = told.fee;
  trade.tip = ZERO;
  // The fee is the taker's: on top of the price where it buys, off the price where it sells.
  if (told.bid) {
    trade.seller = taker;
    trade.buyer = maker;
    trade.bid = order.id;
    trade.bidWindow = told.window;
    trade.bidFilled = told.filled;
    trade.proceeds = told.moneyAmount.minus(told.fee);
    trade.cost = told.moneyAmount;
    const count = new Count(told.window, told.filled);
    fillOrder(order, "BID", market, count, told.moneyAmount, told.assetAmount, event);
  } else {
    trade.seller = maker;
    trade.buyer = taker;
    trade.ask = order.id;
    trade.askWindow = told.window;
    trade.askFilled = told.filled;
    trade.proceeds = told.moneyAmount;
    trade.cost = told.moneyAmount.plus(told.fee);
    const count = new Count(told.window, told.filled);
    fillOrder(order, "ASK", market, count, told.assetAmount, told.moneyAmount, event);
  }
  record(event, "ORDER_FILLED", exchange, market, trade, order.id);
}

export function handleOrdersMatched(event: OrdersMatched): void {
  const params = event.params;
  const told = params.trade;
  const exchange = loadExchange(event.address);
  const market = loadMarket(exchange, told.asset, told.money, event);
  const trade = newTrade(event, "MATCHED", market);
  trade.seller = touchAccount(told.seller, event).id;
  trade.buyer = touchAccount(told.buyer, event).id;
  trade.matcher = touchAccount(params.caller, event).id;
  trade.ask = params.askHash;
  trade.bid = params.bidHash;
  trade.assetAmount = told.assetAmount;
  trade.moneyAmount = told.askProceeds;
  trade.fee = told.fee;
  trade.tip = told.tip;
  trade.proceeds = told.askProceeds;
  trade.cost = told.bidCost;
  trade.askWindow = told.askWindow;
  trade.askFilled = told.askFilled;
  trade.bidWindow = told.bidWindow;
  trade.bidFilled = told.bidFilled;
  const ask = loadOrder(params.askHash, told.seller, event);
  const askCount = new Count(told.askWindow, told.askFilled);
  fillOrder(ask, "ASK", market, askCount, told.assetAmount, told.askProceeds, event);
  const bid = loadOrder(params.bidHash, told.buyer, event);
  const bidCount = new Count(told.bidWindow, told.bidFilled);
  fillOrder(bid, "BID", market, bidCount, told.bidCost, told.assetAmount, event);
  record(event, "ORDERS_MATCHED", exchange, market, trade, ask.id);
}

function newTrade(event: ethereum.Event, kind: string, market: Market): Trade {
  const trade = new Trade(eventId(event));
  trade.kind = kind;
  trade.market = market.id;
  trade.asset = market.asset;
  trade.money = market.money;
  trade.sequence = sequence(event);
  trade.blockNumber = event.block.number;
  trade.timestamp = event.block.timestamp;
  trade.transactionHash = event.transaction.hash;
  trade.logIndex = event.logIndex.toI32();
  return trade;
}

/** Saves all that is new, and tells the trade as one row; the move of its shares adds itself to that row. */
function record(
  event: ethereum.Event,
  kind: string,
  exchange: Exchange,
  market: Market,
  trade: Trade,
  order: Bytes,
): void {
  addTrade(market, trade, event);
  exchange.tradeCount += 1;
  saveExchange(exchange, event);

  const row = begin(event, Domain.EXCHANGE, kind, trade.seller);
  row.counterparty = trade.buyer;
  row.asset = trade.asset;
  row.token = trade.asset;
  row.amount = trade.assetAmount;
  row.money = trade.money;
  row.moneyAmount = trade.proceeds;
  row.fee = trade.cost.minus(trade.proceeds);
  row.trade = trade.id;
  row.order = order;
  finish(row);
}

export function handleOrderCancelled(event: OrderCancelled): void {
  const order = loadOrder(event.params.orderHash, event.params.maker, event);
  order.cancelled = true;
  order.cancelledAt = event.block.timestamp;
  saveOrder(order, event);

  const row = begin(event, Domain.EXCHANGE, "ORDER_CANCELLED", order.maker);
  row.order = order.id;
  row.asset = order.asset;
  row.money = order.money;
  finish(row);
}

export function handleEpochRaised(event: EpochRaised): void {
  const maker = loadMaker(event.params.maker, event);
  maker.epoch = event.params.epoch;
  maker.cancelAllCount += 1;
  saveMaker(maker, event);

  const row = begin(event, Domain.EXCHANGE, "ORDERS_CANCELLED", maker.account);
  row.amount = event.params.epoch;
  finish(row);
}

export function handleBatchFillFailed(event: BatchFillFailed): void {
  const failed = new FailedFill(eventId(event));
  failed.orderHash = event.params.orderHash;
  failed.reason = head(event.params.reason, REASON_LENGTH);
  failed.sender = event.transaction.from;
  failed.sequence = sequence(event);
  failed.timestamp = event.block.timestamp;
  failed.transactionHash = event.transaction.hash;
  failed.save();
}

export function handleFeeSet(event: FeeSet): void {
  const exchange = loadExchange(event.address);
  exchange.feeBps = event.params.feeBps;
  saveExchange(exchange, event);

  const row = begin(event, Domain.EXCHANGE, "FEE_SET", touchAccount(event.address, event).id);
  row.amount = BigInt.fromI32(event.params.feeBps);
  finish(row);
}

export function handleFeeRecipientSet(event: FeeRecipientSet): void {
  const exchange = loadExchange(event.address);
  const recipient = touchAccount(event.params.recipient, event);
  exchange.feeRecipient = recipient.id;
  saveExchange(exchange, event);
  finish(begin(event, Domain.EXCHANGE, "FEE_RECIPIENT_SET", recipient.id));
}

export function handleExchangePauseSet(event: PauseSet): void {
  const exchange = loadExchange(event.address);
  exchange.pausedUntil = event.params.until;
  saveExchange(exchange, event);

  const kind = event.params.until.isZero() ? "EXCHANGE_UNPAUSED" : "EXCHANGE_PAUSED";
  finish(begin(event, Domain.EXCHANGE, kind, touchAccount(event.transaction.from, event).id));
}

export function handleExchangeMoneyListed(event: MoneyListed): void {
  listMoney(event, Domain.EXCHANGE, "TRADING", event.params.money, event.params.listed);
}
