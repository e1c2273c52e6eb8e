import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { touchAccount } from "../shared/account";
import { Domain } from "../shared/enums";
import { begin, finish } from "../shared/history";

/** A contract of loans stopped, or goes on: history names the contract, and who signed is its `sender`. */
export function recordPause(event: ethereum.Event, until: BigInt): void {
  const kind = until.isZero() ? "LOANS_UNPAUSED" : "LOANS_PAUSED";
  finish(begin(event, Domain.LOANS, kind, touchAccount(event.address, event).id));
}
