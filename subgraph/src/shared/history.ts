import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Activity, Transaction } from "../../generated/schema";
import { eventId, sequence } from "./ids";
import { loadTotals } from "./protocol";

/**
 * Starts a row of history about an account that exists (`touchAccount` sees to that); the caller adds what the row is about and
 * hands it to `finish`.
 */
export function begin(event: ethereum.Event, domain: string, kind: string, account: Bytes): Transaction {
  const row = new Transaction(eventId(event));
  row.domain = domain;
  row.kind = kind;
  row.account = account;
  row.sequence = sequence(event);
  row.sender = event.transaction.from;
  row.blockNumber = event.block.number;
  row.blockHash = event.block.hash;
  row.timestamp = event.block.timestamp;
  row.transactionHash = event.transaction.hash;
  row.transactionIndex = event.transaction.index.toI32();
  row.logIndex = event.logIndex.toI32();
  row.emitter = event.address;
  return row;
}

export function finish(row: Transaction): void {
  row.save();
  // graph-node sets id and timestamp of a point itself.
  const point = new Activity(0);
  point.timestamp = 0;
  point.domain = row.domain;
  point.save();
  const totals = loadTotals();
  totals.transactionCount = totals.transactionCount.plus(BigInt.fromI32(1));
  if (row.transfer !== null) totals.transferCount += 1;
  if (row.trade !== null) totals.tradeCount += 1;
  totals.save();
}
