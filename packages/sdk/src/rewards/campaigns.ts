/**
 * Campaigns: the tree that a root stands for, the rule of staking bonuses, and the service that publishes the leaves so that
 * anyone can recompute a root before it pays. What is signed and claimed is in the main entry.
 *
 * @module
 */

export {
  type GetCampaignClaimParameters,
  type GetCampaignClaimReturnType,
  getCampaignClaim,
} from "./campaigns/getCampaignClaim.ts";
export { type GetCampaignTreeParameters, getCampaignTree } from "./campaigns/getCampaignTree.ts";
export { type PublishCampaignTreeParameters, publishCampaignTree } from "./campaigns/publishCampaignTree.ts";
export {
  type CampaignClaimJson,
  type CampaignTreeJson,
  campaignClaimSchema,
  campaignLimits,
  campaignRootSchema,
  campaignTreeSchema,
  type PublishedTree,
  type PublishTreeBody,
  publishedTreeSchema,
  publishTreeBodySchema,
} from "./campaigns/wire.ts";
export {
  buildCampaignTree,
  type CampaignClaim,
  type CampaignLeaf,
  type CampaignLeafParameters,
  type CampaignTree,
  type CampaignTreeParameters,
  campaignClaimOf,
  campaignLeaf,
  campaignRule,
} from "./campaignTree.ts";
export { parseCampaignCsv } from "./parseCampaignCsv.ts";
export {
  type BonusPosition,
  bonusEpochSeconds,
  bonusSmallestPart,
  parseStakingBonusUri,
  type StakingBonus,
  type StakingBonusParameters,
  type StakingBonusSource,
  stakingBonusLeaves,
  stakingBonusRule,
  stakingBonusUri,
} from "./stakingBonus.ts";
