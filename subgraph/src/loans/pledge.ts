import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Account, LendingEvent, LendingMarket, Transaction, Transfer } from "../../generated/schema";
import { loadHolding } from "../assets/holding";
import { loadTotals } from "../shared/protocol";

/** How far back in a transaction a pledge may lie before its shares move: what a callback of its owner may do in between. */
const LOGS_BEFORE = 64;

/** Shares of a tokenized asset that are pledged stay their owner's: its holding shows them beside the balance. */
export function changePledge(market: LendingMarket, account: Bytes, change: BigInt, event: ethereum.Event): void {
  const asset = market.asset;
  if (asset === null) return;
  const holding = loadHolding(asset, account, event);
  holding.pledged = holding.pledged.plus(change);
  holding.updatedAt = event.block.timestamp;
  holding.save();
}

/**
 * What the lending markets told of a move of shares into or out of them: a pledge, its return or its seizure. They tell it right before they
 * move shares out; before shares come in, a callback of their owner may leave logs of its own.
 */
export function pledgeBehind(event: ethereum.Event, from: Bytes, to: Bytes, amount: BigInt): LendingEvent | null {
  const comesIn = isSystem(to);
  if (!comesIn && !isSystem(from)) return null;
  const logsBefore = comesIn ? LOGS_BEFORE : 1;
  for (let back = 1; back <= logsBefore && back <= event.logIndex.toI32(); back++) {
    const told = LendingEvent.loadInBlock(event.transaction.hash.concatI32(event.logIndex.toI32() - back));
    if (told == null) continue;
    const market = LendingMarket.load(told.market);
    if (market == null || !market.collateral.equals(event.address) || !told.collateral.equals(amount)) return null;
    const isIts = comesIn
      ? told.kind == "COLLATERAL_SUPPLIED" && told.caller.equals(from) && market.protocol.equals(to)
      : takerOf(told).equals(to) && market.protocol.equals(from);
    return isIts ? told : null;
  }
  return null;
}

function isSystem(id: Bytes): boolean {
  const account = Account.load(id);
  return account != null && account.isSystem;
}

/** Who gets collateral that leaves. */
function takerOf(told: LendingEvent): Bytes {
  const receiver = told.receiver;
  return told.kind == "LIQUIDATED" || receiver === null ? told.caller : receiver;
}

export function transferKind(pledge: LendingEvent): string {
  if (pledge.kind == "COLLATERAL_SUPPLIED") return "PLEDGE";
  return pledge.kind == "LIQUIDATED" ? "SEIZURE" : "RELEASE";
}

/** The pledge was told already, as one row: that its shares moved is no news of its own. */
export function addToPledge(transfer: Transfer, pledge: LendingEvent): void {
  const row = Transaction.loadInBlock(pledge.id);
  if (row != null) {
    row.transfer = transfer.id;
    row.save();
  }
  const totals = loadTotals();
  totals.transferCount += 1;
  totals.save();
}
