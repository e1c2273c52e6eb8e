import type { Translator } from "@/lib/i18n/translator";

/** The tiers at which a person can be verified. */
export const tiers = [1, 2, 3] as const;

const tierKeys = ["none", "basic", "full", "accredited"] as const;

/** The name of a tier. */
export function tierName(tier: number, t: Translator): string {
  const key = tierKeys[tier];
  return key ? t(`words.tiers.${key}`) : t("words.tiers.other", { tier: `${tier}` });
}
