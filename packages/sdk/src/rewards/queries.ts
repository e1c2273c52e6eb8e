/**
 * Campaigns whose list is a query of the index: the rule by which rows become leaves, and the link that holds all that anybody
 * needs to compute the root again. Trees of any leaves are in `@qti/sdk/rewards/campaigns`.
 *
 * @module
 */
export {
  type CampaignQueryLeaves,
  type CampaignQueryParameters,
  type CampaignQueryRow,
  type CampaignQueryShare,
  type CampaignQuerySource,
  campaignQueryLeaves,
  campaignQueryRule,
  campaignQueryShares,
  campaignQueryUri,
  parseCampaignQueryUri,
} from "./campaignQuery.ts";
export { type ReadCampaignQueryParameters, readCampaignQuery } from "./readCampaignQuery.ts";
