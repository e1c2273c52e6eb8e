import type { AssetClass, GetAssetReturnType } from "@qti/sdk";
import { languageOf, type Translator } from "@/lib/i18n/translator";

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

/** A class of assets, in words that stand alone: "Real estate". */
export function assetClassName(assetClass: AssetClass, t: Translator): string {
  return t(`words.assetClasses.${assetClass}`);
}

/** A class of assets within a sentence: "real estate". German nouns keep their capital. */
export function assetClassInside(assetClass: AssetClass, t: Translator): string {
  const name = assetClassName(assetClass, t);
  return languageOf(t) === "de" ? name : name.toLowerCase();
}

const tones = {
  draft: "warn",
  active: "gain",
  matured: "accent",
  retired: "plain",
  none: "plain",
} as const;

/** The state of an asset in a word, with its tone. */
export function assetStateWords(
  state: GetAssetReturnType["state"],
  t: Translator,
): { word: string; tone: (typeof tones)[typeof state] } {
  return { word: t(`words.assetStates.${state}`), tone: tones[state] };
}
