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

/** All classes, in the order in which forms list them. */
export const assetClasses: readonly AssetClass[] = [
  "realEstate",
  "privateCredit",
  "commodity",
  "equity",
  "fund",
  "art",
  "carbon",
  "other",
];

/** States of an asset with their tone. */
export const assetStateWords = {
  draft: { word: "Draft", tone: "warn" },
  active: { word: "In circulation", tone: "gain" },
  matured: { word: "Matured", tone: "accent" },
  retired: { word: "Ended", tone: "plain" },
  none: { word: "Unknown", tone: "plain" },
} as const;
