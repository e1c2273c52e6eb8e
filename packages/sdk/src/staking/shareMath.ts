/** Virtual sQTI units that the vault adds to every price, against inflation of its first shares. */
const VIRTUAL_SHARES = 10n ** 6n;
/** One whole sQTI. */
const SHARE = 10n ** 24n;

/** QTI units that `shares` are worth, rounded down as the vault does. */
export function toAssetsDown(shares: bigint, totalAssets: bigint, totalShares: bigint): bigint {
  return (shares * (totalAssets + 1n)) / (totalShares + VIRTUAL_SHARES);
}

/** QTI units (wad) that one whole sQTI is worth, rounded down. */
export function sharePriceDown(totalAssets: bigint, totalShares: bigint): bigint {
  return toAssetsDown(SHARE, totalAssets, totalShares);
}
