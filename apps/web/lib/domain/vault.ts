/** What the chain said of the vault, and when its clock stood. */
export type VaultReading = {
  /** QTI units that belonged to the shares at `readAt`. */
  totalAssets: bigint;
  /** sQTI units. */
  totalShares: bigint;
  /** Rewards on their way: QTI units left at `updated`; Unix seconds. */
  stream: { left: bigint; end: number; updated: number };
  /** Time of the block that was read. Unix seconds. */
  readAt: number;
};

/** Below one whole sQTI the vault's clock stands still, so that nothing streams to nobody. */
const leastShares = 10n ** 24n;

/**
 * QTI units that belong to the shares now. A node answers for its last block; the stream runs by the clock, so between two
 * blocks the vault has more than the node says: as much as it would say if a block came now. Rounded down.
 */
export function assetsNow({ totalAssets, totalShares, stream, readAt }: VaultReading, now: number): bigint {
  const { left, end, updated } = stream;
  const from = Math.max(readAt, updated);
  const until = Math.min(now, end);
  if (until <= from || end <= updated || totalShares < leastShares) return totalAssets;
  return totalAssets + (left * BigInt(until - from)) / BigInt(end - updated);
}

/** What shares are worth when the vault has `assets`: virtual offsets included, rounded down, as the vault does it. */
export function worth(shares: bigint, assets: bigint, totalShares: bigint): bigint {
  return (shares * (assets + 1n)) / (totalShares + 10n ** 6n);
}

/** What one whole sQTI is worth when the vault has `assets`. QTI units. */
export function sharePrice(assets: bigint, totalShares: bigint): bigint {
  return worth(10n ** 24n, assets, totalShares);
}
