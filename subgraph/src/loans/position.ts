import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { LendingEvent, LendingMarket, LendingPosition } from "../../generated/schema";
import { touchAccount } from "../shared/account";
import { eventId, sequence } from "../shared/ids";
import { loadProtocol, saveProtocol } from "../shared/protocol";
import { loadLending, saveLending } from "./market";

const ZERO = BigInt.zero();

/** The account's position, made and counted where it is new; the market is saved by the caller. */
export function loadPosition(market: LendingMarket, account: Bytes, event: ethereum.Event): LendingPosition {
  const id = market.id.concat(account);
  const known = LendingPosition.load(id);
  if (known != null) return known;
  const position = new LendingPosition(id);
  position.market = market.id;
  position.account = touchAccount(account, event).id;
  position.supplyShares = ZERO;
  position.borrowShares = ZERO;
  position.collateral = ZERO;
  position.flaggedAt = ZERO;
  position.deposited = ZERO;
  position.withdrawn = ZERO;
  position.borrowed = ZERO;
  position.repaid = ZERO;
  position.liquidated = ZERO;
  position.seized = ZERO;
  position.badDebt = ZERO;
  position.liquidationCount = 0;
  position.createdAt = event.block.timestamp;
  market.positionCount += 1;
  const lending = loadLending(market.protocol);
  lending.positionCount += 1;
  saveLending(lending, event);
  const protocol = loadProtocol();
  protocol.lendingPositionCount += 1;
  saveProtocol(protocol, event);
  return position;
}

/** What a position was before a change, for those who count. */
export class Standing {
  lends: boolean;
  owes: boolean;
  isOpen: boolean;

  constructor(position: LendingPosition) {
    this.lends = !position.supplyShares.isZero();
    this.owes = !position.borrowShares.isZero();
    this.isOpen = this.lends || this.owes || !position.collateral.isZero();
  }
}

/** Saves the position and keeps the numbers of those who lend and owe; the market is saved by the caller. */
export function savePosition(
  position: LendingPosition,
  before: Standing,
  market: LendingMarket,
  event: ethereum.Event,
): void {
  position.updatedAt = event.block.timestamp;
  position.save();
  const after = new Standing(position);
  market.lendingPositionCount += turn(before.lends, after.lends);
  market.openPositionCount += turn(before.isOpen, after.isOpen);
  const owes = turn(before.owes, after.owes);
  if (owes == 0) return;
  market.borrowingPositionCount += owes;
  const lending = loadLending(market.protocol);
  lending.borrowingPositionCount += owes;
  saveLending(lending, event);
}

function turn(before: boolean, after: boolean): i32 {
  return (after ? 1 : 0) - (before ? 1 : 0);
}

/** A row of the position's timeline, as it stands now; still to be told what moved, and to be saved. */
export function newLendingEvent(
  event: ethereum.Event,
  kind: string,
  position: LendingPosition,
  caller: Bytes,
): LendingEvent {
  const row = new LendingEvent(eventId(event));
  row.kind = kind;
  row.market = position.market;
  row.position = position.id;
  row.account = position.account;
  row.caller = touchAccount(caller, event).id;
  row.assets = ZERO;
  row.shares = ZERO;
  row.collateral = ZERO;
  row.badDebt = ZERO;
  row.badShares = ZERO;
  row.supplySharesAfter = position.supplyShares;
  row.borrowSharesAfter = position.borrowShares;
  row.collateralAfter = position.collateral;
  row.flaggedAt = position.flaggedAt;
  row.sequence = sequence(event);
  row.blockNumber = event.block.number;
  row.timestamp = event.block.timestamp;
  row.transactionHash = event.transaction.hash;
  row.logIndex = event.logIndex.toI32();
  return row;
}
