import { getAppraisalHistory } from "../subgraph/loans/getAppraisalHistory.ts";
import { getAppraisals } from "../subgraph/loans/getAppraisals.ts";
import { getAppraisedAssets } from "../subgraph/loans/getAppraisedAssets.ts";
import { getCreditBookFigures } from "../subgraph/loans/getCreditBookFigures.ts";
import { getCreditBookHistory } from "../subgraph/loans/getCreditBookHistory.ts";
import { getCreditCohorts } from "../subgraph/loans/getCreditCohorts.ts";
import { getCreditCycleTerms } from "../subgraph/loans/getCreditCycleTerms.ts";
import { getCreditEvents } from "../subgraph/loans/getCreditEvents.ts";
import { getCreditFlows } from "../subgraph/loans/getCreditFlows.ts";
import { getCreditLines } from "../subgraph/loans/getCreditLines.ts";
import { getCreditPoolEvents } from "../subgraph/loans/getCreditPoolEvents.ts";
import { getCreditPoolFlows } from "../subgraph/loans/getCreditPoolFlows.ts";
import { getCreditPoolHistory } from "../subgraph/loans/getCreditPoolHistory.ts";
import { getCreditPoolPositions } from "../subgraph/loans/getCreditPoolPositions.ts";
import { getCreditPools } from "../subgraph/loans/getCreditPools.ts";
import { getCreditProgram } from "../subgraph/loans/getCreditProgram.ts";
import { getCreditTierCaps } from "../subgraph/loans/getCreditTierCaps.ts";
import { getLendingAuthorizations } from "../subgraph/loans/getLendingAuthorizations.ts";
import { getLendingEvents } from "../subgraph/loans/getLendingEvents.ts";
import { getLendingFigures } from "../subgraph/loans/getLendingFigures.ts";
import { getLendingFlows } from "../subgraph/loans/getLendingFlows.ts";
import { getLendingHistory } from "../subgraph/loans/getLendingHistory.ts";
import { getLendingMarkets } from "../subgraph/loans/getLendingMarkets.ts";
import { getLendingOracles } from "../subgraph/loans/getLendingOracles.ts";
import { getLendingPositions } from "../subgraph/loans/getLendingPositions.ts";
import { getLendingRateModels } from "../subgraph/loans/getLendingRateModels.ts";
import { getPoolExits } from "../subgraph/loans/getPoolExits.ts";
import { getPoolNotices } from "../subgraph/loans/getPoolNotices.ts";
import { getVouchEvents } from "../subgraph/loans/getVouchEvents.ts";
import { getVouches } from "../subgraph/loans/getVouches.ts";
import { getVouchInvites } from "../subgraph/loans/getVouchInvites.ts";
import { pagesOptions, subgraphOptions } from "./options.ts";

/** Query options of `getAppraisalHistory`. */
export const appraisalHistoryOptions = /* @__PURE__ */ subgraphOptions(
  "getAppraisalHistory",
  getAppraisalHistory,
);
/** Query options of one page of `getAppraisals`. */
export const appraisalsOptions = /* @__PURE__ */ subgraphOptions("getAppraisals", getAppraisals);
/** Infinite query options of `getAppraisals`. */
export const appraisalPagesOptions = /* @__PURE__ */ pagesOptions("getAppraisals", getAppraisals);
/** Query options of `getAppraisedAssets`. */
export const appraisedAssetsOptions = /* @__PURE__ */ subgraphOptions(
  "getAppraisedAssets",
  getAppraisedAssets,
);
/** Query options of `getCreditBookFigures`; `null` before anything happened to it. */
export const creditBookFiguresOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditBookFigures",
  getCreditBookFigures,
);
/** Query options of `getCreditBookHistory`. */
export const creditBookHistoryOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditBookHistory",
  getCreditBookHistory,
);
/** Query options of `getCreditCohorts`. */
export const creditCohortsOptions = /* @__PURE__ */ subgraphOptions("getCreditCohorts", getCreditCohorts);
/** Query options of `getCreditCycleTerms`. */
export const creditCycleTermsOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditCycleTerms",
  getCreditCycleTerms,
);
/** Query options of one page of `getCreditEvents`. */
export const creditEventsOptions = /* @__PURE__ */ subgraphOptions("getCreditEvents", getCreditEvents);
/** Infinite query options of `getCreditEvents`. */
export const creditEventPagesOptions = /* @__PURE__ */ pagesOptions("getCreditEvents", getCreditEvents);
/** Query options of `getCreditFlows`. */
export const creditFlowsOptions = /* @__PURE__ */ subgraphOptions("getCreditFlows", getCreditFlows);
/** Query options of one page of `getCreditLines`. */
export const creditLinesOptions = /* @__PURE__ */ subgraphOptions("getCreditLines", getCreditLines);
/** Infinite query options of `getCreditLines`. */
export const creditLinePagesOptions = /* @__PURE__ */ pagesOptions("getCreditLines", getCreditLines);
/** Query options of one page of `getCreditPoolEvents`. */
export const creditPoolEventsOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditPoolEvents",
  getCreditPoolEvents,
);
/** Infinite query options of `getCreditPoolEvents`. */
export const creditPoolEventPagesOptions = /* @__PURE__ */ pagesOptions(
  "getCreditPoolEvents",
  getCreditPoolEvents,
);
/** Query options of `getCreditPoolFlows`. */
export const creditPoolFlowsOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditPoolFlows",
  getCreditPoolFlows,
);
/** Query options of `getCreditPoolHistory`. */
export const creditPoolHistoryOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditPoolHistory",
  getCreditPoolHistory,
);
/** Query options of one page of `getCreditPoolPositions`. */
export const creditPoolPositionsOptions = /* @__PURE__ */ subgraphOptions(
  "getCreditPoolPositions",
  getCreditPoolPositions,
);
/** Infinite query options of `getCreditPoolPositions`. */
export const creditPoolPositionPagesOptions = /* @__PURE__ */ pagesOptions(
  "getCreditPoolPositions",
  getCreditPoolPositions,
);
/** Query options of `getCreditPools`. */
export const creditPoolsOptions = /* @__PURE__ */ subgraphOptions("getCreditPools", getCreditPools);
/** Query options of `getCreditProgram`; `null` before anything happened to it. */
export const creditProgramOptions = /* @__PURE__ */ subgraphOptions("getCreditProgram", getCreditProgram);
/** Query options of `getCreditTierCaps`. */
export const creditTierCapsOptions = /* @__PURE__ */ subgraphOptions("getCreditTierCaps", getCreditTierCaps);
/** Query options of `getLendingAuthorizations`. */
export const lendingAuthorizationsOptions = /* @__PURE__ */ subgraphOptions(
  "getLendingAuthorizations",
  getLendingAuthorizations,
);
/** Query options of one page of `getLendingEvents`. */
export const lendingEventsOptions = /* @__PURE__ */ subgraphOptions("getLendingEvents", getLendingEvents);
/** Infinite query options of `getLendingEvents`. */
export const lendingEventPagesOptions = /* @__PURE__ */ pagesOptions("getLendingEvents", getLendingEvents);
/** Query options of `getLendingFigures`; `null` before anything happened to it. */
export const lendingFiguresOptions = /* @__PURE__ */ subgraphOptions("getLendingFigures", getLendingFigures);
/** Query options of `getLendingFlows`. */
export const lendingFlowsOptions = /* @__PURE__ */ subgraphOptions("getLendingFlows", getLendingFlows);
/** Query options of `getLendingHistory`. */
export const lendingHistoryOptions = /* @__PURE__ */ subgraphOptions("getLendingHistory", getLendingHistory);
/** Query options of one page of `getLendingMarkets`. */
export const lendingMarketsOptions = /* @__PURE__ */ subgraphOptions("getLendingMarkets", getLendingMarkets);
/** Infinite query options of `getLendingMarkets`. */
export const lendingMarketPagesOptions = /* @__PURE__ */ pagesOptions("getLendingMarkets", getLendingMarkets);
/** Query options of `getLendingOracles`. */
export const lendingOraclesOptions = /* @__PURE__ */ subgraphOptions("getLendingOracles", getLendingOracles);
/** Query options of one page of `getLendingPositions`. */
export const lendingPositionsOptions = /* @__PURE__ */ subgraphOptions(
  "getLendingPositions",
  getLendingPositions,
);
/** Infinite query options of `getLendingPositions`. */
export const lendingPositionPagesOptions = /* @__PURE__ */ pagesOptions(
  "getLendingPositions",
  getLendingPositions,
);
/** Query options of `getLendingRateModels`. */
export const lendingRateModelsOptions = /* @__PURE__ */ subgraphOptions(
  "getLendingRateModels",
  getLendingRateModels,
);
/** Query options of one page of `getPoolExits`. */
export const poolExitsOptions = /* @__PURE__ */ subgraphOptions("getPoolExits", getPoolExits);
/** Infinite query options of `getPoolExits`. */
export const poolExitPagesOptions = /* @__PURE__ */ pagesOptions("getPoolExits", getPoolExits);
/** Query options of `getPoolNotices`. */
export const poolNoticesOptions = /* @__PURE__ */ subgraphOptions("getPoolNotices", getPoolNotices);
/** Query options of one page of `getVouchEvents`. */
export const vouchEventsOptions = /* @__PURE__ */ subgraphOptions("getVouchEvents", getVouchEvents);
/** Infinite query options of `getVouchEvents`. */
export const vouchEventPagesOptions = /* @__PURE__ */ pagesOptions("getVouchEvents", getVouchEvents);
/** Query options of `getVouchInvites`. */
export const vouchInvitesOptions = /* @__PURE__ */ subgraphOptions("getVouchInvites", getVouchInvites);
/** Query options of one page of `getVouches`. */
export const vouchesOptions = /* @__PURE__ */ subgraphOptions("getVouches", getVouches);
/** Infinite query options of `getVouches`. */
export const vouchPagesOptions = /* @__PURE__ */ pagesOptions("getVouches", getVouches);
