/** Tiers of verification, in words. */
export const tierWords = ["Not verified", "Basic", "Full", "Accredited"] as const;

/** The name of a tier. */
export function tierName(tier: number): string {
  return tierWords[tier] ?? `Tier ${tier}`;
}
