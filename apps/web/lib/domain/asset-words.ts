import type { AssetClass } from "@qti/sdk";

/** Classes of assets, in words. */
export const assetClassWords: { readonly [key in AssetClass]: string } = {
  realEstate: "Real estate",
  privateCredit: "Private credit",
  commodity: "Commodity",
  equity: "Equity",
  fund: "Fund",
  art: "Art and collectibles",
  carbon: "Carbon credits",
  other: "Other",
};

/** The words for a class as the index writes it: REAL_ESTATE. */
export function indexedClassWords(indexed: string): string {
  const key = indexed.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(assetClassWords, key) ? assetClassWords[key as AssetClass] : "Other";
}

/** States of an asset with their tone. */
export const assetStateWords = {
  draft: { word: "Draft", tone: "warn" },
  active: { word: "In circulation", tone: "gain" },
  matured: { word: "Matured", tone: "accent" },
  retired: { word: "Ended", tone: "plain" },
  none: { word: "Unknown", tone: "plain" },
} as const;
