/** Whether a list was made by the rule of staking bonuses; read off its URI, without loading that rule. */
export function isBonus(uri: string | undefined): boolean {
  return uri?.startsWith("qti:staking-bonus/") ?? false;
}
