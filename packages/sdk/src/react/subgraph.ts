import { getAnchors } from "../subgraph/getAnchors.ts";
import { getAsset } from "../subgraph/getAsset.ts";
import { getAssetHistory } from "../subgraph/getAssetHistory.ts";
import { getAssets } from "../subgraph/getAssets.ts";
import { getAttesters } from "../subgraph/getAttesters.ts";
import { getBonusPositions } from "../subgraph/getBonusPositions.ts";
import { getBudgets } from "../subgraph/getBudgets.ts";
import { getCampaignClaims } from "../subgraph/getCampaignClaims.ts";
import { getCampaignRoots } from "../subgraph/getCampaignRoots.ts";
import { getCampaigns } from "../subgraph/getCampaigns.ts";
import { getClaims } from "../subgraph/getClaims.ts";
import { getFailedFills } from "../subgraph/getFailedFills.ts";
import { getHolders } from "../subgraph/getHolders.ts";
import { getIncomeHistory } from "../subgraph/getIncomeHistory.ts";
import { getIncomeHoldings } from "../subgraph/getIncomeHoldings.ts";
import { getIndexedBlock } from "../subgraph/getIndexedBlock.ts";
import { getMaker } from "../subgraph/getMaker.ts";
import { getMakerOrders } from "../subgraph/getMakerOrders.ts";
import { getMarkets } from "../subgraph/getMarkets.ts";
import { getModules } from "../subgraph/getModules.ts";
import { getMoneyListings } from "../subgraph/getMoneyListings.ts";
import { getOperations } from "../subgraph/getOperations.ts";
import { getPayments } from "../subgraph/getPayments.ts";
import { getPointsAccount } from "../subgraph/getPointsAccount.ts";
import { getPointsChannels } from "../subgraph/getPointsChannels.ts";
import { getPointsEvents } from "../subgraph/getPointsEvents.ts";
import { getPoolEvents } from "../subgraph/getPoolEvents.ts";
import { getPoolFigures } from "../subgraph/getPoolFigures.ts";
import { getPoolHistory } from "../subgraph/getPoolHistory.ts";
import { getPoolPoint } from "../subgraph/getPoolPoint.ts";
import { getPoolPositions } from "../subgraph/getPoolPositions.ts";
import { getPortfolio } from "../subgraph/getPortfolio.ts";
import { getPriceHistory } from "../subgraph/getPriceHistory.ts";
import { getProtocol } from "../subgraph/getProtocol.ts";
import { getRecoveries } from "../subgraph/getRecoveries.ts";
import { getRedemptions } from "../subgraph/getRedemptions.ts";
import { getReferrals } from "../subgraph/getReferrals.ts";
import { getRoles } from "../subgraph/getRoles.ts";
import { getShareRedemptions } from "../subgraph/getShareRedemptions.ts";
import { getStoreItems } from "../subgraph/getStoreItems.ts";
import { getStoreOrders } from "../subgraph/getStoreOrders.ts";
import { getTapClaims } from "../subgraph/getTapClaims.ts";
import { getTrades } from "../subgraph/getTrades.ts";
import { getTransactions } from "../subgraph/getTransactions.ts";
import { getVaultHistory } from "../subgraph/getVaultHistory.ts";
import { getVaultPoint } from "../subgraph/getVaultPoint.ts";
import { pagesOptions, subgraphOptions } from "./options.ts";

/** Query options of `getProtocol`; `null` before anything happened. */
export const protocolOptions = /* @__PURE__ */ subgraphOptions("getProtocol", getProtocol);
/** Query options of one page of `getAssets`. */
export const assetsOptions = /* @__PURE__ */ subgraphOptions("getAssets", getAssets);
/** Infinite query options of `getAssets`. */
export const assetPagesOptions = /* @__PURE__ */ pagesOptions("getAssets", getAssets);
/** Query options of `getAsset` of the subgraph; `null` when it knows no such asset. */
export const indexedAssetOptions = /* @__PURE__ */ subgraphOptions("getAsset", getAsset);
/** Query options of one page of `getHolders`. */
export const holdersOptions = /* @__PURE__ */ subgraphOptions("getHolders", getHolders);
/** Infinite query options of `getHolders`. */
export const holderPagesOptions = /* @__PURE__ */ pagesOptions("getHolders", getHolders);
/** Query options of one page of `getTransactions`. */
export const transactionsOptions = /* @__PURE__ */ subgraphOptions("getTransactions", getTransactions);
/** Infinite query options of `getTransactions`. */
export const transactionPagesOptions = /* @__PURE__ */ pagesOptions("getTransactions", getTransactions);
/** Query options of `getPortfolio`. */
export const portfolioOptions = /* @__PURE__ */ subgraphOptions("getPortfolio", getPortfolio);
/** Query options of `getVaultHistory`. */
export const vaultHistoryOptions = /* @__PURE__ */ subgraphOptions("getVaultHistory", getVaultHistory);
/** Query options of `getAssetHistory`. */
export const assetHistoryOptions = /* @__PURE__ */ subgraphOptions("getAssetHistory", getAssetHistory);
/** Query options of `getIndexedBlock`. */
export const indexedBlockOptions = /* @__PURE__ */ subgraphOptions("getIndexedBlock", getIndexedBlock);
/** Query options of one page of `getAnchors`. */
export const anchorsOptions = /* @__PURE__ */ subgraphOptions("getAnchors", getAnchors);
/** Query options of one page of `getPayments`. */
export const paymentsOptions = /* @__PURE__ */ subgraphOptions("getPayments", getPayments);
/** Infinite query options of `getPayments`. */
export const paymentPagesOptions = /* @__PURE__ */ pagesOptions("getPayments", getPayments);
/** Query options of one page of `getClaims`. */
export const claimsOptions = /* @__PURE__ */ subgraphOptions("getClaims", getClaims);
/** Infinite query options of `getClaims`. */
export const claimPagesOptions = /* @__PURE__ */ pagesOptions("getClaims", getClaims);
/** Query options of one page of `getRedemptions`. */
export const redemptionsOptions = /* @__PURE__ */ subgraphOptions("getRedemptions", getRedemptions);
/** Query options of one page of `getShareRedemptions`. */
export const shareRedemptionsOptions = /* @__PURE__ */ subgraphOptions(
  "getShareRedemptions",
  getShareRedemptions,
);
/** Infinite query options of `getShareRedemptions`. */
export const shareRedemptionPagesOptions = /* @__PURE__ */ pagesOptions(
  "getShareRedemptions",
  getShareRedemptions,
);
/** Query options of `getMoneyListings`. */
export const moneyListingsOptions = /* @__PURE__ */ subgraphOptions("getMoneyListings", getMoneyListings);
/** Query options of `getRoles`. */
export const rolesOptions = /* @__PURE__ */ subgraphOptions("getRoles", getRoles);
/** Query options of one page of `getOperations`. */
export const operationsOptions = /* @__PURE__ */ subgraphOptions("getOperations", getOperations);
/** Infinite query options of `getOperations`. */
export const operationPagesOptions = /* @__PURE__ */ pagesOptions("getOperations", getOperations);
/** Query options of one page of `getRecoveries`. */
export const recoveriesOptions = /* @__PURE__ */ subgraphOptions("getRecoveries", getRecoveries);
/** Infinite query options of `getRecoveries`. */
export const recoveryPagesOptions = /* @__PURE__ */ pagesOptions("getRecoveries", getRecoveries);
/** Query options of `getMarkets`. */
export const marketsOptions = /* @__PURE__ */ subgraphOptions("getMarkets", getMarkets);
/** Query options of one page of `getTrades`. */
export const tradesOptions = /* @__PURE__ */ subgraphOptions("getTrades", getTrades);
/** Infinite query options of `getTrades`. */
export const tradePagesOptions = /* @__PURE__ */ pagesOptions("getTrades", getTrades);
/** Query options of one page of `getPriceHistory`. */
export const priceHistoryOptions = /* @__PURE__ */ subgraphOptions("getPriceHistory", getPriceHistory);
/** Infinite query options of `getPriceHistory`. */
export const priceHistoryPagesOptions = /* @__PURE__ */ pagesOptions("getPriceHistory", getPriceHistory);
/** Query options of one page of `getMakerOrders`. */
export const makerOrdersOptions = /* @__PURE__ */ subgraphOptions("getMakerOrders", getMakerOrders);
/** Infinite query options of `getMakerOrders`. */
export const makerOrderPagesOptions = /* @__PURE__ */ pagesOptions("getMakerOrders", getMakerOrders);
/** Query options of `getMaker`; `null` when it knows none of its orders. */
export const makerOptions = /* @__PURE__ */ subgraphOptions("getMaker", getMaker);
/** Query options of one page of `getFailedFills`. */
export const failedFillsOptions = /* @__PURE__ */ subgraphOptions("getFailedFills", getFailedFills);
/** Infinite query options of `getFailedFills`. */
export const failedFillPagesOptions = /* @__PURE__ */ pagesOptions("getFailedFills", getFailedFills);
/** Query options of `getIncomeHistory`. */
export const incomeHistoryOptions = /* @__PURE__ */ subgraphOptions("getIncomeHistory", getIncomeHistory);
/** Query options of `getIncomeHoldings`. */
export const incomeHoldingsOptions = /* @__PURE__ */ subgraphOptions("getIncomeHoldings", getIncomeHoldings);
/** Query options of `getAttesters`. */
export const attestersOptions = /* @__PURE__ */ subgraphOptions("getAttesters", getAttesters);
/** Query options of `getModules`. */
export const modulesOptions = /* @__PURE__ */ subgraphOptions("getModules", getModules);
/** Infinite query options of `getRedemptions`. */
export const redemptionPagesOptions = /* @__PURE__ */ pagesOptions("getRedemptions", getRedemptions);
/** Infinite query options of `getAnchors`. */
export const anchorPagesOptions = /* @__PURE__ */ pagesOptions("getAnchors", getAnchors);
/** Query options of one page of `getPoolPositions`. */
export const poolPositionsOptions = /* @__PURE__ */ subgraphOptions("getPoolPositions", getPoolPositions);
/** Infinite query options of `getPoolPositions`. */
export const poolPositionPagesOptions = /* @__PURE__ */ pagesOptions("getPoolPositions", getPoolPositions);
/** Query options of one page of `getPoolEvents`. */
export const poolEventsOptions = /* @__PURE__ */ subgraphOptions("getPoolEvents", getPoolEvents);
/** Infinite query options of `getPoolEvents`. */
export const poolEventPagesOptions = /* @__PURE__ */ pagesOptions("getPoolEvents", getPoolEvents);
/** Query options of one page of `getPointsEvents`. */
export const pointsEventsOptions = /* @__PURE__ */ subgraphOptions("getPointsEvents", getPointsEvents);
/** Infinite query options of `getPointsEvents`. */
export const pointsEventPagesOptions = /* @__PURE__ */ pagesOptions("getPointsEvents", getPointsEvents);
/** Query options of one page of `getTapClaims`. */
export const tapClaimsOptions = /* @__PURE__ */ subgraphOptions("getTapClaims", getTapClaims);
/** Infinite query options of `getTapClaims`. */
export const tapClaimPagesOptions = /* @__PURE__ */ pagesOptions("getTapClaims", getTapClaims);
/** Query options of one page of `getReferrals`. */
export const referralsOptions = /* @__PURE__ */ subgraphOptions("getReferrals", getReferrals);
/** Infinite query options of `getReferrals`. */
export const referralPagesOptions = /* @__PURE__ */ pagesOptions("getReferrals", getReferrals);
/** Query options of one page of `getStoreItems`. */
export const storeItemsOptions = /* @__PURE__ */ subgraphOptions("getStoreItems", getStoreItems);
/** Infinite query options of `getStoreItems`. */
export const storeItemPagesOptions = /* @__PURE__ */ pagesOptions("getStoreItems", getStoreItems);
/** Query options of one page of `getStoreOrders`. */
export const storeOrdersOptions = /* @__PURE__ */ subgraphOptions("getStoreOrders", getStoreOrders);
/** Infinite query options of `getStoreOrders`. */
export const storeOrderPagesOptions = /* @__PURE__ */ pagesOptions("getStoreOrders", getStoreOrders);
/** Query options of one page of `getCampaigns`. */
export const campaignsOptions = /* @__PURE__ */ subgraphOptions("getCampaigns", getCampaigns);
/** Infinite query options of `getCampaigns`. */
export const campaignPagesOptions = /* @__PURE__ */ pagesOptions("getCampaigns", getCampaigns);
/** Query options of one page of `getCampaignClaims`. */
export const campaignClaimsOptions = /* @__PURE__ */ subgraphOptions("getCampaignClaims", getCampaignClaims);
/** Infinite query options of `getCampaignClaims`. */
export const campaignClaimPagesOptions = /* @__PURE__ */ pagesOptions("getCampaignClaims", getCampaignClaims);
/** Query options of `getPoolFigures`; `null` before anything happened to it. */
export const poolFiguresOptions = /* @__PURE__ */ subgraphOptions("getPoolFigures", getPoolFigures);
/** Query options of `getPoolHistory`. */
export const poolHistoryOptions = /* @__PURE__ */ subgraphOptions("getPoolHistory", getPoolHistory);
/** Query options of `getPoolPoint`; `null` when nothing had happened until then. */
export const poolPointOptions = /* @__PURE__ */ subgraphOptions("getPoolPoint", getPoolPoint);
/** Query options of `getVaultPoint`; `null` when nothing had happened until then. */
export const vaultPointOptions = /* @__PURE__ */ subgraphOptions("getVaultPoint", getVaultPoint);
/** Query options of `getPointsAccount`; `null` for one that never had any. */
export const pointsAccountOptions = /* @__PURE__ */ subgraphOptions("getPointsAccount", getPointsAccount);
/** Query options of `getCampaignRoots`. */
export const campaignRootsOptions = /* @__PURE__ */ subgraphOptions("getCampaignRoots", getCampaignRoots);
/** Query options of `getBudgets`. */
export const budgetsOptions = /* @__PURE__ */ subgraphOptions("getBudgets", getBudgets);
/** Query options of `getPointsChannels`. */
export const pointsChannelsOptions = /* @__PURE__ */ subgraphOptions("getPointsChannels", getPointsChannels);
/** Query options of `getBonusPositions`. */
export const bonusPositionsOptions = /* @__PURE__ */ subgraphOptions("getBonusPositions", getBonusPositions);
