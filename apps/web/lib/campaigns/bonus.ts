/** Whether a list was made by the rule of staking bonuses; read off its URI, without loading that rule. */
export function isBonus(uri: string | undefined): boolean {
  return uri?.startsWith("qti:staking-bonus/") ?? false;
}

/** How the rule stands in the description that the keeper gives its campaign, which it has before its first list. */
const described = encodeURIComponent('"rule":"qti:staking-bonus/');

/** Whether a campaign is the one of staking bonuses, to which nobody but its rule adds. */
export function isBonusCampaign({
  uri,
  proposal,
}: {
  uri: string;
  proposal: { uri: string } | undefined;
}): boolean {
  return isBonus(proposal?.uri) || uri.includes(described);
}
