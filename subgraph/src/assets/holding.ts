import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Account, Asset, Holding } from "../../generated/schema";
import { loadProtocol, saveProtocol } from "../shared/protocol";

export function loadHolding(asset: Bytes, account: Bytes, event: ethereum.Event): Holding {
  const id = asset.concat(account);
  const known = Holding.load(id);
  if (known != null) return known;
  const holding = new Holding(id);
  holding.asset = asset;
  holding.account = account;
  holding.balance = BigInt.zero();
  holding.pledged = BigInt.zero();
  holding.frozen = BigInt.zero();
  holding.transferCount = 0;
  holding.createdAt = event.block.timestamp;
  return holding;
}

/** Changes a balance and keeps the number of holders. System contracts hold for others and are not counted. */
export function changeBalance(asset: Asset, account: Account, change: BigInt, event: ethereum.Event): void {
  const holding = loadHolding(asset.id, account.id, event);
  const before = holding.balance.isZero();
  holding.balance = holding.balance.plus(change);
  holding.transferCount += 1;
  holding.updatedAt = event.block.timestamp;
  holding.save();
  const after = holding.balance.isZero();
  if (before == after || account.isSystem) return;
  const holders = after ? -1 : 1;
  asset.holderCount += holders;
  const protocol = loadProtocol();
  protocol.holdingCount += holders;
  saveProtocol(protocol, event);
}
