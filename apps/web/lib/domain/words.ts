import type { Translator } from "@/lib/i18n/translator";

/** Tiers of verification, in words. */
export const tierWords = ["Not verified", "Basic", "Full", "Accredited"] as const;

const tierKeys = ["none", "basic", "full", "accredited"] as const;

/** The name of a tier. */
export function tierName(tier: number, t?: Translator): string {
  if (!t) return tierWords[tier] ?? `Tier ${tier}`;
  const key = tierKeys[tier];
  return key ? t(`words.tiers.${key}`) : t("words.tiers.other", { tier: `${tier}` });
}
