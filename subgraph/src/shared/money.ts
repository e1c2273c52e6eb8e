import { Bytes, ethereum } from "@graphprotocol/graph-ts";
import { MoneyListing } from "../../generated/schema";
import { touchAccount } from "./account";
import { begin, finish } from "./history";

/** A contract takes a token as money from now on, or does no longer; every contract keeps its own list. */
export function listMoney(event: ethereum.Event, domain: string, use: string, money: Bytes, listed: boolean): void {
  const listing = new MoneyListing(event.address.concat(money));
  listing.contract = event.address;
  listing.use = use;
  listing.money = money;
  listing.listed = listed;
  listing.updatedAt = event.block.timestamp;
  listing.save();

  const kind = listed ? "MONEY_LISTED" : "MONEY_DELISTED";
  const row = begin(event, domain, kind, touchAccount(event.address, event).id);
  row.money = money;
  finish(row);
}
