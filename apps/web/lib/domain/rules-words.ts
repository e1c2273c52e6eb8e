import { countryName } from "@/lib/domain/countries";
import { tierName } from "@/lib/domain/words";
import { formatAmount } from "@/lib/format/amount";
import { longDay } from "@/lib/format/time";

/** What the compliance module keeps of an asset. */
export type RulesLike = { minTier: number; maxHolders: number; lockedUntil: number; capPerIdentity: bigint };

/** Shares in words. */
export const sharesWords = (amount: bigint) => `${formatAmount(amount, { decimals: 18, maximum: 4 })} shares`;

/** Rules of an asset, each in words of its own. */
export function rulesLines({ minTier, maxHolders, lockedUntil, capPerIdentity }: RulesLike): string[] {
  return [
    minTier > 1
      ? `receivers are verified, tier ${tierName(minTier).toLowerCase()} or above`
      : "receivers are verified",
    maxHolders > 0 ? `at most ${maxHolders} holders` : "any number of holders",
    capPerIdentity > 0n ? `at most ${sharesWords(capPerIdentity)} a person` : "no limit a person",
    lockedUntil > 0 ? `locked until ${longDay(lockedUntil)}` : "not locked",
  ];
}

/** Countries in a sentence: "Japan", "Japan and Chile", "Japan, Chile and 4 others". */
export function countriesWords(numbers: readonly number[], most = 5): string {
  const names = numbers.map((country) => countryName(country));
  if (names.length > most) return `${names.slice(0, most).join(", ")} and ${names.length - most} others`;
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
