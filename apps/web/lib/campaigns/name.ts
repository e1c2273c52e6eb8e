import type { Translator } from "@/lib/i18n/translator";
import { isBonus } from "./bonus";

/** What a campaign is called: by its operator, by its rule, or by its number. */
export function campaignName(
  {
    name,
    campaignId,
    proposal,
  }: { name: string | undefined; campaignId: bigint; proposal: { uri: string } | undefined },
  t: Translator,
): string {
  if (name !== undefined) return name;
  return isBonus(proposal?.uri)
    ? t("campaigns.bonus")
    : t("campaigns.unnamed", { number: String(campaignId) });
}
