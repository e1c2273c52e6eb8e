import { getCreditBook } from "../loans/credit/getCreditBook.ts";
import { getCreditCohort } from "../loans/credit/getCreditCohort.ts";
import { getCreditLine } from "../loans/credit/getCreditLine.ts";
import { getCreditNonce } from "../loans/credit/getCreditNonce.ts";
import { getCreditTerms } from "../loans/credit/getCreditTerms.ts";
import { getCreditTierCap } from "../loans/credit/getCreditTierCap.ts";
import { getUnderwritingQuota } from "../loans/credit/getUnderwritingQuota.ts";
import { getLiquidator } from "../loans/markets/getLiquidator.ts";
import { getMarket } from "../loans/markets/getMarket.ts";
import { getMarketHealth } from "../loans/markets/getMarketHealth.ts";
import { getMarketNonce } from "../loans/markets/getMarketNonce.ts";
import { getMarketPosition } from "../loans/markets/getMarketPosition.ts";
import { getPledged } from "../loans/markets/getPledged.ts";
import { getRateModel } from "../loans/markets/getRateModel.ts";
import { isMarketAuthorized } from "../loans/markets/isMarketAuthorized.ts";
import { isMarketOracle } from "../loans/markets/isMarketOracle.ts";
import { isRateModel } from "../loans/markets/isRateModel.ts";
import { getAppraisal } from "../loans/oracles/getAppraisal.ts";
import { getFeedTerms } from "../loans/oracles/getFeedTerms.ts";
import { getOraclePrices } from "../loans/oracles/getOraclePrices.ts";
import { getClaimableExit } from "../loans/pools/getClaimableExit.ts";
import { getCreditPool } from "../loans/pools/getCreditPool.ts";
import { getExitQueue } from "../loans/pools/getExitQueue.ts";
import { getExitTicket } from "../loans/pools/getExitTicket.ts";
import { getNotice } from "../loans/pools/getNotice.ts";
import { getPoolShares } from "../loans/pools/getPoolShares.ts";
import { previewPoolDeposit } from "../loans/pools/previewPoolDeposit.ts";
import { previewPoolRedeem } from "../loans/pools/previewPoolRedeem.ts";
import { getLinesVouchedBy } from "../loans/vouching/getLinesVouchedBy.ts";
import { getVouch } from "../loans/vouching/getVouch.ts";
import { getVouchers } from "../loans/vouching/getVouchers.ts";
import { isInvited } from "../loans/vouching/isInvited.ts";
import { chainOptions } from "./options.ts";

/** Query options of `getCreditBook`. */
export const creditBookOptions = /* @__PURE__ */ chainOptions("getCreditBook", getCreditBook);
/** Query options of `getCreditCohort`. */
export const creditCohortOptions = /* @__PURE__ */ chainOptions("getCreditCohort", getCreditCohort);
/** Query options of `getCreditLine`. */
export const creditLineOptions = /* @__PURE__ */ chainOptions("getCreditLine", getCreditLine);
/** Query options of `getCreditNonce`. */
export const creditNonceOptions = /* @__PURE__ */ chainOptions("getCreditNonce", getCreditNonce);
/** Query options of `getCreditTerms`. */
export const creditTermsOptions = /* @__PURE__ */ chainOptions("getCreditTerms", getCreditTerms);
/** Query options of `getCreditTierCap`. */
export const creditTierCapOptions = /* @__PURE__ */ chainOptions("getCreditTierCap", getCreditTierCap);
/** Query options of `getUnderwritingQuota`; `null` when none was ever set. */
export const underwritingQuotaOptions = /* @__PURE__ */ chainOptions(
  "getUnderwritingQuota",
  getUnderwritingQuota,
);
/** Query options of `getLiquidator`. */
export const liquidatorOptions = /* @__PURE__ */ chainOptions("getLiquidator", getLiquidator);
/** Query options of `getMarket`; `null` when there is no such market. */
export const marketOptions = /* @__PURE__ */ chainOptions("getMarket", getMarket);
/** Query options of `getMarketHealth`. */
export const marketHealthOptions = /* @__PURE__ */ chainOptions("getMarketHealth", getMarketHealth);
/** Query options of `getMarketNonce`. */
export const marketNonceOptions = /* @__PURE__ */ chainOptions("getMarketNonce", getMarketNonce);
/** Query options of `getMarketPosition`. */
export const marketPositionOptions = /* @__PURE__ */ chainOptions("getMarketPosition", getMarketPosition);
/** Query options of `getPledged`. */
export const pledgedOptions = /* @__PURE__ */ chainOptions("getPledged", getPledged);
/** Query options of `getRateModel`. */
export const rateModelOptions = /* @__PURE__ */ chainOptions("getRateModel", getRateModel);
/** Query options of `isMarketAuthorized`. */
export const isMarketAuthorizedOptions = /* @__PURE__ */ chainOptions(
  "isMarketAuthorized",
  isMarketAuthorized,
);
/** Query options of `isMarketOracle`. */
export const isMarketOracleOptions = /* @__PURE__ */ chainOptions("isMarketOracle", isMarketOracle);
/** Query options of `isRateModel`. */
export const isRateModelOptions = /* @__PURE__ */ chainOptions("isRateModel", isRateModel);
/** Query options of `getAppraisal`; `null` when it was never appraised. */
export const appraisalOptions = /* @__PURE__ */ chainOptions("getAppraisal", getAppraisal);
/** Query options of `getFeedTerms`. */
export const feedTermsOptions = /* @__PURE__ */ chainOptions("getFeedTerms", getFeedTerms);
/** Query options of `getOraclePrices`. */
export const oraclePricesOptions = /* @__PURE__ */ chainOptions("getOraclePrices", getOraclePrices);
/** Query options of `getClaimableExit`. */
export const claimableExitOptions = /* @__PURE__ */ chainOptions("getClaimableExit", getClaimableExit);
/** Query options of `getCreditPool`. */
export const creditPoolOptions = /* @__PURE__ */ chainOptions("getCreditPool", getCreditPool);
/** Query options of `getExitQueue`. */
export const exitQueueOptions = /* @__PURE__ */ chainOptions("getExitQueue", getExitQueue);
/** Query options of `getExitTicket`; `null` when it was paid or taken back. */
export const exitTicketOptions = /* @__PURE__ */ chainOptions("getExitTicket", getExitTicket);
/** Query options of `getNotice`; `null` when there is none. */
export const noticeOptions = /* @__PURE__ */ chainOptions("getNotice", getNotice);
/** Query options of `getPoolShares`. */
export const poolSharesOptions = /* @__PURE__ */ chainOptions("getPoolShares", getPoolShares);
/** Query options of `previewPoolDeposit`. */
export const previewPoolDepositOptions = /* @__PURE__ */ chainOptions(
  "previewPoolDeposit",
  previewPoolDeposit,
);
/** Query options of `previewPoolRedeem`. */
export const previewPoolRedeemOptions = /* @__PURE__ */ chainOptions("previewPoolRedeem", previewPoolRedeem);
/** Query options of `getLinesVouchedBy`. */
export const linesVouchedByOptions = /* @__PURE__ */ chainOptions("getLinesVouchedBy", getLinesVouchedBy);
/** Query options of `getVouch`; `null` when there is no such vouch. */
export const vouchOptions = /* @__PURE__ */ chainOptions("getVouch", getVouch);
/** Query options of `getVouchers`. */
export const vouchersOptions = /* @__PURE__ */ chainOptions("getVouchers", getVouchers);
/** Query options of `isInvited`. */
export const isInvitedOptions = /* @__PURE__ */ chainOptions("isInvited", isInvited);
