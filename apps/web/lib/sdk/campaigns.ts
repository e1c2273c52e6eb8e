/* What the campaigns' page reads; loaded when it first needs it. */
import "../no-eval";

export { decodeMetadata, getCampaignClaimed, getContracts } from "@qti/sdk";
export { getCampaignClaim } from "@qti/sdk/rewards/campaigns";
export { createSubgraphClient, getCampaignRoots, getCampaigns } from "@qti/sdk/subgraph";
export { checkRoot } from "../campaigns/check-root";
export { campaignsPausedUntil } from "../campaigns/paused-until";
