/* What the pages of lending markets read from chain and index; loaded when one of them first needs it. */
import "../no-eval";

export {
  getAppraisal,
  getFeedTerms,
  getHolding,
  getMarket,
  getMarketPosition,
  getOraclePrices,
  previewLiquidation,
} from "@qti/sdk";
export { appraisalOracleAbi } from "@qti/sdk/abis";
export {
  getAppraisalHistory,
  getAppraisedAssets,
  getLendingAuthorizations,
  getLendingHistory,
  getLendingMarkets,
  getLendingPositions,
} from "@qti/sdk/subgraph";
export { feedAbi } from "./feed-abi";
export { mayReceive } from "./may-receive";
