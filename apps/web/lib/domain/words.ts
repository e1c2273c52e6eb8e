import type { Translator } from "@/lib/i18n/translator";

const tierKeys = ["none", "basic", "full", "accredited"] as const;

/** The name of a tier. */
export function tierName(tier: number, t: Translator): string {
  const key = tierKeys[tier];
  return key ? t(`words.tiers.${key}`) : t("words.tiers.other", { tier: `${tier}` });
}
