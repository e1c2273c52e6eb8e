import { Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Trade, Transaction, Transfer } from "../../generated/schema";
import { Domain } from "../shared/enums";
import { begin, finish } from "../shared/history";
import { eventId } from "../shared/ids";

/**
 * Forced moves, redemptions and recoveries tell why right after the `Transfer` that they caused, so the row of that log is
 * told again with its reason: immutable rows may still change in the block that made them. A row of its own stands in
 * where no such move is there, as for a token that was born in this very block, whose logs come last.
 */
export function explainMove(
  event: ethereum.Event,
  asset: Bytes,
  transferKind: string,
  rowKind: string,
  account: Bytes,
): Transaction {
  const id = previousId(event);
  const transfer = Transfer.loadInBlock(id);
  const row = Transaction.loadInBlock(id);
  if (transfer != null && row != null && transfer.asset.equals(asset)) {
    transfer.kind = transferKind;
    transfer.save();
    row.kind = rowKind;
    return row;
  }
  const own = begin(event, Domain.ASSETS, rowKind, account);
  own.asset = asset;
  own.token = asset;
  return own;
}

/** Saves what `explainMove` gave; only a row of its own has still to be counted. */
export function tell(row: Transaction, event: ethereum.Event): void {
  if (row.id.equals(eventId(event))) finish(row);
  else row.save();
}

/** The trade that these shares move for: the exchange tells it in the log right before, and then moves them. */
export function tradeBehind(event: ethereum.Event, from: Bytes, to: Bytes): Trade | null {
  const trade = Trade.loadInBlock(previousId(event));
  if (trade == null) return null;
  const isIts = trade.asset.equals(event.address) && trade.seller.equals(from) && trade.buyer.equals(to);
  return isIts ? trade : null;
}

/** Id of whatever the log right before this one stands for; only a log of the same transaction has it. */
function previousId(event: ethereum.Event): Bytes {
  return event.transaction.hash.concatI32(event.logIndex.toI32() - 1);
}
