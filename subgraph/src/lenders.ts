import { BigInt, Bytes, dataSource, ethereum } from "@graphprotocol/graph-ts";
import {
  Deposit as FirstLossDeposit,
  Transfer as FirstLossTransfer,
  Withdraw as FirstLossWithdraw,
  NoticeCancelled,
  NoticeGiven,
  SharesForgone,
} from "../generated/FirstLossPool/FirstLossPool";
import { CreditPool, PoolExit } from "../generated/schema";
import {
  ExitCancelled,
  ExitClaimed,
  ExitQueued,
  ExitServed,
  Deposit as SeniorDeposit,
  Transfer as SeniorTransfer,
  Withdraw as SeniorWithdraw,
} from "../generated/SeniorPool/SeniorPool";
import { loadBook } from "./book/book";
import { exitKey, loadNotice, newExit, saveExit, saveNotice } from "./lenders/leave";
import { burnShares, isCustody, mintShares, moveShares, tell } from "./lenders/move";
import { addFlow, loadPool, savePool, statePools } from "./lenders/pool";
import { loadPosition, newPoolEvent, ownedShares, savePosition } from "./lenders/position";
import { isZero } from "./shared/account";

const ZERO = BigInt.zero();

function senior(event: ethereum.Event): CreditPool {
  return loadPool(event.address, dataSource.context().getBytes("creditBook"), "SENIOR");
}

function firstLoss(event: ethereum.Event): CreditPool {
  return loadPool(event.address, dataSource.context().getBytes("creditBook"), "FIRST_LOSS");
}

export function handleSeniorTransfer(event: SeniorTransfer): void {
  const params = event.params;
  const pool = senior(event);
  if (isZero(params.from)) mintShares(pool, params.to, params.value, event);
  else if (isZero(params.to)) burnShares(pool, params.from, params.value, event);
  else moveShares(pool, params.from, params.to, params.value, event);
}

export function handleFirstLossTransfer(event: FirstLossTransfer): void {
  const params = event.params;
  const pool = firstLoss(event);
  if (isZero(params.from)) mintShares(pool, params.to, params.value, event);
  else if (isZero(params.to)) burnShares(pool, params.from, params.value, event);
  else moveShares(pool, params.from, params.to, params.value, event);
}

export function handleSeniorDeposit(event: SeniorDeposit): void {
  const params = event.params;
  deposit(event, senior(event), params.sender, params.owner, params.assets, params.shares);
}

export function handleFirstLossDeposit(event: FirstLossDeposit): void {
  const params = event.params;
  deposit(event, firstLoss(event), params.sender, params.owner, params.assets, params.shares);
}

/** The book has counted the money, and the shares were made: now the prices of shares are what they are. */
function deposit(
  event: ethereum.Event,
  pool: CreditPool,
  sender: Bytes,
  owner: Bytes,
  assets: BigInt,
  shares: BigInt,
): void {
  const position = loadPosition(pool, owner, event);
  position.deposited = position.deposited.plus(assets);
  savePosition(position, ownedShares(position), pool, isCustody(pool, owner), event);
  pool.deposited = pool.deposited.plus(assets);
  savePool(pool, event);
  statePools(loadBook(pool.book));
  addFlow(pool, assets, ZERO, ZERO);

  const change = newPoolEvent(event, "DEPOSITED", position);
  change.assets = assets;
  change.shares = shares;
  tell(event, "CREDIT_POOL_DEPOSITED", change, sender);
}

export function handleSeniorWithdraw(event: SeniorWithdraw): void {
  const params = event.params;
  withdraw(event, senior(event), params.receiver, params.owner, params.assets, params.shares, ZERO);
}

/** Only shares under notice can leave, and the notice holds them. */
export function handleFirstLossWithdraw(event: FirstLossWithdraw): void {
  const params = event.params;
  const pool = firstLoss(event);
  const notice = loadNotice(pool, params.owner, event);
  notice.shares = notice.shares.minus(params.shares);
  saveNotice(notice, event);
  pool.noticeShares = pool.noticeShares.minus(params.shares);
  withdraw(event, pool, params.receiver, params.owner, params.assets, params.shares, params.shares);
}

/** `ofNotice` are the shares that lay under notice; others left with the burn. */
function withdraw(
  event: ethereum.Event,
  pool: CreditPool,
  receiver: Bytes,
  owner: Bytes,
  assets: BigInt,
  shares: BigInt,
  ofNotice: BigInt,
): void {
  const position = loadPosition(pool, owner, event);
  const before = ownedShares(position);
  position.noticeShares = position.noticeShares.minus(ofNotice);
  position.withdrawn = position.withdrawn.plus(assets);
  savePosition(position, before, pool, isCustody(pool, owner), event);
  pool.withdrawn = pool.withdrawn.plus(assets);
  savePool(pool, event);
  addFlow(pool, ZERO, assets, ZERO);

  const change = newPoolEvent(event, "WITHDRAWN", position);
  change.assets = assets;
  change.shares = shares;
  tell(event, "CREDIT_POOL_WITHDRAWN", change, receiver);
}

export function handleExitQueued(event: ExitQueued): void {
  const params = event.params;
  const pool = senior(event);
  const position = loadPosition(pool, params.owner, event);
  const before = ownedShares(position);
  position.queuedShares = position.queuedShares.plus(params.shares);
  savePosition(position, before, pool, false, event);
  pool.queuedShares = pool.queuedShares.plus(params.shares);
  pool.exitCount += 1;
  savePool(pool, event);
  const exit = newExit(pool, params.ticket, position.account, event);
  exit.shares = params.shares;
  exit.left = params.shares;
  saveExit(exit, event);

  const change = newPoolEvent(event, "EXIT_QUEUED", position);
  change.shares = params.shares;
  change.exit = exit.id;
  tell(event, "EXIT_QUEUED", change, position.account);
}

/** A ticket that was served to its end may be cancelled too, for nothing. */
export function handleExitCancelled(event: ExitCancelled): void {
  const params = event.params;
  const pool = senior(event);
  const exit = PoolExit.load(exitKey(pool, params.ticket));
  if (exit == null || params.shares.isZero()) return;
  leaveQueue(event, pool, exit, params.shares, ZERO);
  exit.left = ZERO;
  exit.returned = exit.returned.plus(params.shares);
  exit.state = "CANCELLED";
  exit.closedAt = event.block.timestamp;
  saveExit(exit, event);

  const change = newPoolEvent(event, "EXIT_CANCELLED", loadPosition(pool, exit.owner, event));
  change.shares = params.shares;
  change.exit = exit.id;
  tell(event, "EXIT_CANCELLED", change, exit.owner);
}

/** What is left and less than a whole share went back to the owner before this. */
export function handleExitServed(event: ExitServed): void {
  const params = event.params;
  const pool = senior(event);
  const exit = PoolExit.load(exitKey(pool, params.ticket));
  if (exit == null) return;
  const gone = exit.left.minus(params.left);
  leaveQueue(event, pool, exit, gone, params.assets);
  exit.left = params.left;
  exit.served = exit.served.plus(params.shares);
  exit.returned = exit.returned.plus(gone.minus(params.shares));
  exit.assets = exit.assets.plus(params.assets);
  if (params.left.isZero()) {
    exit.state = "SERVED";
    exit.closedAt = event.block.timestamp;
  }
  saveExit(exit, event);
  addFlow(pool, ZERO, params.assets, ZERO);

  const change = newPoolEvent(event, "EXIT_SERVED", loadPosition(pool, exit.owner, event));
  change.assets = params.assets;
  change.shares = params.shares;
  change.exit = exit.id;
  tell(event, "EXIT_SERVED", change, exit.owner);
}

/** Shares leave the queue: back to the owner, or for money that waits to be claimed. */
function leaveQueue(event: ethereum.Event, pool: CreditPool, exit: PoolExit, shares: BigInt, assets: BigInt): void {
  const position = loadPosition(pool, exit.owner, event);
  const before = ownedShares(position);
  position.queuedShares = position.queuedShares.minus(shares);
  position.withdrawn = position.withdrawn.plus(assets);
  position.claimable = position.claimable.plus(assets);
  savePosition(position, before, pool, false, event);
  pool.queuedShares = pool.queuedShares.minus(shares);
  pool.withdrawn = pool.withdrawn.plus(assets);
  pool.claimable = pool.claimable.plus(assets);
  savePool(pool, event);
}

export function handleExitClaimed(event: ExitClaimed): void {
  const params = event.params;
  const pool = senior(event);
  const position = loadPosition(pool, params.owner, event);
  position.claimable = position.claimable.minus(params.assets);
  savePosition(position, ownedShares(position), pool, false, event);
  pool.claimable = pool.claimable.minus(params.assets);
  savePool(pool, event);

  const change = newPoolEvent(event, "EXIT_CLAIMED", position);
  change.assets = params.assets;
  tell(event, "EXIT_CLAIMED", change, params.receiver);
}

export function handleNoticeGiven(event: NoticeGiven): void {
  const params = event.params;
  const pool = firstLoss(event);
  const notice = loadNotice(pool, params.owner, event);
  notice.shares = params.shares;
  notice.readyAt = params.readyAt;
  notice.until = params.until;
  saveNotice(notice, event);
  changeNotice(event, pool, params.owner, "NOTICE_GIVEN", params.added);
}

export function handleNoticeCancelled(event: NoticeCancelled): void {
  const params = event.params;
  const pool = firstLoss(event);
  const notice = loadNotice(pool, params.owner, event);
  notice.shares = ZERO;
  notice.readyAt = ZERO;
  notice.until = ZERO;
  saveNotice(notice, event);
  changeNotice(event, pool, params.owner, "NOTICE_CANCELLED", params.shares.neg());
}

/** Shares come under notice, or from under it where there are less than none. */
function changeNotice(event: ethereum.Event, pool: CreditPool, owner: Bytes, kind: string, shares: BigInt): void {
  const position = loadPosition(pool, owner, event);
  const before = ownedShares(position);
  position.noticeShares = position.noticeShares.plus(shares);
  savePosition(position, before, pool, false, event);
  pool.noticeShares = pool.noticeShares.plus(shares);
  savePool(pool, event);

  const change = newPoolEvent(event, kind, position);
  change.shares = shares.abs();
  tell(event, kind, change, position.account);
}

/** Comes before the burn. What vouchers give up the contract of those who vouch gives up for them, and it has told whose it was. */
export function handleSharesForgone(event: SharesForgone): void {
  const params = event.params;
  const pool = firstLoss(event);
  pool.forgoneShares = pool.forgoneShares.plus(params.shares);
  savePool(pool, event);
  addFlow(pool, ZERO, ZERO, params.shares);
  if (isCustody(pool, params.owner)) return;
  const position = loadPosition(pool, params.owner, event);
  position.forgoneShares = position.forgoneShares.plus(params.shares);
  savePosition(position, ownedShares(position), pool, false, event);

  const change = newPoolEvent(event, "FORGONE", position);
  change.shares = params.shares;
  tell(event, "SHARES_FORGONE", change, position.account);
}
