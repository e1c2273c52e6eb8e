import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import {
  LendingFlow,
  LendingMarket,
  LendingMarketSnapshot,
  LendingOracle,
  LendingProtocol,
  LendingRateModel,
} from "../../generated/schema";

const ZERO = BigInt.zero();
const WAD = BigInt.fromU64(1_000_000_000_000_000_000);

export function loadLending(id: Bytes): LendingProtocol {
  const known = LendingProtocol.load(id);
  if (known != null) return known;
  const lending = new LendingProtocol(id);
  lending.pausedUntil = ZERO;
  lending.marketCount = 0;
  lending.positionCount = 0;
  lending.borrowingPositionCount = 0;
  lending.liquidationCount = 0;
  return lending;
}

export function saveLending(lending: LendingProtocol, event: ethereum.Event): void {
  lending.updatedAt = event.block.timestamp;
  lending.save();
}

/** The contract lists what a market names before the market is made; one that is not listed any more keeps its markets. */
export function listOracle(id: Bytes, listed: boolean, event: ethereum.Event): void {
  const oracle = new LendingOracle(id);
  oracle.listed = listed;
  oracle.updatedAt = event.block.timestamp;
  oracle.save();
}

export function listRateModel(id: Bytes, listed: boolean, event: ethereum.Event): void {
  const model = new LendingRateModel(id);
  model.listed = listed;
  model.updatedAt = event.block.timestamp;
  model.save();
}

export function newMarket(id: Bytes, lending: LendingProtocol, event: ethereum.Event): LendingMarket {
  const market = new LendingMarket(id);
  market.protocol = lending.id;
  market.supplyCap = ZERO;
  market.borrowCap = ZERO;
  market.supplied = ZERO;
  market.supplyShares = ZERO;
  market.borrowed = ZERO;
  market.borrowShares = ZERO;
  market.collateralAmount = ZERO;
  market.accruedAt = event.block.timestamp;
  market.utilization = ZERO;
  market.borrowRate = ZERO;
  market.supplyRate = ZERO;
  market.rateAtTarget = ZERO;
  market.cumulativeDeposit = ZERO;
  market.cumulativeWithdraw = ZERO;
  market.cumulativeBorrow = ZERO;
  market.cumulativeRepay = ZERO;
  market.cumulativeLiquidate = ZERO;
  market.cumulativeSeized = ZERO;
  market.cumulativeInterest = ZERO;
  market.badDebt = ZERO;
  market.positionCount = 0;
  market.openPositionCount = 0;
  market.lendingPositionCount = 0;
  market.borrowingPositionCount = 0;
  market.liquidationCount = 0;
  market.createdAt = event.block.timestamp;
  market.createdAtBlock = event.block.number;
  market.transactionHash = event.transaction.hash;
  return market;
}

export function saveMarket(market: LendingMarket, event: ethereum.Event): void {
  market.utilization = market.supplied.isZero() ? ZERO : market.borrowed.times(WAD).div(market.supplied);
  market.supplyRate = market.borrowRate.times(market.utilization).div(WAD);
  market.updatedAt = event.block.timestamp;
  market.save();
}

/** The contract rounds a payment up and never lets it take more than there is. */
export function lessenDebt(market: LendingMarket, assets: BigInt, shares: BigInt): void {
  market.borrowed = assets.gt(market.borrowed) ? ZERO : market.borrowed.minus(assets);
  market.borrowShares = market.borrowShares.minus(shares);
}

/** A point of the market's time series, as it stands. */
export function snapshotMarket(market: LendingMarket): void {
  const point = new LendingMarketSnapshot(0);
  point.timestamp = 0;
  point.market = market.id;
  point.supplied = market.supplied;
  point.borrowed = market.borrowed;
  point.collateralAmount = market.collateralAmount;
  point.utilization = market.utilization;
  point.borrowRate = market.borrowRate;
  point.supplyRate = market.supplyRate;
  point.rateAtTarget = market.rateAtTarget;
  point.save();
}

/** A move that is still to be told what moved, and to be saved. */
export function newFlow(market: LendingMarket): LendingFlow {
  const point = new LendingFlow(0);
  point.timestamp = 0;
  point.market = market.id;
  point.deposited = ZERO;
  point.withdrawn = ZERO;
  point.borrowed = ZERO;
  point.repaid = ZERO;
  point.interest = ZERO;
  point.liquidated = ZERO;
  point.seized = ZERO;
  point.badDebt = ZERO;
  return point;
}
