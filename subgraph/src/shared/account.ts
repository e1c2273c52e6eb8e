import { Address, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Account } from "../../generated/schema";
import { loadProtocol, saveProtocol } from "./protocol";

export function isZero(address: Address): boolean {
  return address.equals(Address.zero());
}

/** The account, made where it was never seen. */
export function touchAccount(id: Bytes, event: ethereum.Event): Account {
  const known = Account.load(id);
  if (known != null) return known;
  const account = new Account(id);
  account.isSystem = false;
  account.hasPledged = false;
  account.createdAt = event.block.timestamp;
  account.createdAtBlock = event.block.number;
  account.keyEntryCount = 0;
  account.save();
  const protocol = loadProtocol();
  protocol.accountCount += 1;
  saveProtocol(protocol, event);
  return account;
}
