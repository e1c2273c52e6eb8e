import { getAnchors } from "../subgraph/getAnchors.ts";
import { getAsset } from "../subgraph/getAsset.ts";
import { getAssetHistory } from "../subgraph/getAssetHistory.ts";
import { getAssets } from "../subgraph/getAssets.ts";
import { getClaims } from "../subgraph/getClaims.ts";
import { getHolders } from "../subgraph/getHolders.ts";
import { getIndexedBlock } from "../subgraph/getIndexedBlock.ts";
import { getMoneyListings } from "../subgraph/getMoneyListings.ts";
import { getOperations } from "../subgraph/getOperations.ts";
import { getPayments } from "../subgraph/getPayments.ts";
import { getPortfolio } from "../subgraph/getPortfolio.ts";
import { getProtocol } from "../subgraph/getProtocol.ts";
import { getRecoveries } from "../subgraph/getRecoveries.ts";
import { getRedemptions } from "../subgraph/getRedemptions.ts";
import { getRoles } from "../subgraph/getRoles.ts";
import { getShareRedemptions } from "../subgraph/getShareRedemptions.ts";
import { getTransactions } from "../subgraph/getTransactions.ts";
import { getVaultHistory } from "../subgraph/getVaultHistory.ts";
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
