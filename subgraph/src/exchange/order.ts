import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Maker, Market, Order } from "../../generated/schema";
import { touchAccount } from "../shared/account";

const ZERO = BigInt.zero();

export function loadMaker(account: Bytes, event: ethereum.Event): Maker {
  const known = Maker.load(account);
  if (known != null) return known;
  const maker = new Maker(account);
  maker.account = touchAccount(account, event).id;
  maker.epoch = ZERO;
  maker.cancelAllCount = 0;
  maker.orderCount = 0;
  maker.tradeCount = 0;
  return maker;
}

export function saveMaker(maker: Maker, event: ethereum.Event): void {
  maker.updatedAt = event.block.timestamp;
  maker.save();
}

/** The order, made where the chain shows it for the first time; what it offers comes with a fill. */
export function loadOrder(hash: Bytes, maker: Bytes, event: ethereum.Event): Order {
  const known = Order.load(hash);
  if (known != null) return known;
  const owner = loadMaker(maker, event);
  owner.orderCount += 1;
  saveMaker(owner, event);
  const order = new Order(hash);
  order.maker = owner.account;
  order.filled = ZERO;
  order.window = ZERO;
  order.sold = ZERO;
  order.bought = ZERO;
  order.tradeCount = 0;
  order.cancelled = false;
  order.createdAt = event.block.timestamp;
  return order;
}

export function saveOrder(order: Order, event: ethereum.Event): void {
  order.updatedAt = event.block.timestamp;
  order.save();
}

/** Where the contract's count of an order stands after a trade: what was used up in which window. */
export class Count {
  window: BigInt;
  filled: BigInt;

  constructor(window: BigInt, filled: BigInt) {
    this.window = window;
    this.filled = filled;
  }
}

/** Adds a trade to an order, whose maker gave `sold` and got `bought`. */
export function fillOrder(
  order: Order,
  side: string,
  market: Market,
  count: Count,
  sold: BigInt,
  bought: BigInt,
  event: ethereum.Event,
): void {
  if (order.market === null) {
    order.market = market.id;
    order.asset = market.asset;
    order.money = market.money;
    order.side = side;
    market.orderCount += 1;
  }
  order.window = count.window;
  order.filled = count.filled;
  order.sold = order.sold.plus(sold);
  order.bought = order.bought.plus(bought);
  order.tradeCount += 1;
  saveOrder(order, event);

  const maker = loadMaker(order.maker, event);
  maker.tradeCount += 1;
  saveMaker(maker, event);
}
