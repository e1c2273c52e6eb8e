/**
 * The vault as a person would explain it, in plain numbers: no storage layout, no rounding but where it is said. The
 * contract is compared with it after random sequences.
 */
export interface VaultModel {
  /** QTI that belongs to the shares, at `updated`. */
  assets: bigint;
  /** QTI still to be streamed, over `rest` seconds of a running clock. */
  left: bigint;
  rest: bigint;
  updated: bigint;
  shares: Map<string, bigint>;
  donated: bigint;
}

const WEEK = 604_800n;
const VIRTUAL_SHARES = 10n ** 6n;
const VIRTUAL_ASSETS = 1n;
const ONE_QTI = 10n ** 18n;
const ENOUGH_SHARES = 10n ** 12n;

export function newVault(now: bigint): VaultModel {
  return { assets: 0n, left: 0n, rest: 0n, updated: now, shares: new Map(), donated: 0n };
}

export function totalShares(vault: VaultModel): bigint {
  return [...vault.shares.values()].reduce((sum, shares) => sum + shares, 0n);
}

export function sharesOf(vault: VaultModel, who: string): bigint {
  return vault.shares.get(who) ?? 0n;
}

/** The vault at a later time, when nobody has touched it since. */
export function later(vault: VaultModel, now: bigint): VaultModel {
  const elapsed = now - vault.updated;
  const next = { ...vault, shares: new Map(vault.shares), updated: now };
  if (vault.left === 0n || vault.assets < ONE_QTI || totalShares(vault) < ENOUGH_SHARES) return next;
  const flowed = elapsed >= vault.rest ? vault.left : (vault.left * elapsed) / vault.rest;
  next.assets += flowed;
  next.left -= flowed;
  next.rest = elapsed >= vault.rest ? 0n : vault.rest - elapsed;
  return next;
}

export function notify(vault: VaultModel, amount: bigint): void {
  const total = vault.left + amount;
  if (total > 0n) vault.rest = divide(vault.left * vault.rest + amount * WEEK, total, "down");
  vault.left = total;
}

export function sharesFor(vault: VaultModel, assets: bigint, rounding: "down" | "up"): bigint {
  return divide(assets * (totalShares(vault) + VIRTUAL_SHARES), vault.assets + VIRTUAL_ASSETS, rounding);
}

export function assetsFor(vault: VaultModel, shares: bigint, rounding: "down" | "up"): bigint {
  return divide(shares * (vault.assets + VIRTUAL_ASSETS), totalShares(vault) + VIRTUAL_SHARES, rounding);
}

export function deposit(vault: VaultModel, who: string, assets: bigint): void {
  move(vault, who, assets, sharesFor(vault, assets, "down"));
}

export function mint(vault: VaultModel, who: string, shares: bigint): void {
  move(vault, who, assetsFor(vault, shares, "up"), shares);
}

export function withdraw(vault: VaultModel, who: string, assets: bigint): void {
  move(vault, who, -assets, -sharesFor(vault, assets, "up"));
}

export function redeem(vault: VaultModel, who: string, shares: bigint): void {
  move(vault, who, -assetsFor(vault, shares, "down"), -shares);
}

function move(vault: VaultModel, who: string, assets: bigint, shares: bigint): void {
  vault.assets += assets;
  vault.shares.set(who, sharesOf(vault, who) + shares);
}

function divide(dividend: bigint, divisor: bigint, rounding: "down" | "up"): bigint {
  return rounding === "down" ? dividend / divisor : (dividend + divisor - 1n) / divisor;
}
