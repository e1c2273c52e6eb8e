export type {
  Domain,
  IncomeState,
  MoneyUse,
  OperationState,
  RecoveryState,
  TransactionKind,
} from "../generated/graphql.ts";
export type { IndexedAsset, NamedAsset } from "./asset.ts";
export {
  createSubgraphClient,
  type SubgraphClient,
  type SubgraphClientParameters,
  type SubgraphOptions,
} from "./createSubgraphClient.ts";
export type { SubgraphDocument } from "./document.ts";
export { type GetAnchorsParameters, getAnchors, type IndexedAnchor } from "./getAnchors.ts";
export { type GetIndexedAssetParameters, type GetIndexedAssetReturnType, getAsset } from "./getAsset.ts";
export { type AssetStep, type GetAssetHistoryParameters, getAssetHistory } from "./getAssetHistory.ts";
export { type GetAssetsParameters, getAssets } from "./getAssets.ts";
export { type GetAttestersParameters, getAttesters, type IndexedAttester } from "./getAttesters.ts";
export { type GetBonusPositionsParameters, getBonusPositions } from "./getBonusPositions.ts";
export { getBudgets, type IndexedBudget } from "./getBudgets.ts";
export {
  type GetCampaignClaimsParameters,
  getCampaignClaims,
  type IndexedCampaignClaim,
} from "./getCampaignClaims.ts";
export {
  type GetCampaignRootsParameters,
  getCampaignRoots,
  type IndexedCampaignRoot,
} from "./getCampaignRoots.ts";
export { type GetCampaignsParameters, getCampaigns, type IndexedCampaign } from "./getCampaigns.ts";
export { type GetClaimsParameters, getClaims, type IndexedClaim } from "./getClaims.ts";
export { type FailedFill, type GetFailedFillsParameters, getFailedFills } from "./getFailedFills.ts";
export { type GetHoldersParameters, getHolders, type Holder } from "./getHolders.ts";
export { type GetIncomeHistoryParameters, getIncomeHistory, type IncomeStep } from "./getIncomeHistory.ts";
export {
  type GetIncomeHoldingsParameters,
  getIncomeHoldings,
  type IncomeHoldings,
} from "./getIncomeHoldings.ts";
export { type GetIndexedBlockReturnType, getIndexedBlock } from "./getIndexedBlock.ts";
export { type GetMakerParameters, getMaker, type IndexedMaker } from "./getMaker.ts";
export { type GetMakerOrdersParameters, getMakerOrders, type IndexedOrder } from "./getMakerOrders.ts";
export { type GetMarketsParameters, getMarkets, type IndexedMarket } from "./getMarkets.ts";
export { type GetModulesParameters, getModules, type IndexedModule } from "./getModules.ts";
export { type GetMoneyListingsParameters, getMoneyListings, type MoneyListing } from "./getMoneyListings.ts";
export {
  type GetOperationsParameters,
  getOperations,
  type IndexedOperation,
} from "./getOperations.ts";
export { type GetPaymentsParameters, getPayments, type IndexedPayment } from "./getPayments.ts";
export {
  type GetPointsAccountParameters,
  getPointsAccount,
  type IndexedPointsAccount,
} from "./getPointsAccount.ts";
export { getPointsChannels, type IndexedChannel } from "./getPointsChannels.ts";
export {
  type GetPointsEventsParameters,
  getPointsEvents,
  type IndexedPointsEvent,
} from "./getPointsEvents.ts";
export { type GetPoolEventsParameters, getPoolEvents, type IndexedPoolEvent } from "./getPoolEvents.ts";
export { getPoolFigures, type IndexedPool } from "./getPoolFigures.ts";
export { getPoolHistory, type PoolStep } from "./getPoolHistory.ts";
export { type GetPoolPointParameters, getPoolPoint, type IndexedPoolPoint } from "./getPoolPoint.ts";
export {
  type GetPoolPositionsParameters,
  getPoolPositions,
  type IndexedPosition,
} from "./getPoolPositions.ts";
export { type GetPortfolioParameters, type GetPortfolioReturnType, getPortfolio } from "./getPortfolio.ts";
export { type Candle, type GetPriceHistoryParameters, getPriceHistory } from "./getPriceHistory.ts";
export { type GetProtocolReturnType, getProtocol } from "./getProtocol.ts";
export {
  type GetRecoveriesParameters,
  getRecoveries,
  type IndexedRecovery,
} from "./getRecoveries.ts";
export { type GetRedemptionsParameters, getRedemptions, type IndexedRedemption } from "./getRedemptions.ts";
export { type GetReferralsParameters, getReferrals, type IndexedReferral } from "./getReferrals.ts";
export { type GetRolesParameters, getRoles, type IndexedRole } from "./getRoles.ts";
export {
  type GetShareRedemptionsParameters,
  getShareRedemptions,
  type IndexedShareRedemption,
} from "./getShareRedemptions.ts";
export { type GetStoreItemsParameters, getStoreItems, type IndexedStoreItem } from "./getStoreItems.ts";
export { type GetStoreOrdersParameters, getStoreOrders, type IndexedStoreOrder } from "./getStoreOrders.ts";
export { type GetTapClaimsParameters, getTapClaims, type IndexedTapClaim } from "./getTapClaims.ts";
export { type GetTradesParameters, getTrades, type IndexedTrade } from "./getTrades.ts";
export {
  type GetTransactionsParameters,
  getTransactions,
  type IndexedTransaction,
} from "./getTransactions.ts";
export { getVaultHistory, type VaultStep } from "./getVaultHistory.ts";
export { type GetVaultPointParameters, getVaultPoint, type IndexedVaultPoint } from "./getVaultPoint.ts";
export type { HistoryParameters } from "./history.ts";
export {
  type AppraisalStep,
  type GetAppraisalHistoryParameters,
  getAppraisalHistory,
} from "./loans/getAppraisalHistory.ts";
export { type GetAppraisalsParameters, getAppraisals, type IndexedAppraisal } from "./loans/getAppraisals.ts";
export {
  type GetAppraisedAssetsParameters,
  getAppraisedAssets,
  type IndexedAppraisedAsset,
} from "./loans/getAppraisedAssets.ts";
export { getCreditBookFigures, type IndexedCreditBook } from "./loans/getCreditBookFigures.ts";
export { type CreditBookStep, getCreditBookHistory } from "./loans/getCreditBookHistory.ts";
export {
  type GetCreditCohortsParameters,
  getCreditCohorts,
  type IndexedCohort,
} from "./loans/getCreditCohorts.ts";
export { getCreditCycleTerms, type IndexedCreditTerms } from "./loans/getCreditCycleTerms.ts";
export {
  type GetCreditEventsParameters,
  getCreditEvents,
  type IndexedCreditEvent,
} from "./loans/getCreditEvents.ts";
export { type CreditFlowStep, getCreditFlows } from "./loans/getCreditFlows.ts";
export {
  type GetCreditLinesParameters,
  getCreditLines,
  type IndexedCreditLine,
} from "./loans/getCreditLines.ts";
export {
  type GetCreditPoolEventsParameters,
  getCreditPoolEvents,
  type IndexedCreditPoolEvent,
} from "./loans/getCreditPoolEvents.ts";
export {
  type CreditPoolFlowStep,
  type GetCreditPoolFlowsParameters,
  getCreditPoolFlows,
} from "./loans/getCreditPoolFlows.ts";
export {
  type CreditPoolStep,
  type GetCreditPoolHistoryParameters,
  getCreditPoolHistory,
} from "./loans/getCreditPoolHistory.ts";
export {
  type GetCreditPoolPositionsParameters,
  getCreditPoolPositions,
  type IndexedPoolPosition,
} from "./loans/getCreditPoolPositions.ts";
export {
  type GetCreditPoolsParameters,
  getCreditPools,
  type IndexedCreditPool,
} from "./loans/getCreditPools.ts";
export { getCreditProgram, type IndexedCreditProgram } from "./loans/getCreditProgram.ts";
export { getCreditTierCaps, type IndexedTierCap } from "./loans/getCreditTierCaps.ts";
export {
  type GetLendingAuthorizationsParameters,
  getLendingAuthorizations,
  type IndexedAuthorization,
} from "./loans/getLendingAuthorizations.ts";
export {
  type GetLendingEventsParameters,
  getLendingEvents,
  type IndexedLendingEvent,
} from "./loans/getLendingEvents.ts";
export { getLendingFigures, type IndexedLending } from "./loans/getLendingFigures.ts";
export {
  type GetLendingFlowsParameters,
  getLendingFlows,
  type LendingFlowStep,
} from "./loans/getLendingFlows.ts";
export {
  type GetLendingHistoryParameters,
  getLendingHistory,
  type LendingStep,
} from "./loans/getLendingHistory.ts";
export {
  type GetLendingMarketsParameters,
  getLendingMarkets,
  type IndexedLendingMarket,
} from "./loans/getLendingMarkets.ts";
export {
  type GetLendingOraclesParameters,
  getLendingOracles,
  type IndexedOracle,
} from "./loans/getLendingOracles.ts";
export {
  type GetLendingPositionsParameters,
  getLendingPositions,
  type IndexedLendingPosition,
} from "./loans/getLendingPositions.ts";
export {
  type GetLendingRateModelsParameters,
  getLendingRateModels,
  type IndexedRateModel,
} from "./loans/getLendingRateModels.ts";
export { type GetPoolExitsParameters, getPoolExits, type IndexedExit } from "./loans/getPoolExits.ts";
export { type GetPoolNoticesParameters, getPoolNotices, type IndexedNotice } from "./loans/getPoolNotices.ts";
export {
  type GetVouchEventsParameters,
  getVouchEvents,
  type IndexedVouchEvent,
} from "./loans/getVouchEvents.ts";
export { type GetVouchesParameters, getVouches, type IndexedVouch } from "./loans/getVouches.ts";
export {
  type GetVouchInvitesParameters,
  getVouchInvites,
  type IndexedInvite,
} from "./loans/getVouchInvites.ts";
export type { Page, PageParameters } from "./page.ts";
export { type WaitForIndexedParameters, waitForIndexed } from "./waitForIndexed.ts";
