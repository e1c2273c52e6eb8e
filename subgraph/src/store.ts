import { dataSource } from "@graphprotocol/graph-ts";
import {
  ItemRedeemed,
  PauseSet,
  PointsExchanged,
  StoreItemSet,
  StoreRateSet,
} from "../generated/RewardStore/RewardStore";
import { PointsExchange, StoreItem, StoreOrder } from "../generated/schema";
import { recordPause } from "./rewards/pause";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { eventId, numberBytes, sequence } from "./shared/ids";
import { loadProtocol, saveProtocol } from "./shared/protocol";
import { storable } from "./shared/text";
import { addToBuyer, loadStore, newItem, saveStore } from "./store/store";

const URI_LENGTH = 65_536;

export function handleStoreRateSet(event: StoreRateSet): void {
  const store = loadStore(event.address);
  store.rate = event.params.qtiPerPoint;
  saveStore(store, event);

  const row = begin(event, Domain.REWARDS, "STORE_RATE_SET", touchAccount(event.address, event).id);
  row.amount = event.params.qtiPerPoint;
  finish(row);
}

export function handleStoreItemSet(event: StoreItemSet): void {
  const params = event.params;
  const known = StoreItem.load(numberBytes(params.itemId));
  const item = known == null ? newItem(params.itemId, event) : known;
  item.price = params.price;
  item.stock = params.stock;
  item.limit = params.limit;
  item.uri = storable(params.uri, URI_LENGTH);
  item.updatedAt = event.block.timestamp;
  item.save();
  if (known == null) {
    const store = loadStore(event.address);
    store.itemCount += 1;
    saveStore(store, event);
  }

  const row = begin(event, Domain.REWARDS, "STORE_ITEM_SET", touchAccount(event.address, event).id);
  row.amount = params.price;
  row.storeItem = item.id;
  finish(row);
}

export function handlePointsExchanged(event: PointsExchanged): void {
  const params = event.params;
  const account = touchAccount(params.account, event);
  const identity = account.identity;
  if (identity === null) return;
  const store = loadStore(event.address);
  store.exchangeCount += 1;
  store.exchanged = store.exchanged.plus(params.points);
  store.paid = store.paid.plus(params.qti);
  saveStore(store, event);

  const exchange = new PointsExchange(eventId(event));
  exchange.account = account.id;
  exchange.identity = identity;
  exchange.points = params.points;
  exchange.qti = params.qti;
  exchange.rate = store.rate;
  exchange.sequence = sequence(event);
  exchange.timestamp = event.block.timestamp;
  exchange.blockNumber = event.block.number;
  exchange.transactionHash = event.transaction.hash;
  exchange.save();

  const row = begin(event, Domain.REWARDS, "POINTS_EXCHANGED", account.id);
  row.identity = identity;
  row.amount = params.points;
  row.token = dataSource.context().getBytes("qtiPoints");
  row.moneyAmount = params.qti;
  row.money = dataSource.context().getBytes("qtiToken");
  finish(row);
}

export function handleItemRedeemed(event: ItemRedeemed): void {
  const params = event.params;
  const account = touchAccount(params.account, event);
  const identity = account.identity;
  const item = StoreItem.load(numberBytes(params.itemId));
  if (identity === null || item == null) return;
  item.stock = params.stock;
  item.sold = item.sold.plus(params.quantity);
  item.spent = item.spent.plus(params.points);
  item.updatedAt = event.block.timestamp;
  item.save();
  addToBuyer(params.identity, identity, item, params.quantity, params.points, event);
  const store = loadStore(event.address);
  store.orderCount += 1;
  store.spent = store.spent.plus(params.points);
  saveStore(store, event);
  const protocol = loadProtocol();
  protocol.storeOrderCount += 1;
  saveProtocol(protocol, event);

  const order = new StoreOrder(numberBytes(params.orderId));
  order.orderId = params.orderId;
  order.item = item.id;
  order.account = account.id;
  order.identity = identity;
  order.quantity = params.quantity;
  order.points = params.points;
  order.sequence = sequence(event);
  order.timestamp = event.block.timestamp;
  order.blockNumber = event.block.number;
  order.transactionHash = event.transaction.hash;
  order.save();

  const row = begin(event, Domain.REWARDS, "ITEM_REDEEMED", account.id);
  row.identity = identity;
  row.amount = params.points;
  row.token = dataSource.context().getBytes("qtiPoints");
  row.storeItem = item.id;
  row.storeOrder = order.id;
  finish(row);
}

export function handleStorePauseSet(event: PauseSet): void {
  const store = loadStore(event.address);
  store.pausedUntil = event.params.until;
  saveStore(store, event);
  recordPause(event, event.params.until);
}
