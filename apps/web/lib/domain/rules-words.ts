import { countryName } from "@/lib/domain/countries";
import { tierName } from "@/lib/domain/words";
import { formatAmount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";
import { languageOf, type Translator } from "@/lib/i18n/translator";

/** What the compliance module keeps of an asset. */
export type RulesLike = { minTier: number; maxHolders: number; lockedUntil: number; capPerIdentity: bigint };

/** Shares in words. */
export function sharesWords(amount: bigint, t: Translator): string {
  return t("words.shares", { amount: formatAmount(amount, { decimals: 18, maximum: 4 }, t) });
}

/** Rules of an asset, each in words of its own. */
export function rulesLines(
  { minTier, maxHolders, lockedUntil, capPerIdentity }: RulesLike,
  t: Translator,
): string[] {
  return [
    minTier > 1
      ? t("words.rules.tier", { tier: tierName(minTier, t).toLowerCase() })
      : t("words.rules.verified"),
    maxHolders > 0
      ? t("words.rules.holders", { count: maxHolders, n: `${maxHolders}` })
      : t("words.rules.anyHolders"),
    capPerIdentity > 0n
      ? t("words.rules.cap", { shares: sharesWords(capPerIdentity, t) })
      : t("words.rules.noCap"),
    lockedUntil > 0 ? t("words.rules.locked", { day: longDay(lockedUntil, t) }) : t("words.rules.notLocked"),
  ];
}

/** Most countries that a sentence names. */
const named = 5;

/** Countries in a sentence: "Japan", "Japan and Chile", "Japan, Chile and 4 others". */
export function countriesWords(numbers: readonly number[], t: Translator): string {
  const names = numbers.slice(0, named).map((country) => countryName(country, t));
  const others = numbers.length - names.length;
  const language = languageOf(t);
  // British English has no comma before "and".
  return new Intl.ListFormat(language === "en" ? "en-GB" : language).format(
    others > 0 ? [...names, t("words.otherCountries", { count: others })] : names,
  );
}
