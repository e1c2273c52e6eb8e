import { getAsset } from "../assets/getAsset.ts";
import { getHolding } from "../assets/getHolding.ts";
import { getPayment } from "../assets/getPayment.ts";
import { getRedemption } from "../assets/getRedemption.ts";
import { isIncomeClaimed } from "../assets/isIncomeClaimed.ts";
import { previewRedemption } from "../assets/previewRedemption.ts";
import { transferRefusal } from "../assets/transferRefusal.ts";
import { requirements } from "../core/requirements.ts";
import { nextDripAt } from "../devnet/nextDripAt.ts";
import { getEpoch } from "../exchange/getEpoch.ts";
import { getExchange } from "../exchange/getExchange.ts";
import { getOrderState } from "../exchange/getOrderState.ts";
import { getQuote } from "../exchange/getQuote.ts";
import { quoteMatch } from "../exchange/quoteMatch.ts";
import { canReceive } from "../identity/canReceive.ts";
import { getRecovery } from "../identity/getRecovery.ts";
import { getStanding } from "../identity/getStanding.ts";
import { hasRole } from "../identity/hasRole.ts";
import { isAttester } from "../identity/isAttester.ts";
import { isIssuer } from "../identity/isIssuer.ts";
import { isMoney } from "../money/isMoney.ts";
import { getAnchor } from "../records/onchain/getAnchor.ts";
import { getKeys } from "../records/onchain/getKeys.ts";
import { getBudget } from "../rewards/getBudget.ts";
import { getCampaign } from "../rewards/getCampaign.ts";
import { getCampaignClaimed } from "../rewards/getCampaignClaimed.ts";
import { getItemsBought } from "../rewards/getItemsBought.ts";
import { getPoints } from "../rewards/getPoints.ts";
import { getPointsChannel } from "../rewards/getPointsChannel.ts";
import { getReferral } from "../rewards/getReferral.ts";
import { getReferralTerms } from "../rewards/getReferralTerms.ts";
import { getReferrerPaid } from "../rewards/getReferrerPaid.ts";
import { getStore } from "../rewards/getStore.ts";
import { getStoreItem } from "../rewards/getStoreItem.ts";
import { getTapTally } from "../rewards/getTapTally.ts";
import { getTapTerms } from "../rewards/getTapTerms.ts";
import { previewExchange } from "../rewards/previewExchange.ts";
import { previewTapClaim } from "../rewards/previewTapClaim.ts";
import { getLocks } from "../staking/getLocks.ts";
import { getPool } from "../staking/getPool.ts";
import { getPosition } from "../staking/getPosition.ts";
import { getStakingPosition } from "../staking/getStakingPosition.ts";
import { getVault } from "../staking/getVault.ts";
import { previewDeposit } from "../staking/previewDeposit.ts";
import { previewEarlyExit } from "../staking/previewEarlyExit.ts";
import { getBalances } from "../tokens/getBalances.ts";
import { chainOptions } from "./options.ts";

/** Query options of `getStanding`. */
export const standingOptions = /* @__PURE__ */ chainOptions("getStanding", getStanding);
/** Query options of `isIssuer`. */
export const isIssuerOptions = /* @__PURE__ */ chainOptions("isIssuer", isIssuer);
/** Query options of `hasRole`. */
export const hasRoleOptions = /* @__PURE__ */ chainOptions("hasRole", hasRole);
/** Query options of `getAsset` of the chain; `null` when the address is no asset. */
export const assetOptions = /* @__PURE__ */ chainOptions("getAsset", getAsset);
/** Query options of `getHolding`. */
export const holdingOptions = /* @__PURE__ */ chainOptions("getHolding", getHolding);
/** Query options of `transferRefusal`. */
export const transferRefusalOptions = /* @__PURE__ */ chainOptions("transferRefusal", transferRefusal);
/** Query options of `getPosition`. */
export const positionOptions = /* @__PURE__ */ chainOptions("getPosition", getPosition);
/** Query options of `getVault`. */
export const vaultOptions = /* @__PURE__ */ chainOptions("getVault", getVault);
/** Query options of `previewDeposit`. */
export const previewDepositOptions = /* @__PURE__ */ chainOptions("previewDeposit", previewDeposit);
/** Query options of `getBalances`. */
export const balancesOptions = /* @__PURE__ */ chainOptions("getBalances", getBalances);
/** Query options of `requirements`. */
export const requirementsOptions = /* @__PURE__ */ chainOptions("requirements", requirements);
/** Query options of `getKeys`. */
export const keysOptions = /* @__PURE__ */ chainOptions("getKeys", getKeys);
/** Query options of `getAnchor`; `null` when nothing was ever anchored. */
export const anchorOptions = /* @__PURE__ */ chainOptions("getAnchor", getAnchor);
/** Query options of `nextDripAt`. */
export const nextDripAtOptions = /* @__PURE__ */ chainOptions("nextDripAt", nextDripAt);
/** Query options of `getPayment`. */
export const paymentOptions = /* @__PURE__ */ chainOptions("getPayment", getPayment);
/** Query options of `getRedemption`; `null` when nothing was paid in. */
export const redemptionOptions = /* @__PURE__ */ chainOptions("getRedemption", getRedemption);
/** Query options of `previewRedemption`. */
export const previewRedemptionOptions = /* @__PURE__ */ chainOptions("previewRedemption", previewRedemption);
/** Query options of `getEpoch`. */
export const epochOptions = /* @__PURE__ */ chainOptions("getEpoch", getEpoch);
/** Query options of `getExchange`. */
export const exchangeOptions = /* @__PURE__ */ chainOptions("getExchange", getExchange);
/** Query options of `getOrderState`. */
export const orderStateOptions = /* @__PURE__ */ chainOptions("getOrderState", getOrderState);
/** Query options of `getQuote`. */
export const quoteOptions = /* @__PURE__ */ chainOptions("getQuote", getQuote);
/** Query options of `quoteMatch`. */
export const quoteMatchOptions = /* @__PURE__ */ chainOptions("quoteMatch", quoteMatch);
/** Query options of `getRecovery`. */
export const recoveryOptions = /* @__PURE__ */ chainOptions("getRecovery", getRecovery);
/** Query options of `canReceive`. */
export const canReceiveOptions = /* @__PURE__ */ chainOptions("canReceive", canReceive);
/** Query options of `isMoney`. */
export const isMoneyOptions = /* @__PURE__ */ chainOptions("isMoney", isMoney);
/** Query options of `isIncomeClaimed`. */
export const isIncomeClaimedOptions = /* @__PURE__ */ chainOptions("isIncomeClaimed", isIncomeClaimed);
/** Query options of `isAttester`. */
export const isAttesterOptions = /* @__PURE__ */ chainOptions("isAttester", isAttester);
/** Query options of `getPool`. */
export const poolOptions = /* @__PURE__ */ chainOptions("getPool", getPool);
/** Query options of `getLocks`. */
export const locksOptions = /* @__PURE__ */ chainOptions("getLocks", getLocks);
/** Query options of `getStakingPosition`; `null` when there is none of this number. */
export const stakingPositionOptions = /* @__PURE__ */ chainOptions("getStakingPosition", getStakingPosition);
/** Query options of `previewEarlyExit`. */
export const previewEarlyExitOptions = /* @__PURE__ */ chainOptions("previewEarlyExit", previewEarlyExit);
/** Query options of `getTapTally`. */
export const tapTallyOptions = /* @__PURE__ */ chainOptions("getTapTally", getTapTally);
/** Query options of `getTapTerms`. */
export const tapTermsOptions = /* @__PURE__ */ chainOptions("getTapTerms", getTapTerms);
/** Query options of `previewTapClaim`. */
export const previewTapClaimOptions = /* @__PURE__ */ chainOptions("previewTapClaim", previewTapClaim);
/** Query options of `getReferral`. */
export const referralOptions = /* @__PURE__ */ chainOptions("getReferral", getReferral);
/** Query options of `getReferralTerms`. */
export const referralTermsOptions = /* @__PURE__ */ chainOptions("getReferralTerms", getReferralTerms);
/** Query options of `getReferrerPaid`. */
export const referrerPaidOptions = /* @__PURE__ */ chainOptions("getReferrerPaid", getReferrerPaid);
/** Query options of `getPoints`. */
export const pointsOptions = /* @__PURE__ */ chainOptions("getPoints", getPoints);
/** Query options of `getPointsChannel`; `null` when it was never a channel. */
export const pointsChannelOptions = /* @__PURE__ */ chainOptions("getPointsChannel", getPointsChannel);
/** Query options of `getStore`. */
export const storeOptions = /* @__PURE__ */ chainOptions("getStore", getStore);
/** Query options of `getStoreItem`. */
export const storeItemOptions = /* @__PURE__ */ chainOptions("getStoreItem", getStoreItem);
/** Query options of `getItemsBought`. */
export const itemsBoughtOptions = /* @__PURE__ */ chainOptions("getItemsBought", getItemsBought);
/** Query options of `previewExchange`. */
export const previewExchangeOptions = /* @__PURE__ */ chainOptions("previewExchange", previewExchange);
/** Query options of `getCampaign`. */
export const campaignOptions = /* @__PURE__ */ chainOptions("getCampaign", getCampaign);
/** Query options of `getCampaignClaimed`. */
export const campaignClaimedOptions = /* @__PURE__ */ chainOptions("getCampaignClaimed", getCampaignClaimed);
/** Query options of `getBudget`; `null` when it never had one. */
export const budgetOptions = /* @__PURE__ */ chainOptions("getBudget", getBudget);
