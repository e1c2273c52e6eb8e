import type { Translator } from "@/lib/i18n/translator";

/*
 * What people with roles can do, by name; the words are messages of these names. Small, so that pages can list it; what the
 * forms ask and which calls they make stands in `operations.ts`, which comes when one of them is opened.
 */

/** Who an operation is about, by which lists are sorted. */
export const groups = ["people", "assets", "money", "rewards", "loans", "markets", "system"] as const;

/** Everything that somebody with a role can do, but for what belongs to issuers and attesters, by its group. */
export const operationGroups = {
  revoke: "people",
  freeze: "people",
  unfreeze: "people",
  setAttester: "people",
  proposeRecovery: "people",
  cancelRecovery: "people",
  freezeShares: "assets",
  forcedTransfer: "assets",
  forcedBurn: "assets",
  pauseAsset: "assets",
  unpauseAsset: "assets",
  tighten: "assets",
  setRules: "assets",
  blockCountry: "assets",
  unblockCountry: "assets",
  vetoIncome: "money",
  setFee: "money",
  setFeeRecipient: "money",
  fundStream: "money",
  pauseTrading: "money",
  unpauseTrading: "money",
  pauseStaking: "money",
  unpauseStaking: "money",
  pausePool: "money",
  unpausePool: "money",
  setTapOracle: "rewards",
  setTapDailyCap: "rewards",
  revokeVouchers: "rewards",
  pauseTaps: "rewards",
  unpauseTaps: "rewards",
  setReferralTerms: "rewards",
  pauseReferrals: "rewards",
  unpauseReferrals: "rewards",
  setStoreRate: "rewards",
  pauseStore: "rewards",
  unpauseStore: "rewards",
  vetoCampaign: "rewards",
  pauseCampaigns: "rewards",
  unpauseCampaigns: "rewards",
  setChannel: "rewards",
  setRedeemer: "rewards",
  setBudget: "rewards",
  setStream: "rewards",
  setCreditTerms: "loans",
  setCreditTierCap: "loans",
  setUnderwritingQuota: "loans",
  pauseCredit: "loans",
  unpauseCredit: "loans",
  createMarket: "markets",
  setMarketCaps: "markets",
  setAppraisalTerms: "markets",
  listOracle: "markets",
  listRateModel: "markets",
  pauseMarkets: "markets",
  unpauseMarkets: "markets",
  grantRole: "system",
  revokeRole: "system",
  setSystemContract: "system",
  setModule: "system",
  setModuleAllowed: "system",
} as const satisfies { readonly [id: string]: (typeof groups)[number] };

/** Name of an operation. */
export type OperationId = keyof typeof operationGroups;

/** All of them, in the order of their groups. */
export const operationIds = Object.keys(operationGroups) as OperationId[];

/** Operations of which something is said before they are signed. */
const risky = [
  "revoke",
  "freeze",
  "setAttester",
  "proposeRecovery",
  "forcedTransfer",
  "forcedBurn",
  "pauseAsset",
  "tighten",
  "setRules",
  "setTapOracle",
  "setCreditTerms",
  "setUnderwritingQuota",
  "createMarket",
  "setAppraisalTerms",
  "listOracle",
  "listRateModel",
  "setChannel",
  "setRedeemer",
  "setBudget",
  "grantRole",
  "setSystemContract",
  "setModule",
] as const satisfies readonly OperationId[];

/** What could go wrong with an operation; `undefined` where nothing is to be said. */
export function operationRisk(id: OperationId, t: Translator): string | undefined {
  const known = risky.find((each) => each === id);
  return known && t(`desks.risks.${known}`);
}
