import { BigDecimal, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Exchange, Market, Trade, TradePoint } from "../../generated/schema";
import { loadProtocol, saveProtocol } from "../shared/protocol";

const ZERO = BigInt.zero();
const WHOLE_SHARE = BigInt.fromU64(1_000_000_000_000_000_000);

export function loadExchange(id: Bytes): Exchange {
  const known = Exchange.load(id);
  if (known != null) return known;
  const exchange = new Exchange(id);
  exchange.feeBps = 0;
  exchange.pausedUntil = ZERO;
  exchange.tradeCount = 0;
  exchange.marketCount = 0;
  return exchange;
}

export function saveExchange(exchange: Exchange, event: ethereum.Event): void {
  exchange.updatedAt = event.block.timestamp;
  exchange.save();
}

/** The market of an asset and a money, made and counted where it is new. */
export function loadMarket(exchange: Exchange, asset: Bytes, money: Bytes, event: ethereum.Event): Market {
  const id = asset.concat(money);
  const known = Market.load(id);
  if (known != null) return known;
  exchange.marketCount += 1;
  const protocol = loadProtocol();
  protocol.marketCount += 1;
  saveProtocol(protocol, event);
  const market = new Market(id);
  market.asset = asset;
  market.money = money;
  market.lastPrice = BigDecimal.zero();
  market.assetVolume = ZERO;
  market.moneyVolume = ZERO;
  market.fees = ZERO;
  market.tips = ZERO;
  market.tradeCount = 0;
  market.orderCount = 0;
  market.createdAt = event.block.timestamp;
  return market;
}

/** Counts a trade into its market and saves both; a trade without shares has no price. */
export function addTrade(market: Market, trade: Trade, event: ethereum.Event): void {
  market.lastTrade = trade.id;
  market.lastTradeAt = event.block.timestamp;
  market.assetVolume = market.assetVolume.plus(trade.assetAmount);
  market.moneyVolume = market.moneyVolume.plus(trade.moneyAmount);
  market.fees = market.fees.plus(trade.fee);
  market.tips = market.tips.plus(trade.tip);
  market.tradeCount += 1;
  market.updatedAt = event.block.timestamp;
  if (!trade.assetAmount.isZero()) {
    // Multiplied before it is divided: one rounding, at the 34th digit.
    const price = trade.moneyAmount.times(WHOLE_SHARE).divDecimal(trade.assetAmount.toBigDecimal());
    trade.price = price;
    market.lastPrice = price;
    addPoint(trade, price);
  }
  trade.save();
  market.save();
}

function addPoint(trade: Trade, price: BigDecimal): void {
  const point = new TradePoint(0);
  point.timestamp = 0;
  point.market = trade.market;
  point.price = price;
  point.assetAmount = trade.assetAmount;
  point.moneyAmount = trade.moneyAmount;
  point.fee = trade.fee;
  point.tip = trade.tip;
  point.save();
}
