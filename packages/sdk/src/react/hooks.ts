"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import {
  anchorOptions,
  assetOptions,
  balancesOptions,
  budgetOptions,
  campaignClaimedOptions,
  campaignOptions,
  canReceiveOptions,
  epochOptions,
  exchangeOptions,
  hasRoleOptions,
  holdingOptions,
  isAttesterOptions,
  isIncomeClaimedOptions,
  isIssuerOptions,
  isMoneyOptions,
  itemsBoughtOptions,
  keysOptions,
  locksOptions,
  nextDripAtOptions,
  orderStateOptions,
  paymentOptions,
  pointsChannelOptions,
  pointsOptions,
  poolOptions,
  positionOptions,
  previewDepositOptions,
  previewEarlyExitOptions,
  previewExchangeOptions,
  previewRedemptionOptions,
  previewTapClaimOptions,
  quoteMatchOptions,
  quoteOptions,
  recoveryOptions,
  redemptionOptions,
  referralOptions,
  referralTermsOptions,
  referrerPaidOptions,
  requirementsOptions,
  stakingPositionOptions,
  standingOptions,
  storeItemOptions,
  storeOptions,
  tapTallyOptions,
  tapTermsOptions,
  transferRefusalOptions,
  vaultOptions,
} from "./chain.ts";
import { useSubgraph } from "./SubgraphProvider.ts";
import {
  anchorPagesOptions,
  anchorsOptions,
  assetHistoryOptions,
  assetPagesOptions,
  assetsOptions,
  attestersOptions,
  bonusPositionsOptions,
  budgetsOptions,
  campaignClaimPagesOptions,
  campaignClaimsOptions,
  campaignPagesOptions,
  campaignRootsOptions,
  campaignsOptions,
  claimPagesOptions,
  claimsOptions,
  failedFillPagesOptions,
  failedFillsOptions,
  holderPagesOptions,
  holdersOptions,
  incomeHistoryOptions,
  incomeHoldingsOptions,
  indexedAssetOptions,
  indexedBlockOptions,
  makerOptions,
  makerOrderPagesOptions,
  makerOrdersOptions,
  marketsOptions,
  modulesOptions,
  moneyListingsOptions,
  operationPagesOptions,
  operationsOptions,
  paymentPagesOptions,
  paymentsOptions,
  pointsAccountOptions,
  pointsChannelsOptions,
  pointsEventPagesOptions,
  pointsEventsOptions,
  poolEventPagesOptions,
  poolEventsOptions,
  poolFiguresOptions,
  poolHistoryOptions,
  poolPointOptions,
  poolPositionPagesOptions,
  poolPositionsOptions,
  portfolioOptions,
  priceHistoryOptions,
  priceHistoryPagesOptions,
  protocolOptions,
  recoveriesOptions,
  recoveryPagesOptions,
  redemptionPagesOptions,
  redemptionsOptions,
  referralPagesOptions,
  referralsOptions,
  rolesOptions,
  shareRedemptionPagesOptions,
  shareRedemptionsOptions,
  storeItemPagesOptions,
  storeItemsOptions,
  storeOrderPagesOptions,
  storeOrdersOptions,
  tapClaimPagesOptions,
  tapClaimsOptions,
  tradePagesOptions,
  tradesOptions,
  transactionPagesOptions,
  transactionsOptions,
  vaultHistoryOptions,
  vaultPointOptions,
} from "./subgraph.ts";

/** Second parameter of a maker of options: what is asked. */
export type Asked<options extends (client: never, parameters: never) => unknown> = Parameters<options>[1];

/** Reads who an account is; idle while the parameters are undefined. */
export function useStanding(parameters: Asked<typeof standingOptions>) {
  return useQuery(standingOptions(useClient(), parameters));
}

/** Reads whether an account may tokenize; idle while the parameters are undefined. */
export function useIsIssuer(parameters: Asked<typeof isIssuerOptions>) {
  return useQuery(isIssuerOptions(useClient(), parameters));
}

/** Reads whether an account holds a role; idle while the parameters are undefined. */
export function useHasRole(parameters: Asked<typeof hasRoleOptions>) {
  return useQuery(hasRoleOptions(useClient(), parameters));
}

/** Reads one asset, exactly; idle while the parameters are undefined. */
export function useAsset(parameters: Asked<typeof assetOptions>) {
  return useQuery(assetOptions(useClient(), parameters));
}

/** Reads what an account holds of an asset; idle while the parameters are undefined. */
export function useHolding(parameters: Asked<typeof holdingOptions>) {
  return useQuery(holdingOptions(useClient(), parameters));
}

/** Reads what the rules say of a transfer; idle while the parameters are undefined. */
export function useTransferRefusal(parameters: Asked<typeof transferRefusalOptions>) {
  return useQuery(transferRefusalOptions(useClient(), parameters));
}

/** Reads what an account stakes; idle while the parameters are undefined. */
export function usePosition(parameters: Asked<typeof positionOptions>) {
  return useQuery(positionOptions(useClient(), parameters));
}

/** Reads the staking vault. */
export function useVault(parameters: Asked<typeof vaultOptions> = {}) {
  return useQuery(vaultOptions(useClient(), parameters));
}

/** Reads the sQTI that a deposit would give; idle while the parameters are undefined. */
export function usePreviewDeposit(parameters: Asked<typeof previewDepositOptions>) {
  return useQuery(previewDepositOptions(useClient(), parameters));
}

/** Reads the money of an account; idle while the parameters are undefined. */
export function useBalances(parameters: Asked<typeof balancesOptions>) {
  return useQuery(balancesOptions(useClient(), parameters));
}

/** Reads what is missing before an action; idle while the parameters are undefined. */
export function useRequirements(parameters: Asked<typeof requirementsOptions>) {
  return useQuery(requirementsOptions(useClient(), parameters));
}

/** Reads the post-quantum keys of an account; idle while the parameters are undefined. */
export function useKeys(parameters: Asked<typeof keysOptions>) {
  return useQuery(keysOptions(useClient(), parameters));
}

/** Reads an anchored root of the log of records, the newest one when nothing else is asked. */
export function useAnchor(parameters: Asked<typeof anchorOptions> = {}) {
  return useQuery(anchorOptions(useClient(), parameters));
}

/** Reads when the faucet gives again; idle while the parameters are undefined. */
export function useNextDripAt(parameters: Asked<typeof nextDripAtOptions>) {
  return useQuery(nextDripAtOptions(useClient(), parameters));
}

/** Reads one payment of income; idle while the parameters are undefined. */
export function usePayment(parameters: Asked<typeof paymentOptions>) {
  return useQuery(paymentOptions(useClient(), parameters));
}

/** Reads the redemption of an asset; idle while the parameters are undefined. */
export function useRedemption(parameters: Asked<typeof redemptionOptions>) {
  return useQuery(redemptionOptions(useClient(), parameters));
}

/** Reads the money that shares would give; idle while the parameters are undefined. */
export function usePreviewRedemption(parameters: Asked<typeof previewRedemptionOptions>) {
  return useQuery(previewRedemptionOptions(useClient(), parameters));
}

/** Reads the epoch of a maker; idle while the parameters are undefined. */
export function useEpoch(parameters: Asked<typeof epochOptions>) {
  return useQuery(epochOptions(useClient(), parameters));
}

/** Reads the fee of the exchange and whether it is paused. */
export function useExchange(parameters: Asked<typeof exchangeOptions> = {}) {
  return useQuery(exchangeOptions(useClient(), parameters));
}

/** Reads what is filled of an order; idle while the parameters are undefined. */
export function useOrderState(parameters: Asked<typeof orderStateOptions>) {
  return useQuery(orderStateOptions(useClient(), parameters));
}

/** Reads what an order would give now, for how much; idle while the parameters are undefined. */
export function useQuote(parameters: Asked<typeof quoteOptions>) {
  return useQuery(quoteOptions(useClient(), parameters));
}

/** Reads what matching two orders would give now; idle while the parameters are undefined. */
export function useQuoteMatch(parameters: Asked<typeof quoteMatchOptions>) {
  return useQuery(quoteMatchOptions(useClient(), parameters));
}

/** Reads the pending recovery of an account; idle while the parameters are undefined. */
export function useRecovery(parameters: Asked<typeof recoveryOptions>) {
  return useQuery(recoveryOptions(useClient(), parameters));
}

/** Reads whether an account may receive regulated shares; idle while the parameters are undefined. */
export function useCanReceive(parameters: Asked<typeof canReceiveOptions>) {
  return useQuery(canReceiveOptions(useClient(), parameters));
}

/** Reads whether a contract takes a token as money; idle while the parameters are undefined. */
export function useIsMoney(parameters: Asked<typeof isMoneyOptions>) {
  return useQuery(isMoneyOptions(useClient(), parameters));
}

/** Reads whether a claim of an income was paid out; idle while the parameters are undefined. */
export function useIsIncomeClaimed(parameters: Asked<typeof isIncomeClaimedOptions>) {
  return useQuery(isIncomeClaimedOptions(useClient(), parameters));
}

/** Reads whether attestations that an account signs count; idle while the parameters are undefined. */
export function useIsAttester(parameters: Asked<typeof isAttesterOptions>) {
  return useQuery(isAttesterOptions(useClient(), parameters));
}

/** Asks the subgraph for the numbers of the whole protocol. */
export function useProtocol(parameters: Asked<typeof protocolOptions> = {}) {
  return useQuery(protocolOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of assets. */
export function useAssets(parameters: Asked<typeof assetsOptions> = {}) {
  return useQuery(assetsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for one asset with its history; idle while the parameters are undefined. */
export function useIndexedAsset(parameters: Asked<typeof indexedAssetOptions>) {
  return useQuery(indexedAssetOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of holders; idle while the parameters are undefined. */
export function useHolders(parameters: Asked<typeof holdersOptions>) {
  return useQuery(holdersOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of what happened. */
export function useTransactions(parameters: Asked<typeof transactionsOptions> = {}) {
  return useQuery(transactionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what an account is, holds, stakes and issued; idle while the parameters are undefined. */
export function usePortfolio(parameters: Asked<typeof portfolioOptions>) {
  return useQuery(portfolioOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how the vault developed; idle while the parameters are undefined. */
export function useVaultHistory(parameters: Asked<typeof vaultHistoryOptions>) {
  return useQuery(vaultHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how the shares of an asset moved; idle while the parameters are undefined. */
export function useAssetHistory(parameters: Asked<typeof assetHistoryOptions>) {
  return useQuery(assetHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how far the index has come. */
export function useIndexedBlock(parameters: Asked<typeof indexedBlockOptions> = {}) {
  return useQuery(indexedBlockOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for assets, page after page. */
export function useAssetPages(parameters: Asked<typeof assetPagesOptions> = {}) {
  return useInfiniteQuery(assetPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for holders, page after page; idle while the parameters are undefined. */
export function useHolderPages(parameters: Asked<typeof holderPagesOptions>) {
  return useInfiniteQuery(holderPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened, page after page. */
export function useTransactionPages(parameters: Asked<typeof transactionPagesOptions> = {}) {
  return useInfiniteQuery(transactionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of anchored roots. */
export function useAnchors(parameters: Asked<typeof anchorsOptions> = {}) {
  return useQuery(anchorsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of payments of income. */
export function usePayments(parameters: Asked<typeof paymentsOptions> = {}) {
  return useQuery(paymentsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for payments of income, page after page. */
export function usePaymentPages(parameters: Asked<typeof paymentPagesOptions> = {}) {
  return useInfiniteQuery(paymentPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of claimed income. */
export function useClaims(parameters: Asked<typeof claimsOptions> = {}) {
  return useQuery(claimsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for claimed income, page after page. */
export function useClaimPages(parameters: Asked<typeof claimPagesOptions> = {}) {
  return useInfiniteQuery(claimPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of redemptions of matured assets. */
export function useRedemptions(parameters: Asked<typeof redemptionsOptions> = {}) {
  return useQuery(redemptionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of redeemed shares. */
export function useShareRedemptions(parameters: Asked<typeof shareRedemptionsOptions> = {}) {
  return useQuery(shareRedemptionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for redeemed shares, page after page. */
export function useShareRedemptionPages(parameters: Asked<typeof shareRedemptionPagesOptions> = {}) {
  return useInfiniteQuery(shareRedemptionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the tokens that contracts take as money. */
export function useMoneyListings(parameters: Asked<typeof moneyListingsOptions> = {}) {
  return useQuery(moneyListingsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for roles and who holds them. */
export function useRoles(parameters: Asked<typeof rolesOptions> = {}) {
  return useQuery(rolesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of delayed operations. */
export function useOperations(parameters: Asked<typeof operationsOptions> = {}) {
  return useQuery(operationsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for delayed operations, page after page. */
export function useOperationPages(parameters: Asked<typeof operationPagesOptions> = {}) {
  return useInfiniteQuery(operationPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of recoveries of lost accounts. */
export function useRecoveries(parameters: Asked<typeof recoveriesOptions> = {}) {
  return useQuery(recoveriesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for recoveries of lost accounts, page after page. */
export function useRecoveryPages(parameters: Asked<typeof recoveryPagesOptions> = {}) {
  return useInfiniteQuery(recoveryPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for markets, the largest first. */
export function useMarkets(parameters: Asked<typeof marketsOptions> = {}) {
  return useQuery(marketsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of trades. */
export function useTrades(parameters: Asked<typeof tradesOptions> = {}) {
  return useQuery(tradesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for trades, page after page. */
export function useTradePages(parameters: Asked<typeof tradePagesOptions> = {}) {
  return useInfiniteQuery(tradePagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the candles of a market; idle while the parameters are undefined. */
export function usePriceHistory(parameters: Asked<typeof priceHistoryOptions>) {
  return useQuery(priceHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the candles of a market, page after page; idle while the parameters are undefined. */
export function usePriceHistoryPages(parameters: Asked<typeof priceHistoryPagesOptions>) {
  return useInfiniteQuery(priceHistoryPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of orders that were filled or cancelled. */
export function useMakerOrders(parameters: Asked<typeof makerOrdersOptions> = {}) {
  return useQuery(makerOrdersOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for orders that were filled or cancelled, page after page. */
export function useMakerOrderPages(parameters: Asked<typeof makerOrderPagesOptions> = {}) {
  return useInfiniteQuery(makerOrderPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what the chain knows of a maker; idle while the parameters are undefined. */
export function useMaker(parameters: Asked<typeof makerOptions>) {
  return useQuery(makerOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for a page of orders of batches that could not be filled. */
export function useFailedFills(parameters: Asked<typeof failedFillsOptions> = {}) {
  return useQuery(failedFillsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for orders of batches that could not be filled, page after page. */
export function useFailedFillPages(parameters: Asked<typeof failedFillPagesOptions> = {}) {
  return useInfiniteQuery(failedFillPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what an asset paid; idle while the parameters are undefined. */
export function useIncomeHistory(parameters: Asked<typeof incomeHistoryOptions>) {
  return useQuery(incomeHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for everybody who held an asset at a block; idle while the parameters are undefined. */
export function useIncomeHoldings(parameters: Asked<typeof incomeHoldingsOptions>) {
  return useQuery(incomeHoldingsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for attesters. */
export function useAttesters(parameters: Asked<typeof attestersOptions> = {}) {
  return useQuery(attestersOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for compliance modules. */
export function useModules(parameters: Asked<typeof modulesOptions> = {}) {
  return useQuery(modulesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for redemptions of matured assets, page after page. */
export function useRedemptionPages(parameters: Asked<typeof redemptionPagesOptions> = {}) {
  return useInfiniteQuery(redemptionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for anchored roots, page after page. */
export function useAnchorPages(parameters: Asked<typeof anchorPagesOptions> = {}) {
  return useInfiniteQuery(anchorPagesOptions(useSubgraph(), parameters));
}

/** Reads the staking pool. */
export function usePool(parameters: Asked<typeof poolOptions> = {}) {
  return useQuery(poolOptions(useClient(), parameters));
}

/** Reads the locks that a position can have. */
export function useLocks(parameters: Asked<typeof locksOptions> = {}) {
  return useQuery(locksOptions(useClient(), parameters));
}

/** Reads a position of the pool, exactly; idle while the parameters are undefined. */
export function useStakingPosition(parameters: Asked<typeof stakingPositionOptions>) {
  return useQuery(stakingPositionOptions(useClient(), parameters));
}

/** Reads what leaving a position now would pay and leave behind; idle while the parameters are undefined. */
export function usePreviewEarlyExit(parameters: Asked<typeof previewEarlyExitOptions>) {
  return useQuery(previewEarlyExitOptions(useClient(), parameters));
}

/** Reads what a person has claimed for taps; idle while the parameters are undefined. */
export function useTapTally(parameters: Asked<typeof tapTallyOptions>) {
  return useQuery(tapTallyOptions(useClient(), parameters));
}

/** Reads by which terms taps are paid. */
export function useTapTerms(parameters: Asked<typeof tapTermsOptions> = {}) {
  return useQuery(tapTermsOptions(useClient(), parameters));
}

/** Reads what a voucher would be paid now; idle while the parameters are undefined. */
export function usePreviewTapClaim(parameters: Asked<typeof previewTapClaimOptions>) {
  return useQuery(previewTapClaimOptions(useClient(), parameters));
}

/** Reads who brought a newcomer and where that stands, exactly; idle while the parameters are undefined. */
export function useReferral(parameters: Asked<typeof referralOptions>) {
  return useQuery(referralOptions(useClient(), parameters));
}

/** Reads what a referral pays. */
export function useReferralTerms(parameters: Asked<typeof referralTermsOptions> = {}) {
  return useQuery(referralTermsOptions(useClient(), parameters));
}

/** Reads what a person was ever paid for bringing others; idle while the parameters are undefined. */
export function useReferrerPaid(parameters: Asked<typeof referrerPaidOptions>) {
  return useQuery(referrerPaidOptions(useClient(), parameters));
}

/** Reads the points of an account; idle while the parameters are undefined. */
export function usePoints(parameters: Asked<typeof pointsOptions>) {
  return useQuery(pointsOptions(useClient(), parameters));
}

/** Reads what can still be earned through a contract; idle while the parameters are undefined. */
export function usePointsChannel(parameters: Asked<typeof pointsChannelOptions>) {
  return useQuery(pointsChannelOptions(useClient(), parameters));
}

/** Reads the store. */
export function useStore(parameters: Asked<typeof storeOptions> = {}) {
  return useQuery(storeOptions(useClient(), parameters));
}

/** Reads an item of the store, exactly; idle while the parameters are undefined. */
export function useStoreItem(parameters: Asked<typeof storeItemOptions>) {
  return useQuery(storeItemOptions(useClient(), parameters));
}

/** Reads how many of an item a person has had; idle while the parameters are undefined. */
export function useItemsBought(parameters: Asked<typeof itemsBoughtOptions>) {
  return useQuery(itemsBoughtOptions(useClient(), parameters));
}

/** Reads what points would give in QTI; idle while the parameters are undefined. */
export function usePreviewExchange(parameters: Asked<typeof previewExchangeOptions>) {
  return useQuery(previewExchangeOptions(useClient(), parameters));
}

/** Reads a campaign, exactly; idle while the parameters are undefined. */
export function useCampaign(parameters: Asked<typeof campaignOptions>) {
  return useQuery(campaignOptions(useClient(), parameters));
}

/** Reads what an account has claimed of a campaign; idle while the parameters are undefined. */
export function useCampaignClaimed(parameters: Asked<typeof campaignClaimedOptions>) {
  return useQuery(campaignClaimedOptions(useClient(), parameters));
}

/** Reads what a contract may still pay out of the treasury; idle while the parameters are undefined. */
export function useBudget(parameters: Asked<typeof budgetOptions>) {
  return useQuery(budgetOptions(useClient(), parameters));
}

/** Asks the subgraph for positions of the pool. */
export function usePoolPositions(parameters: Asked<typeof poolPositionsOptions> = {}) {
  return useQuery(poolPositionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for positions of the pool, page after page. */
export function usePoolPositionPages(parameters: Asked<typeof poolPositionPagesOptions> = {}) {
  return useInfiniteQuery(poolPositionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to positions. */
export function usePoolEvents(parameters: Asked<typeof poolEventsOptions> = {}) {
  return useQuery(poolEventsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to positions, page after page. */
export function usePoolEventPages(parameters: Asked<typeof poolEventPagesOptions> = {}) {
  return useInfiniteQuery(poolEventPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how points moved. */
export function usePointsEvents(parameters: Asked<typeof pointsEventsOptions> = {}) {
  return useQuery(pointsEventsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how points moved, page after page. */
export function usePointsEventPages(parameters: Asked<typeof pointsEventPagesOptions> = {}) {
  return useInfiniteQuery(pointsEventPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for points claimed for taps. */
export function useTapClaims(parameters: Asked<typeof tapClaimsOptions> = {}) {
  return useQuery(tapClaimsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for points claimed for taps, page after page. */
export function useTapClaimPages(parameters: Asked<typeof tapClaimPagesOptions> = {}) {
  return useInfiniteQuery(tapClaimPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for referrals. */
export function useReferrals(parameters: Asked<typeof referralsOptions> = {}) {
  return useQuery(referralsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for referrals, page after page. */
export function useReferralPages(parameters: Asked<typeof referralPagesOptions> = {}) {
  return useInfiniteQuery(referralPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for items of the store. */
export function useStoreItems(parameters: Asked<typeof storeItemsOptions> = {}) {
  return useQuery(storeItemsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for items of the store, page after page. */
export function useStoreItemPages(parameters: Asked<typeof storeItemPagesOptions> = {}) {
  return useInfiniteQuery(storeItemPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for purchases in the store. */
export function useStoreOrders(parameters: Asked<typeof storeOrdersOptions> = {}) {
  return useQuery(storeOrdersOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for purchases in the store, page after page. */
export function useStoreOrderPages(parameters: Asked<typeof storeOrderPagesOptions> = {}) {
  return useInfiniteQuery(storeOrderPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for campaigns. */
export function useCampaigns(parameters: Asked<typeof campaignsOptions> = {}) {
  return useQuery(campaignsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for campaigns, page after page. */
export function useCampaignPages(parameters: Asked<typeof campaignPagesOptions> = {}) {
  return useInfiniteQuery(campaignPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for claims of campaigns. */
export function useCampaignClaims(parameters: Asked<typeof campaignClaimsOptions> = {}) {
  return useQuery(campaignClaimsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for claims of campaigns, page after page. */
export function useCampaignClaimPages(parameters: Asked<typeof campaignClaimPagesOptions> = {}) {
  return useInfiniteQuery(campaignClaimPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the pool's figures. */
export function usePoolFigures(parameters: Asked<typeof poolFiguresOptions> = {}) {
  return useQuery(poolFiguresOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the pool's history; idle while the parameters are undefined. */
export function usePoolHistory(parameters: Asked<typeof poolHistoryOptions>) {
  return useQuery(poolHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the pool at a time. */
export function usePoolPoint(parameters: Asked<typeof poolPointOptions> = {}) {
  return useQuery(poolPointOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the vault at a time. */
export function useVaultPoint(parameters: Asked<typeof vaultPointOptions> = {}) {
  return useQuery(vaultPointOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the points of an account; idle while the parameters are undefined. */
export function usePointsAccount(parameters: Asked<typeof pointsAccountOptions>) {
  return useQuery(pointsAccountOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the lists that were proposed for a campaign; idle while the parameters are undefined. */
export function useCampaignRoots(parameters: Asked<typeof campaignRootsOptions>) {
  return useQuery(campaignRootsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the budgets of the treasury. */
export function useBudgets(parameters: Asked<typeof budgetsOptions> = {}) {
  return useQuery(budgetsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the channels of points. */
export function usePointsChannels(parameters: Asked<typeof pointsChannelsOptions> = {}) {
  return useQuery(pointsChannelsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for everybody who shares in a staking bonus; idle while the parameters are undefined. */
export function useBonusPositions(parameters: Asked<typeof bonusPositionsOptions>) {
  return useQuery(bonusPositionsOptions(useSubgraph(), parameters));
}
