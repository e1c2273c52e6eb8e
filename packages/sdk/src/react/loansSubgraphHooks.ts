"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Asked } from "./hooks.ts";
import {
  appraisalHistoryOptions,
  appraisalPagesOptions,
  appraisalsOptions,
  appraisedAssetsOptions,
  creditBookFiguresOptions,
  creditBookHistoryOptions,
  creditCohortsOptions,
  creditCycleTermsOptions,
  creditEventPagesOptions,
  creditEventsOptions,
  creditFlowsOptions,
  creditLinePagesOptions,
  creditLinesOptions,
  creditPoolEventPagesOptions,
  creditPoolEventsOptions,
  creditPoolFlowsOptions,
  creditPoolHistoryOptions,
  creditPoolPositionPagesOptions,
  creditPoolPositionsOptions,
  creditPoolsOptions,
  creditProgramOptions,
  creditTierCapsOptions,
  lendingAuthorizationsOptions,
  lendingEventPagesOptions,
  lendingEventsOptions,
  lendingFiguresOptions,
  lendingFlowsOptions,
  lendingHistoryOptions,
  lendingMarketPagesOptions,
  lendingMarketsOptions,
  lendingOraclesOptions,
  lendingPositionPagesOptions,
  lendingPositionsOptions,
  lendingRateModelsOptions,
  poolExitPagesOptions,
  poolExitsOptions,
  poolNoticesOptions,
  vouchEventPagesOptions,
  vouchEventsOptions,
  vouchesOptions,
  vouchInvitesOptions,
  vouchPagesOptions,
} from "./loansSubgraph.ts";
import { useSubgraph } from "./SubgraphProvider.ts";

/** Asks the subgraph for the appraisals of an asset, oldest first; idle while the parameters are undefined. */
export function useAppraisalHistory(parameters: Asked<typeof appraisalHistoryOptions>) {
  return useQuery(appraisalHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for appraisals, newest first. */
export function useAppraisals(parameters: Asked<typeof appraisalsOptions> = {}) {
  return useQuery(appraisalsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for appraisals, newest first, page after page. */
export function useAppraisalPages(parameters: Asked<typeof appraisalPagesOptions> = {}) {
  return useInfiniteQuery(appraisalPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the assets that can be appraised, and what they were appraised at. */
export function useAppraisedAssets(parameters: Asked<typeof appraisedAssetsOptions> = {}) {
  return useQuery(appraisedAssetsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the book of the credit lines as the index knows it. */
export function useCreditBookFigures(parameters: Asked<typeof creditBookFiguresOptions> = {}) {
  return useQuery(creditBookFiguresOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how cash, debt and the two pools developed, oldest first; idle while the parameters are undefined. */
export function useCreditBookHistory(parameters: Asked<typeof creditBookHistoryOptions>) {
  return useQuery(creditBookHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for cohorts of the credit lines by their cycle, and how those did that were in them. */
export function useCreditCohorts(parameters: Asked<typeof creditCohortsOptions> = {}) {
  return useQuery(creditCohortsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what credit lines cost, by the cycle from which it holds. */
export function useCreditCycleTerms(parameters: Asked<typeof creditCycleTermsOptions> = {}) {
  return useQuery(creditCycleTermsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to credit lines, newest first. */
export function useCreditEvents(parameters: Asked<typeof creditEventsOptions> = {}) {
  return useQuery(creditEventsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to credit lines, newest first, page after page. */
export function useCreditEventPages(parameters: Asked<typeof creditEventPagesOptions> = {}) {
  return useInfiniteQuery(creditEventPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what was drawn, paid and written off, and how cycles were met, oldest first; idle while the parameters are undefined. */
export function useCreditFlows(parameters: Asked<typeof creditFlowsOptions>) {
  return useQuery(creditFlowsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for credit lines, newest person first. */
export function useCreditLines(parameters: Asked<typeof creditLinesOptions> = {}) {
  return useQuery(creditLinesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for credit lines, newest person first, page after page. */
export function useCreditLinePages(parameters: Asked<typeof creditLinePagesOptions> = {}) {
  return useInfiniteQuery(creditLinePagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to shares of the pools, newest first. */
export function useCreditPoolEvents(parameters: Asked<typeof creditPoolEventsOptions> = {}) {
  return useQuery(creditPoolEventsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to shares of the pools, newest first, page after page. */
export function useCreditPoolEventPages(parameters: Asked<typeof creditPoolEventPagesOptions> = {}) {
  return useInfiniteQuery(creditPoolEventPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what was put into a pool and paid out of it, oldest first; idle while the parameters are undefined. */
export function useCreditPoolFlows(parameters: Asked<typeof creditPoolFlowsOptions>) {
  return useQuery(creditPoolFlowsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how a pool and the price of its shares developed, oldest first; idle while the parameters are undefined. */
export function useCreditPoolHistory(parameters: Asked<typeof creditPoolHistoryOptions>) {
  return useQuery(creditPoolHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what accounts have in the pools, by id. */
export function useCreditPoolPositions(parameters: Asked<typeof creditPoolPositionsOptions> = {}) {
  return useQuery(creditPoolPositionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what accounts have in the pools, by id, page after page. */
export function useCreditPoolPositionPages(parameters: Asked<typeof creditPoolPositionPagesOptions> = {}) {
  return useInfiniteQuery(creditPoolPositionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the two pools of the credit lines, with sums over all time. */
export function useCreditPools(parameters: Asked<typeof creditPoolsOptions> = {}) {
  return useQuery(creditPoolsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for sums over all credit lines, how their cycles were met, and the quota of underwriters. */
export function useCreditProgram(parameters: Asked<typeof creditProgramOptions> = {}) {
  return useQuery(creditProgramOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the most that a limit may be, by tier of verification. */
export function useCreditTierCaps(parameters: Asked<typeof creditTierCapsOptions> = {}) {
  return useQuery(creditTierCapsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for who may act for whom in the lending markets, or might once. */
export function useLendingAuthorizations(parameters: Asked<typeof lendingAuthorizationsOptions> = {}) {
  return useQuery(lendingAuthorizationsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to positions of lending markets, newest first. */
export function useLendingEvents(parameters: Asked<typeof lendingEventsOptions> = {}) {
  return useQuery(lendingEventsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what happened to positions of lending markets, newest first, page after page. */
export function useLendingEventPages(parameters: Asked<typeof lendingEventPagesOptions> = {}) {
  return useInfiniteQuery(lendingEventPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for sums over all lending markets, and until when they are paused. */
export function useLendingFigures(parameters: Asked<typeof lendingFiguresOptions> = {}) {
  return useQuery(lendingFiguresOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what moved in a lending market, and the interest it bore, oldest first; idle while the parameters are undefined. */
export function useLendingFlows(parameters: Asked<typeof lendingFlowsOptions>) {
  return useQuery(lendingFlowsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for how a lending market developed; idle while the parameters are undefined. */
export function useLendingHistory(parameters: Asked<typeof lendingHistoryOptions>) {
  return useQuery(lendingHistoryOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for lending markets, by id. */
export function useLendingMarkets(parameters: Asked<typeof lendingMarketsOptions> = {}) {
  return useQuery(lendingMarketsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for lending markets, by id, page after page. */
export function useLendingMarketPages(parameters: Asked<typeof lendingMarketPagesOptions> = {}) {
  return useInfiniteQuery(lendingMarketPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the oracles that markets may be created with, or once might. */
export function useLendingOracles(parameters: Asked<typeof lendingOraclesOptions> = {}) {
  return useQuery(lendingOraclesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what accounts lend, pledged and owe in lending markets, by id. */
export function useLendingPositions(parameters: Asked<typeof lendingPositionsOptions> = {}) {
  return useQuery(lendingPositionsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for what accounts lend, pledged and owe in lending markets, by id, page after page. */
export function useLendingPositionPages(parameters: Asked<typeof lendingPositionPagesOptions> = {}) {
  return useInfiniteQuery(lendingPositionPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for the rate models that markets may be created with, or once might. */
export function useLendingRateModels(parameters: Asked<typeof lendingRateModelsOptions> = {}) {
  return useQuery(lendingRateModelsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for tickets of the queue of the senior pool, newest first. */
export function usePoolExits(parameters: Asked<typeof poolExitsOptions> = {}) {
  return useQuery(poolExitsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for tickets of the queue of the senior pool, newest first, page after page. */
export function usePoolExitPages(parameters: Asked<typeof poolExitPagesOptions> = {}) {
  return useInfiniteQuery(poolExitPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for notices of the first-loss pool, by owner. */
export function usePoolNotices(parameters: Asked<typeof poolNoticesOptions> = {}) {
  return useQuery(poolNoticesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for changes of vouches, newest first. */
export function useVouchEvents(parameters: Asked<typeof vouchEventsOptions> = {}) {
  return useQuery(vouchEventsOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for changes of vouches, newest first, page after page. */
export function useVouchEventPages(parameters: Asked<typeof vouchEventPagesOptions> = {}) {
  return useInfiniteQuery(vouchEventPagesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for whom borrowers let vouch for them, or did. */
export function useVouchInvites(parameters: Asked<typeof vouchInvitesOptions> = {}) {
  return useQuery(vouchInvitesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for who vouches for whom, or did, by id. */
export function useVouches(parameters: Asked<typeof vouchesOptions> = {}) {
  return useQuery(vouchesOptions(useSubgraph(), parameters));
}

/** Asks the subgraph for who vouches for whom, or did, by id, page after page. */
export function useVouchPages(parameters: Asked<typeof vouchPagesOptions> = {}) {
  return useInfiniteQuery(vouchPagesOptions(useSubgraph(), parameters));
}
