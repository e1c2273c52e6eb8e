import { flowedSince, type StreamReading } from "./stream";

/** What the chain said of the vault, and when its clock stood. */
export type VaultReading = {
  /** QTI units that belonged to the shares at `readAt`. */
  totalAssets: bigint;
  /** sQTI units. */
  totalShares: bigint;
  stream: StreamReading;
  /** Time of the block that was read. Unix seconds. */
  readAt: number;
};

/** Below one whole sQTI the vault's clock stands still, so that nothing streams to nobody. */
const leastShares = 10n ** 24n;

/** QTI units that belong to the shares now: as many as the node would say if a block came now. Rounded down. */
export function assetsNow({ totalAssets, totalShares, stream, readAt }: VaultReading, now: number): bigint {
  return totalShares < leastShares ? totalAssets : totalAssets + flowedSince(stream, readAt, now);
}

/** What shares are worth when the vault has `assets`: virtual offsets included, rounded down, as the vault does it. */
export function worth(shares: bigint, assets: bigint, totalShares: bigint): bigint {
  return (shares * (assets + 1n)) / (totalShares + 10n ** 6n);
}

/** What one whole sQTI is worth when the vault has `assets`. QTI units. */
export function sharePrice(assets: bigint, totalShares: bigint): bigint {
  return worth(10n ** 24n, assets, totalShares);
}

/** What the index has of a stake in the vault: sQTI units held, QTI units that went in and out so far. */
export type VaultStake = {
  shares: bigint;
  deposited: bigint;
  withdrawn: bigint;
  receivedAssets: bigint;
  sentAssets: bigint;
};

/**
 * QTI units that a stake earned so far, when its shares are worth `value`. A unit or two below zero on the first block, as the
 * vault rounds.
 */
export function earnedInVault(stake: VaultStake, value: bigint): bigint {
  return value + stake.withdrawn + stake.sentAssets - stake.deposited - stake.receivedAssets;
}
