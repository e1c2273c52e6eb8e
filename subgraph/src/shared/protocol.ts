import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { Protocol, ProtocolSnapshot, Totals } from "../../generated/schema";

const SCHEMA_VERSION = "2.1.0";
const ZERO = BigInt.zero();

export function protocolId(): Bytes {
  return Bytes.fromHexString("0x71746900");
}

/**
 * The singleton. Load it, change it and save it without calling any other helper in between: each of them does the
 * same, and the later save would undo the earlier one.
 */
export function loadProtocol(): Protocol {
  const known = Protocol.load(protocolId());
  if (known != null) return known;
  const protocol = new Protocol(protocolId());
  protocol.schemaVersion = SCHEMA_VERSION;
  protocol.accountCount = 0;
  protocol.identityCount = 0;
  protocol.verifiedAccountCount = 0;
  protocol.attesterCount = 0;
  protocol.assetCount = 0;
  protocol.draftAssetCount = 0;
  protocol.activeAssetCount = 0;
  protocol.maturedAssetCount = 0;
  protocol.retiredAssetCount = 0;
  protocol.statedValue = ZERO;
  protocol.holdingCount = 0;
  protocol.incomePaymentCount = 0;
  protocol.marketCount = 0;
  protocol.totalStaked = ZERO;
  protocol.stakeShares = ZERO;
  protocol.sharePrice = BigInt.fromU64(1_000_000_000_000_000_000);
  protocol.stakerCount = 0;
  protocol.poolStaked = ZERO;
  protocol.poolPositionCount = 0;
  protocol.poolStakerCount = 0;
  protocol.rewardsFunded = ZERO;
  protocol.rewardsPaid = ZERO;
  protocol.pointsEarned = ZERO;
  protocol.pointsRedeemed = ZERO;
  protocol.referralCount = 0;
  protocol.storeOrderCount = 0;
  protocol.campaignCount = 0;
  protocol.lendingMarketCount = 0;
  protocol.lendingPositionCount = 0;
  protocol.liquidationCount = 0;
  protocol.appraisedAssetCount = 0;
  protocol.creditLineCount = 0;
  protocol.creditDrawn = ZERO;
  protocol.creditPaid = ZERO;
  protocol.creditWrittenOff = ZERO;
  protocol.vouchCount = 0;
  protocol.keyEntryCount = 0;
  protocol.recordRootCount = 0;
  protocol.totals = loadTotals().id;
  return protocol;
}

/** Counters of what nearly every event changes; saved by whoever changes them. */
export function loadTotals(): Totals {
  const known = Totals.load(protocolId());
  if (known != null) return known;
  const totals = new Totals(protocolId());
  totals.transactionCount = ZERO;
  totals.transferCount = 0;
  totals.tradeCount = 0;
  totals.save();
  return totals;
}

export function saveProtocol(protocol: Protocol, event: ethereum.Event): void {
  protocol.updatedAt = event.block.timestamp;
  protocol.updatedAtBlock = event.block.number;
  protocol.save();
}

/** A point of the time series of the whole; for changes of assets and identities, which are rare. */
export function snapshotProtocol(protocol: Protocol): void {
  const snapshot = new ProtocolSnapshot(0);
  snapshot.timestamp = 0;
  snapshot.protocol = protocol.id;
  snapshot.statedValue = protocol.statedValue;
  snapshot.activeAssetCount = protocol.activeAssetCount;
  snapshot.verifiedAccountCount = protocol.verifiedAccountCount;
  snapshot.save();
}
