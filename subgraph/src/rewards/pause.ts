import { BigInt, ethereum } from "@graphprotocol/graph-ts";
import { touchAccount } from "../shared/account";
import { Domain } from "../shared/enums";
import { begin, finish } from "../shared/history";

/** A contract of rewards stopped, or goes on: history names the contract, and who signed is its `sender`. */
export function recordPause(event: ethereum.Event, until: BigInt): void {
  const kind = until.isZero() ? "REWARDS_UNPAUSED" : "REWARDS_PAUSED";
  finish(begin(event, Domain.REWARDS, kind, touchAccount(event.address, event).id));
}
