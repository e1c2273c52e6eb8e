import { BigDecimal, BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { CreditBook, CreditPool, CreditPoolFlow, CreditPoolSnapshot } from "../../generated/schema";

const ZERO = BigInt.zero();
const ONE = BigInt.fromI32(1);
// The pools' virtual shares (offset 6): what one unit of money bought at first.
const VIRTUAL_SHARES = BigInt.fromI32(1_000_000);

export function loadPool(id: Bytes, book: Bytes, tranche: string): CreditPool {
  const known = CreditPool.load(id);
  if (known != null) return known;
  const pool = new CreditPool(id);
  pool.book = book;
  pool.tranche = tranche;
  pool.totalShares = ZERO;
  pool.assets = ZERO;
  pool.sharePrice = priceOf(ZERO, ZERO);
  pool.exitPrice = pool.sharePrice;
  pool.deposited = ZERO;
  pool.withdrawn = ZERO;
  pool.claimable = ZERO;
  pool.queuedShares = ZERO;
  pool.noticeShares = ZERO;
  pool.vouchedShares = ZERO;
  pool.forgoneShares = ZERO;
  pool.holderCount = 0;
  pool.exitCount = 0;
  pool.updatedAt = ZERO;
  return pool;
}

/** Multiplied before it is divided: one rounding, at the 34th digit. */
function priceOf(assets: BigInt, totalShares: BigInt): BigDecimal {
  return assets.plus(ONE).times(VIRTUAL_SHARES).divDecimal(totalShares.plus(VIRTUAL_SHARES).toBigDecimal());
}

/** ERC-4626 `convertToAssets` with the pools' virtual offset; the divisor is never zero. */
export function toAssetsDown(shares: BigInt, assets: BigInt, totalShares: BigInt): BigInt {
  return shares.times(assets.plus(ONE)).div(totalShares.plus(VIRTUAL_SHARES));
}

/** Sets what the shares of both pools are worth: whatever changes the book may change both. */
export function statePools(book: CreditBook): void {
  stateSaved(book.seniorPool, book);
  stateSaved(book.firstLossPool, book);
}

function stateSaved(id: Bytes | null, book: CreditBook): void {
  if (id === null) return;
  const pool = CreditPool.load(id);
  if (pool != null) statePool(pool, book);
}

/** Sets what the pool's shares are worth as the book stands, saves that, and leaves a point of the time series. */
export function statePool(pool: CreditPool, book: CreditBook): void {
  const isSenior = pool.tranche == "SENIOR";
  pool.assets = isSenior ? book.senior : book.junior;
  pool.sharePrice = priceOf(pool.assets, pool.totalShares);
  pool.exitPrice = isSenior ? priceOf(book.seniorExit, pool.totalShares) : pool.sharePrice;
  pool.updatedAt = book.updatedAt;
  pool.save();
  const point = new CreditPoolSnapshot(0);
  point.timestamp = 0;
  point.pool = pool.id;
  point.totalShares = pool.totalShares;
  point.assets = pool.assets;
  point.sharePrice = pool.sharePrice;
  point.exitPrice = pool.exitPrice;
  point.save();
}

export function addFlow(pool: CreditPool, deposited: BigInt, withdrawn: BigInt, forgone: BigInt): void {
  const point = new CreditPoolFlow(0);
  point.timestamp = 0;
  point.pool = pool.id;
  point.deposited = deposited;
  point.withdrawn = withdrawn;
  point.forgone = forgone;
  point.save();
}

export function savePool(pool: CreditPool, event: ethereum.Event): void {
  pool.updatedAt = event.block.timestamp;
  pool.save();
}
