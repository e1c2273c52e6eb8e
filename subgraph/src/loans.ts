import { BigInt, Bytes, dataSource, ethereum } from "@graphprotocol/graph-ts";
import { RateMoved } from "../generated/InterestRateModel/InterestRateModel";
import {
  AuthorizationSet,
  Borrowed,
  CapsSet,
  CollateralSupplied,
  CollateralWithdrawn,
  InterestAccrued,
  Liquidated,
  MarketCreated,
  MoneyListed,
  OracleListed,
  PauseSet,
  PositionFlagged,
  PositionRecovered,
  RateModelListed,
  Repaid,
  Supplied,
  Withdrawn,
} from "../generated/LendingMarkets/LendingMarkets";
import { LendingAuthorization, LendingEvent, LendingMarket, Transaction } from "../generated/schema";
import {
  lessenDebt,
  listOracle,
  listRateModel,
  loadLending,
  newFlow,
  newMarket,
  saveLending,
  saveMarket,
  snapshotMarket,
} from "./loans/market";
import { recordPause } from "./loans/pause";
import { changePledge } from "./loans/pledge";
import { loadPosition, newLendingEvent, Standing, savePosition } from "./loans/position";
import { touchAccount } from "./shared/account";
import { Domain } from "./shared/enums";
import { begin, finish } from "./shared/history";
import { listMoney } from "./shared/money";
import { loadProtocol, saveProtocol } from "./shared/protocol";

const ZERO = BigInt.zero();

export function handleOracleListed(event: OracleListed): void {
  const listed = event.params.listed;
  const oracle = touchAccount(event.params.oracle, event).id;
  listOracle(oracle, listed, event);
  saveLending(loadLending(event.address), event);
  finish(begin(event, Domain.LOANS, listed ? "ORACLE_LISTED" : "ORACLE_DELISTED", oracle));
}

export function handleRateModelListed(event: RateModelListed): void {
  const listed = event.params.listed;
  const model = touchAccount(event.params.rateModel, event).id;
  listRateModel(model, listed, event);
  finish(begin(event, Domain.LOANS, listed ? "RATE_MODEL_LISTED" : "RATE_MODEL_DELISTED", model));
}

export function handleMarketCreated(event: MarketCreated): void {
  const params = event.params.params;
  const lending = loadLending(event.address);
  lending.marketCount += 1;
  saveLending(lending, event);
  const protocol = loadProtocol();
  protocol.lendingMarketCount += 1;
  saveProtocol(protocol, event);
  const market = newMarket(event.params.id, lending, event);
  market.loanToken = params.loanToken;
  market.collateral = params.collateral;
  market.regulated = event.params.regulated;
  if (event.params.regulated) market.asset = params.collateral;
  market.oracle = params.oracle;
  market.rateModel = params.rateModel;
  market.lltv = params.lltv;
  market.dust = params.dust;
  saveMarket(market, event);
  finish(rowOf(event, "LENDING_MARKET_CREATED", market, touchAccount(event.address, event).id));
}

/** The first caps come with the market. */
export function handleCapsSet(event: CapsSet): void {
  const market = LendingMarket.load(event.params.id);
  if (market == null) return;
  const isNew = market.transactionHash.equals(event.transaction.hash);
  market.supplyCap = event.params.supplyCap;
  market.borrowCap = event.params.borrowCap;
  saveMarket(market, event);
  if (isNew) return;
  finish(rowOf(event, "LENDING_CAPS_SET", market, touchAccount(event.address, event).id));
}

/** Comes before the change's own event, and alone where somebody only had interest reckoned. */
export function handleInterestAccrued(event: InterestAccrued): void {
  const market = LendingMarket.load(event.params.id);
  if (market == null) return;
  const interest = event.params.interest;
  market.borrowRate = event.params.rate;
  market.borrowed = market.borrowed.plus(interest);
  market.supplied = market.supplied.plus(interest);
  market.cumulativeInterest = market.cumulativeInterest.plus(interest);
  market.accruedAt = event.block.timestamp;
  saveMarket(market, event);
  snapshotMarket(market);
  if (interest.isZero()) return;
  const flow = newFlow(market);
  flow.interest = interest;
  flow.save();
}

/** Other contracts may use the model too; it names whose rate moved. */
export function handleRateMoved(event: RateMoved): void {
  const markets = dataSource.context().getBytes("lendingMarkets");
  const market = LendingMarket.load(event.params.id);
  if (market == null || !event.params.market.equals(markets)) return;
  market.rateAtTarget = event.params.rateAtTarget;
  market.save();
}

export function handleSupplied(event: Supplied): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const position = loadPosition(market, params.account, event);
  const before = new Standing(position);
  position.supplyShares = position.supplyShares.plus(params.shares);
  position.deposited = position.deposited.plus(params.assets);
  savePosition(position, before, market, event);
  market.supplied = market.supplied.plus(params.assets);
  market.supplyShares = market.supplyShares.plus(params.shares);
  market.cumulativeDeposit = market.cumulativeDeposit.plus(params.assets);
  const flow = newFlow(market);
  flow.deposited = params.assets;
  flow.save();

  const change = newLendingEvent(event, "SUPPLIED", position, params.caller);
  change.assets = params.assets;
  change.shares = params.shares;
  tell(event, "LOAN_SUPPLIED", market, change, params.caller);
}

export function handleLoanWithdrawn(event: Withdrawn): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const position = loadPosition(market, params.account, event);
  const before = new Standing(position);
  position.supplyShares = position.supplyShares.minus(params.shares);
  position.withdrawn = position.withdrawn.plus(params.assets);
  savePosition(position, before, market, event);
  market.supplied = market.supplied.minus(params.assets);
  market.supplyShares = market.supplyShares.minus(params.shares);
  market.cumulativeWithdraw = market.cumulativeWithdraw.plus(params.assets);
  const flow = newFlow(market);
  flow.withdrawn = params.assets;
  flow.save();

  const change = newLendingEvent(event, "WITHDRAWN", position, params.caller);
  change.receiver = touchAccount(params.receiver, event).id;
  change.assets = params.assets;
  change.shares = params.shares;
  tell(event, "LOAN_WITHDRAWN", market, change, params.receiver);
}

export function handleBorrowed(event: Borrowed): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const position = loadPosition(market, params.account, event);
  const before = new Standing(position);
  position.borrowShares = position.borrowShares.plus(params.shares);
  position.borrowed = position.borrowed.plus(params.assets);
  savePosition(position, before, market, event);
  market.borrowed = market.borrowed.plus(params.assets);
  market.borrowShares = market.borrowShares.plus(params.shares);
  market.cumulativeBorrow = market.cumulativeBorrow.plus(params.assets);
  const flow = newFlow(market);
  flow.borrowed = params.assets;
  flow.save();

  const change = newLendingEvent(event, "BORROWED", position, params.caller);
  change.receiver = touchAccount(params.receiver, event).id;
  change.assets = params.assets;
  change.shares = params.shares;
  tell(event, "LOAN_BORROWED", market, change, params.receiver);
}

export function handleLoanRepaid(event: Repaid): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const position = loadPosition(market, params.account, event);
  const before = new Standing(position);
  position.borrowShares = position.borrowShares.minus(params.shares);
  position.repaid = position.repaid.plus(params.assets);
  savePosition(position, before, market, event);
  lessenDebt(market, params.assets, params.shares);
  market.cumulativeRepay = market.cumulativeRepay.plus(params.assets);
  const flow = newFlow(market);
  flow.repaid = params.assets;
  flow.save();

  const change = newLendingEvent(event, "REPAID", position, params.caller);
  change.assets = params.assets;
  change.shares = params.shares;
  tell(event, "LOAN_REPAID", market, change, params.caller);
}

export function handleCollateralSupplied(event: CollateralSupplied): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const position = loadPosition(market, params.account, event);
  const before = new Standing(position);
  position.collateral = position.collateral.plus(params.assets);
  savePosition(position, before, market, event);
  changePledge(market, position.account, params.assets, event);
  market.collateralAmount = market.collateralAmount.plus(params.assets);

  const change = newLendingEvent(event, "COLLATERAL_SUPPLIED", position, params.caller);
  change.collateral = params.assets;
  tell(event, "COLLATERAL_SUPPLIED", market, change, params.caller);
}

export function handleCollateralWithdrawn(event: CollateralWithdrawn): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const position = loadPosition(market, params.account, event);
  const before = new Standing(position);
  position.collateral = position.collateral.minus(params.assets);
  savePosition(position, before, market, event);
  changePledge(market, position.account, params.assets.neg(), event);
  market.collateralAmount = market.collateralAmount.minus(params.assets);

  const change = newLendingEvent(event, "COLLATERAL_WITHDRAWN", position, params.caller);
  change.receiver = touchAccount(params.receiver, event).id;
  change.collateral = params.assets;
  tell(event, "COLLATERAL_WITHDRAWN", market, change, params.receiver);
}

/** What a lost position is written off for leaves both totals at once: the lenders bear it in this very call. */
export function handleLiquidated(event: Liquidated): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const shares = params.repaidShares.plus(params.badShares);
  const position = loadPosition(market, params.borrower, event);
  const before = new Standing(position);
  const flaggedAt = position.flaggedAt;
  position.borrowShares = position.borrowShares.minus(shares);
  position.collateral = position.collateral.minus(params.seized);
  if (position.borrowShares.isZero()) position.flaggedAt = ZERO;
  position.liquidated = position.liquidated.plus(params.repaid);
  position.seized = position.seized.plus(params.seized);
  position.badDebt = position.badDebt.plus(params.badDebt);
  position.liquidationCount += 1;
  savePosition(position, before, market, event);
  changePledge(market, position.account, params.seized.neg(), event);
  lessenDebt(market, params.repaid.plus(params.badDebt), shares);
  market.supplied = market.supplied.minus(params.badDebt);
  market.collateralAmount = market.collateralAmount.minus(params.seized);
  market.cumulativeLiquidate = market.cumulativeLiquidate.plus(params.repaid);
  market.cumulativeSeized = market.cumulativeSeized.plus(params.seized);
  market.badDebt = market.badDebt.plus(params.badDebt);
  market.liquidationCount += 1;
  const lending = loadLending(market.protocol);
  lending.liquidationCount += 1;
  saveLending(lending, event);
  const protocol = loadProtocol();
  protocol.liquidationCount += 1;
  saveProtocol(protocol, event);
  const flow = newFlow(market);
  flow.liquidated = params.repaid;
  flow.seized = params.seized;
  flow.badDebt = params.badDebt;
  flow.save();

  const change = newLendingEvent(event, "LIQUIDATED", position, params.caller);
  change.assets = params.repaid;
  change.shares = params.repaidShares;
  change.collateral = params.seized;
  change.badDebt = params.badDebt;
  change.badShares = params.badShares;
  change.flaggedAt = flaggedAt;
  tell(event, "POSITION_LIQUIDATED", market, change, params.caller);
}

export function handlePositionFlagged(event: PositionFlagged): void {
  const market = LendingMarket.load(event.params.id);
  if (market == null) return;
  const flagged = !event.params.flaggedAt.isZero();
  const position = loadPosition(market, event.params.borrower, event);
  position.flaggedAt = event.params.flaggedAt;
  savePosition(position, new Standing(position), market, event);

  // The event does not name who called.
  const caller = event.transaction.from;
  const change = newLendingEvent(event, flagged ? "FLAGGED" : "UNFLAGGED", position, caller);
  tell(event, flagged ? "POSITION_FLAGGED" : "POSITION_UNFLAGGED", market, change, caller);
}

/** The figures of the debt go with it; what the lost account lent is bearer and stays. */
export function handlePositionRecovered(event: PositionRecovered): void {
  const params = event.params;
  const market = LendingMarket.load(params.id);
  if (market == null) return;
  const lost = loadPosition(market, params.lost, event);
  const lostBefore = new Standing(lost);
  const successor = loadPosition(market, params.successor, event);
  const before = new Standing(successor);
  successor.collateral = successor.collateral.plus(params.collateral);
  successor.borrowShares = successor.borrowShares.plus(params.borrowShares);
  successor.borrowed = successor.borrowed.plus(lost.borrowed);
  successor.repaid = successor.repaid.plus(lost.repaid);
  successor.liquidated = successor.liquidated.plus(lost.liquidated);
  successor.seized = successor.seized.plus(lost.seized);
  successor.badDebt = successor.badDebt.plus(lost.badDebt);
  savePosition(successor, before, market, event);
  lost.collateral = ZERO;
  lost.borrowShares = ZERO;
  lost.flaggedAt = ZERO;
  lost.borrowed = ZERO;
  lost.repaid = ZERO;
  lost.liquidated = ZERO;
  lost.seized = ZERO;
  lost.badDebt = ZERO;
  savePosition(lost, lostBefore, market, event);
  changePledge(market, lost.account, params.collateral.neg(), event);
  changePledge(market, successor.account, params.collateral, event);

  const change = newLendingEvent(event, "RECOVERED", lost, event.transaction.from);
  change.receiver = successor.account;
  change.collateral = params.collateral;
  change.shares = params.borrowShares;
  tell(event, "POSITION_RECOVERED", market, change, params.successor);
}

/** Saves all that changed and tells it as one row; `other` is named only where it is not the position's own account. */
function tell(event: ethereum.Event, kind: string, market: LendingMarket, change: LendingEvent, other: Bytes): void {
  change.save();
  saveMarket(market, event);
  snapshotMarket(market);
  const row = rowOf(event, kind, market, change.account);
  if (!other.equals(change.account)) row.counterparty = touchAccount(other, event).id;
  if (!change.collateral.isZero()) {
    row.amount = change.collateral;
    row.token = market.collateral;
  }
  if (!change.assets.isZero()) row.moneyAmount = change.assets;
  row.lendingEvent = change.id;
  finish(row);
}

function rowOf(event: ethereum.Event, kind: string, market: LendingMarket, account: Bytes): Transaction {
  const row = begin(event, Domain.LOANS, kind, account);
  row.lendingMarket = market.id;
  row.money = market.loanToken;
  row.asset = market.asset;
  return row;
}

export function handleAuthorizationSet(event: AuthorizationSet): void {
  const params = event.params;
  const authorizer = touchAccount(params.authorizer, event).id;
  const authorized = touchAccount(params.authorized, event).id;
  const authorization = new LendingAuthorization(authorizer.concat(authorized));
  authorization.authorizer = authorizer;
  authorization.authorized = authorized;
  authorization.isAuthorized = params.isAuthorized;
  authorization.updatedAt = event.block.timestamp;
  authorization.save();

  const kind = params.isAuthorized ? "LENDING_AUTHORIZED" : "LENDING_UNAUTHORIZED";
  const row = begin(event, Domain.LOANS, kind, authorizer);
  row.counterparty = authorized;
  finish(row);
}

export function handleMarketsPauseSet(event: PauseSet): void {
  const lending = loadLending(event.address);
  lending.pausedUntil = event.params.until;
  saveLending(lending, event);
  recordPause(event, event.params.until);
}

export function handleMarketsMoneyListed(event: MoneyListed): void {
  listMoney(event, Domain.LOANS, "LENDING", event.params.money, event.params.listed);
}
