"use client";

import { useQuery } from "@tanstack/react-query";
import { useClient } from "wagmi";
import type { Asked } from "./hooks.ts";
import {
  appraisalOptions,
  claimableExitOptions,
  creditBookOptions,
  creditCohortOptions,
  creditLineOptions,
  creditNonceOptions,
  creditPoolOptions,
  creditTermsOptions,
  creditTierCapOptions,
  exitQueueOptions,
  exitTicketOptions,
  feedTermsOptions,
  isInvitedOptions,
  isMarketAuthorizedOptions,
  isMarketOracleOptions,
  isRateModelOptions,
  linesVouchedByOptions,
  liquidatorOptions,
  marketHealthOptions,
  marketNonceOptions,
  marketOptions,
  marketPositionOptions,
  noticeOptions,
  oraclePricesOptions,
  pledgedOptions,
  poolSharesOptions,
  previewPoolDepositOptions,
  previewPoolRedeemOptions,
  rateModelOptions,
  underwritingQuotaOptions,
  vouchersOptions,
  vouchOptions,
} from "./loans.ts";

/** Reads the book of the credit lines. */
export function useCreditBook(parameters: Asked<typeof creditBookOptions> = {}) {
  return useQuery(creditBookOptions(useClient(), parameters));
}

/** Reads what the lines of one cohort owe; idle while the parameters are undefined. */
export function useCreditCohort(parameters: Asked<typeof creditCohortOptions>) {
  return useQuery(creditCohortOptions(useClient(), parameters));
}

/** Reads the credit line of a person; idle while the parameters are undefined. */
export function useCreditLine(parameters: Asked<typeof creditLineOptions>) {
  return useQuery(creditLineOptions(useClient(), parameters));
}

/** Reads the nonce of the next attestation of a line; idle while the parameters are undefined. */
export function useCreditNonce(parameters: Asked<typeof creditNonceOptions>) {
  return useQuery(creditNonceOptions(useClient(), parameters));
}

/** Reads the terms of a cycle; idle while the parameters are undefined. */
export function useCreditTerms(parameters: Asked<typeof creditTermsOptions>) {
  return useQuery(creditTermsOptions(useClient(), parameters));
}

/** Reads the most that a limit may be for a tier; idle while the parameters are undefined. */
export function useCreditTierCap(parameters: Asked<typeof creditTierCapOptions>) {
  return useQuery(creditTierCapOptions(useClient(), parameters));
}

/** Reads how much underwriters may still raise limits by. */
export function useUnderwritingQuota(parameters: Asked<typeof underwritingQuotaOptions> = {}) {
  return useQuery(underwritingQuotaOptions(useClient(), parameters));
}

/** Reads whose a liquidator is. */
export function useLiquidator(parameters: Asked<typeof liquidatorOptions> = {}) {
  return useQuery(liquidatorOptions(useClient(), parameters));
}

/** Reads a lending market; idle while the parameters are undefined. */
export function useMarket(parameters: Asked<typeof marketOptions>) {
  return useQuery(marketOptions(useClient(), parameters));
}

/** Reads what an account owes in a market, and may; idle while the parameters are undefined. */
export function useMarketHealth(parameters: Asked<typeof marketHealthOptions>) {
  return useQuery(marketHealthOptions(useClient(), parameters));
}

/** Reads the nonce of the next authorization of an account; idle while the parameters are undefined. */
export function useMarketNonce(parameters: Asked<typeof marketNonceOptions>) {
  return useQuery(marketNonceOptions(useClient(), parameters));
}

/** Reads what an account has in a market; idle while the parameters are undefined. */
export function useMarketPosition(parameters: Asked<typeof marketPositionOptions>) {
  return useQuery(marketPositionOptions(useClient(), parameters));
}

/** Reads how many shares of an asset an account has pledged; idle while the parameters are undefined. */
export function usePledged(parameters: Asked<typeof pledgedOptions>) {
  return useQuery(pledgedOptions(useClient(), parameters));
}

/** Reads the bounds and the pace of a rate model. */
export function useRateModel(parameters: Asked<typeof rateModelOptions> = {}) {
  return useQuery(rateModelOptions(useClient(), parameters));
}

/** Reads whether an account lets another act for it in the markets; idle while the parameters are undefined. */
export function useIsMarketAuthorized(parameters: Asked<typeof isMarketAuthorizedOptions>) {
  return useQuery(isMarketAuthorizedOptions(useClient(), parameters));
}

/** Reads whether markets can be created with an oracle; idle while the parameters are undefined. */
export function useIsMarketOracle(parameters: Asked<typeof isMarketOracleOptions>) {
  return useQuery(isMarketOracleOptions(useClient(), parameters));
}

/** Reads whether markets can be created with a rate model; idle while the parameters are undefined. */
export function useIsRateModel(parameters: Asked<typeof isRateModelOptions>) {
  return useQuery(isRateModelOptions(useClient(), parameters));
}

/** Reads the last appraisal of an asset; idle while the parameters are undefined. */
export function useAppraisal(parameters: Asked<typeof appraisalOptions>) {
  return useQuery(appraisalOptions(useClient(), parameters));
}

/** Reads how an oracle believes its feed. */
export function useFeedTerms(parameters: Asked<typeof feedTermsOptions> = {}) {
  return useQuery(feedTermsOptions(useClient(), parameters));
}

/** Reads the prices that a market asks for; idle while the parameters are undefined. */
export function useOraclePrices(parameters: Asked<typeof oraclePricesOptions>) {
  return useQuery(oraclePricesOptions(useClient(), parameters));
}

/** Reads what the queue has served to an account; idle while the parameters are undefined. */
export function useClaimableExit(parameters: Asked<typeof claimableExitOptions>) {
  return useQuery(claimableExitOptions(useClient(), parameters));
}

/** Reads a pool of the credit lines; idle while the parameters are undefined. */
export function useCreditPool(parameters: Asked<typeof creditPoolOptions>) {
  return useQuery(creditPoolOptions(useClient(), parameters));
}

/** Reads the queue of the senior pool. */
export function useExitQueue(parameters: Asked<typeof exitQueueOptions> = {}) {
  return useQuery(exitQueueOptions(useClient(), parameters));
}

/** Reads a place in the queue; idle while the parameters are undefined. */
export function useExitTicket(parameters: Asked<typeof exitTicketOptions>) {
  return useQuery(exitTicketOptions(useClient(), parameters));
}

/** Reads the notice of an owner of first-loss shares; idle while the parameters are undefined. */
export function useNotice(parameters: Asked<typeof noticeOptions>) {
  return useQuery(noticeOptions(useClient(), parameters));
}

/** Reads what an account has in a pool; idle while the parameters are undefined. */
export function usePoolShares(parameters: Asked<typeof poolSharesOptions>) {
  return useQuery(poolSharesOptions(useClient(), parameters));
}

/** Reads the shares that a deposit into a pool would give; idle while the parameters are undefined. */
export function usePreviewPoolDeposit(parameters: Asked<typeof previewPoolDepositOptions>) {
  return useQuery(previewPoolDepositOptions(useClient(), parameters));
}

/** Reads the money that shares of a pool would leave with; idle while the parameters are undefined. */
export function usePreviewPoolRedeem(parameters: Asked<typeof previewPoolRedeemOptions>) {
  return useQuery(previewPoolRedeemOptions(useClient(), parameters));
}

/** Reads for how many lines a person vouches; idle while the parameters are undefined. */
export function useLinesVouchedBy(parameters: Asked<typeof linesVouchedByOptions>) {
  return useQuery(linesVouchedByOptions(useClient(), parameters));
}

/** Reads what one person locked for the line of another; idle while the parameters are undefined. */
export function useVouch(parameters: Asked<typeof vouchOptions>) {
  return useQuery(vouchOptions(useClient(), parameters));
}

/** Reads who vouches for a line; idle while the parameters are undefined. */
export function useVouchers(parameters: Asked<typeof vouchersOptions>) {
  return useQuery(vouchersOptions(useClient(), parameters));
}

/** Reads whether a borrower lets a person vouch; idle while the parameters are undefined. */
export function useIsInvited(parameters: Asked<typeof isInvitedOptions>) {
  return useQuery(isInvitedOptions(useClient(), parameters));
}
