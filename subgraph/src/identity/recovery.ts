import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Account, Recovery } from "../../generated/schema";
import { eventId } from "../shared/ids";

export function newRecovery(lost: Account, successor: Account, identity: Bytes, event: ethereum.Event): Recovery {
  const recovery = new Recovery(eventId(event));
  recovery.lost = lost.id;
  recovery.successor = successor.id;
  recovery.identity = identity;
  recovery.state = "PROPOSED";
  recovery.readyAt = BigInt.zero();
  recovery.createdAt = event.block.timestamp;
  recovery.transactionHash = event.transaction.hash;
  return recovery;
}

/** The recovery that was pending for the account, now ended and still to be saved: an account has one at a time. */
export function closeRecovery(lost: Account, state: string, event: ethereum.Event): Recovery | null {
  const id = lost.recovery;
  if (id === null) return null;
  const recovery = Recovery.load(id);
  if (recovery == null) return null;
  recovery.state = state;
  recovery.closedAt = event.block.timestamp;
  return recovery;
}
