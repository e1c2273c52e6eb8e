import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { RewardStore, StoreBuyer, StoreItem } from "../../generated/schema";
import { numberBytes } from "../shared/ids";

const ZERO = BigInt.zero();

export function loadStore(id: Bytes): RewardStore {
  const known = RewardStore.load(id);
  if (known != null) return known;
  const store = new RewardStore(id);
  store.rate = ZERO;
  store.pausedUntil = ZERO;
  store.itemCount = 0;
  store.orderCount = 0;
  store.exchangeCount = 0;
  store.spent = ZERO;
  store.exchanged = ZERO;
  store.paid = ZERO;
  return store;
}

export function saveStore(store: RewardStore, event: ethereum.Event): void {
  store.updatedAt = event.block.timestamp;
  store.save();
}

export function newItem(itemId: BigInt, event: ethereum.Event): StoreItem {
  const item = new StoreItem(numberBytes(itemId));
  item.itemId = itemId;
  item.sold = ZERO;
  item.spent = ZERO;
  item.createdAt = event.block.timestamp;
  return item;
}

/** Counts what an identity had of an item, and saves that. */
export function addToBuyer(
  index: BigInt,
  identity: Bytes,
  item: StoreItem,
  quantity: BigInt,
  points: BigInt,
  event: ethereum.Event,
): void {
  const id = numberBytes(index).concat(item.id);
  const known = StoreBuyer.load(id);
  const buyer = known == null ? new StoreBuyer(id) : known;
  if (known == null) {
    buyer.identity = identity;
    buyer.item = item.id;
    buyer.quantity = ZERO;
    buyer.points = ZERO;
  }
  buyer.quantity = buyer.quantity.plus(quantity);
  buyer.points = buyer.points.plus(points);
  buyer.updatedAt = event.block.timestamp;
  buyer.save();
}
