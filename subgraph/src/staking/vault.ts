import { BigInt, Bytes, ethereum } from "@graphprotocol/graph-ts";
import { StakingPosition, Vault } from "../../generated/schema";
import { loadProtocol, saveProtocol } from "../shared/protocol";

const ZERO = BigInt.zero();
const ONE = BigInt.fromI32(1);
const WHOLE_QTI = BigInt.fromU64(1_000_000_000_000_000_000);
const WHOLE_SHARE = WHOLE_QTI.times(BigInt.fromI32(1_000_000));
// The vault's virtual shares (offset 6) and the least shares between which its stream flows.
const VIRTUAL_SHARES = BigInt.fromI32(1_000_000);
const MIN_SHARES = BigInt.fromU64(1_000_000_000_000);

export function loadVault(id: Bytes): Vault {
  const known = Vault.load(id);
  if (known != null) return known;
  const vault = new Vault(id);
  vault.totalAssets = ZERO;
  vault.totalShares = ZERO;
  vault.streamLeft = ZERO;
  vault.streamEnd = ZERO;
  vault.accruedAt = ZERO;
  vault.sharePrice = WHOLE_QTI;
  vault.deposited = ZERO;
  vault.withdrawn = ZERO;
  vault.rewarded = ZERO;
  vault.skimmed = ZERO;
  vault.pausedUntil = ZERO;
  vault.stakerCount = 0;
  return vault;
}

/** ERC-4626 `convertToAssets` with the vault's virtual offset; the divisor is never zero. */
export function toAssetsDown(shares: BigInt, totalAssets: BigInt, totalShares: BigInt): BigInt {
  return shares.times(totalAssets.plus(ONE)).div(totalShares.plus(VIRTUAL_SHARES));
}

export function sharePriceDown(totalAssets: BigInt, totalShares: BigInt): BigInt {
  return toAssetsDown(WHOLE_SHARE, totalAssets, totalShares);
}

/** What the vault itself would answer to `totalAssets()` at `time`: what it stated last and what flowed since. */
export function totalAssetsAt(vault: Vault, time: BigInt): BigInt {
  const isRunning = vault.totalAssets.ge(WHOLE_QTI) && vault.totalShares.ge(MIN_SHARES);
  if (!isRunning || vault.streamLeft.isZero()) return vault.totalAssets;
  if (time.ge(vault.streamEnd)) return vault.totalAssets.plus(vault.streamLeft);
  const flowed = vault.streamLeft.times(time.minus(vault.accruedAt)).div(vault.streamEnd.minus(vault.accruedAt));
  return vault.totalAssets.plus(flowed);
}

export function loadPosition(vault: Bytes, account: Bytes, event: ethereum.Event): StakingPosition {
  const id = vault.concat(account);
  const known = StakingPosition.load(id);
  if (known != null) return known;
  const position = new StakingPosition(id);
  position.vault = vault;
  position.account = account;
  position.shares = ZERO;
  position.deposited = ZERO;
  position.withdrawn = ZERO;
  position.receivedAssets = ZERO;
  position.sentAssets = ZERO;
  position.createdAt = event.block.timestamp;
  return position;
}

/** Saves the position with other shares and keeps the number of stakers. */
export function saveShares(position: StakingPosition, shares: BigInt, event: ethereum.Event): void {
  const before = position.shares.isZero();
  position.shares = shares;
  position.updatedAt = event.block.timestamp;
  position.save();
  const after = shares.isZero();
  if (before == after) return;
  const change = after ? -1 : 1;
  const vault = loadVault(position.vault);
  vault.stakerCount += change;
  vault.save();
  const protocol = loadProtocol();
  protocol.stakerCount += change;
  saveProtocol(protocol, event);
}
