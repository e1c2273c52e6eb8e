import type { AbiEvent, Hash, Log } from "viem";
import { activate, activateSync } from "./assets/activate.ts";
import { activateIncome, activateIncomeSync } from "./assets/activateIncome.ts";
import { blockCountry, blockCountrySync } from "./assets/blockCountry.ts";
import { burnShares, burnSharesSync } from "./assets/burnShares.ts";
import { claimIncome, claimIncomeSync } from "./assets/claimIncome.ts";
import { closeRedemption, closeRedemptionSync } from "./assets/closeRedemption.ts";
import { forcedBurn, forcedBurnSync } from "./assets/forcedBurn.ts";
import { forcedTransfer, forcedTransferSync } from "./assets/forcedTransfer.ts";
import { getAsset } from "./assets/getAsset.ts";
import { getHolding } from "./assets/getHolding.ts";
import { getPayment } from "./assets/getPayment.ts";
import { getRedemption } from "./assets/getRedemption.ts";
import { isIncomeClaimed } from "./assets/isIncomeClaimed.ts";
import { mature, matureSync } from "./assets/mature.ts";
import { nextPaymentId } from "./assets/nextPaymentId.ts";
import { openRedemption, openRedemptionSync } from "./assets/openRedemption.ts";
import { pause, pauseSync } from "./assets/pause.ts";
import { payIncome, payIncomeSync } from "./assets/payIncome.ts";
import { predictAsset } from "./assets/predictAsset.ts";
import { previewRedemption } from "./assets/previewRedemption.ts";
import { proposeIncomeRoot, proposeIncomeRootSync } from "./assets/proposeIncomeRoot.ts";
import { recoverShares, recoverSharesSync } from "./assets/recoverShares.ts";
import { redeemShares, redeemSharesSync } from "./assets/redeemShares.ts";
import { retire, retireSync } from "./assets/retire.ts";
import { returnIncome, returnIncomeSync } from "./assets/returnIncome.ts";
import { setFrozenTokens, setFrozenTokensSync } from "./assets/setFrozenTokens.ts";
import { setFrozenTokensIf, setFrozenTokensIfSync } from "./assets/setFrozenTokensIf.ts";
import { setModule, setModuleSync } from "./assets/setModule.ts";
import { setModuleAllowed, setModuleAllowedSync } from "./assets/setModuleAllowed.ts";
import { setRedemption, setRedemptionSync } from "./assets/setRedemption.ts";
import { setRules, setRulesSync } from "./assets/setRules.ts";
import { stateValuation, stateValuationSync } from "./assets/stateValuation.ts";
import { succeedIssuer, succeedIssuerSync } from "./assets/succeedIssuer.ts";
import { tightenRules, tightenRulesSync } from "./assets/tightenRules.ts";
import { tokenize, tokenizeSync } from "./assets/tokenize.ts";
import { tokenizeAndActivate, tokenizeAndActivateSync } from "./assets/tokenizeAndActivate.ts";
import { transfer, transferSync } from "./assets/transfer.ts";
import { transferRefusal } from "./assets/transferRefusal.ts";
import { unblockCountry, unblockCountrySync } from "./assets/unblockCountry.ts";
import { unpause, unpauseSync } from "./assets/unpause.ts";
import { updateDocuments, updateDocumentsSync } from "./assets/updateDocuments.ts";
import { updateTerms, updateTermsSync } from "./assets/updateTerms.ts";
import { vetoIncome, vetoIncomeSync } from "./assets/vetoIncome.ts";
import type { ContractName } from "./core/addresses.ts";
import type { ContractCall } from "./core/call.ts";
import type { QtiClient } from "./core/client.ts";
import type { EventOf, Optional, ResultOf, Write, WriteOptions } from "./core/defineWrite.ts";
import { getContracts } from "./core/getContracts.ts";
import { permitTypedData } from "./core/permit.ts";
import { requirements } from "./core/requirements.ts";
import { waitForTransaction } from "./core/waitForTransaction.ts";
import { drip, dripSync } from "./devnet/drip.ts";
import { nextDripAt } from "./devnet/nextDripAt.ts";
import { setFeedAnswer, setFeedAnswerSync } from "./devnet/setFeedAnswer.ts";
import { cancelAllOrders, cancelAllOrdersSync } from "./exchange/cancelAllOrders.ts";
import { cancelOrder, cancelOrderSync } from "./exchange/cancelOrder.ts";
import { fill, fillSync } from "./exchange/fill.ts";
import { fillBatch, fillBatchSync } from "./exchange/fillBatch.ts";
import { getEpoch } from "./exchange/getEpoch.ts";
import { getExchange } from "./exchange/getExchange.ts";
import { getOrderState } from "./exchange/getOrderState.ts";
import { getQuote } from "./exchange/getQuote.ts";
import { getQuotes } from "./exchange/getQuotes.ts";
import { matchOrders, matchOrdersSync } from "./exchange/matchOrders.ts";
import { pauseExchange, pauseExchangeSync } from "./exchange/pauseExchange.ts";
import { quoteMatch } from "./exchange/quoteMatch.ts";
import { setFee, setFeeSync } from "./exchange/setFee.ts";
import { setFeeRecipient, setFeeRecipientSync } from "./exchange/setFeeRecipient.ts";
import { signOrder } from "./exchange/signOrder.ts";
import { unpauseExchange, unpauseExchangeSync } from "./exchange/unpauseExchange.ts";
import { attest, attestSync } from "./identity/attest.ts";
import { cancelRecovery, cancelRecoverySync } from "./identity/cancelRecovery.ts";
import { cancelScheduled, cancelScheduledSync } from "./identity/cancelScheduled.ts";
import { canReceive } from "./identity/canReceive.ts";
import { completeRecovery, completeRecoverySync } from "./identity/completeRecovery.ts";
import { enrolIssuer, enrolIssuerSync } from "./identity/enrolIssuer.ts";
import { executeScheduled, executeScheduledSync } from "./identity/executeScheduled.ts";
import { freeze, freezeSync } from "./identity/freeze.ts";
import { getIdentityNonce } from "./identity/getIdentityNonce.ts";
import { getRecovery } from "./identity/getRecovery.ts";
import { getStanding } from "./identity/getStanding.ts";
import { grantRole, grantRoleSync } from "./identity/grantRole.ts";
import { hasRole } from "./identity/hasRole.ts";
import { isAttester } from "./identity/isAttester.ts";
import { isIssuer } from "./identity/isIssuer.ts";
import { linkWallet, linkWalletSync } from "./identity/linkWallet.ts";
import { objectToRecovery, objectToRecoverySync } from "./identity/objectToRecovery.ts";
import { proposeRecovery, proposeRecoverySync } from "./identity/proposeRecovery.ts";
import { renounceRole, renounceRoleSync } from "./identity/renounceRole.ts";
import { revoke, revokeSync } from "./identity/revoke.ts";
import { revokeRole, revokeRoleSync } from "./identity/revokeRole.ts";
import { schedule, scheduleSync } from "./identity/schedule.ts";
import { setAttester, setAttesterSync } from "./identity/setAttester.ts";
import { setSystemContract, setSystemContractSync } from "./identity/setSystemContract.ts";
import { setTargetClosed, setTargetClosedSync } from "./identity/setTargetClosed.ts";
import { unfreeze, unfreezeSync } from "./identity/unfreeze.ts";
import { accrueCredit, accrueCreditSync } from "./loans/credit/accrueCredit.ts";
import { attestCredit, attestCreditSync } from "./loans/credit/attestCredit.ts";
import { drawCredit, drawCreditSync } from "./loans/credit/drawCredit.ts";
import { getCreditBook } from "./loans/credit/getCreditBook.ts";
import { getCreditCohort } from "./loans/credit/getCreditCohort.ts";
import { getCreditLine } from "./loans/credit/getCreditLine.ts";
import { getCreditNonce } from "./loans/credit/getCreditNonce.ts";
import { getCreditTerms } from "./loans/credit/getCreditTerms.ts";
import { getCreditTierCap } from "./loans/credit/getCreditTierCap.ts";
import { getUnderwritingQuota } from "./loans/credit/getUnderwritingQuota.ts";
import { repayCredit, repayCreditSync } from "./loans/credit/repayCredit.ts";
import { setCreditTerms, setCreditTermsSync } from "./loans/credit/setCreditTerms.ts";
import { setCreditTierCap, setCreditTierCapSync } from "./loans/credit/setCreditTierCap.ts";
import { setUnderwritingQuota, setUnderwritingQuotaSync } from "./loans/credit/setUnderwritingQuota.ts";
import { skimCredit, skimCreditSync } from "./loans/credit/skimCredit.ts";
import { writeOffCredit, writeOffCreditSync } from "./loans/credit/writeOffCredit.ts";
import { accrueMarket, accrueMarketSync } from "./loans/markets/accrueMarket.ts";
import {
  authorizeMarketsBySignature,
  authorizeMarketsBySignatureSync,
} from "./loans/markets/authorizeMarketsBySignature.ts";
import { borrow, borrowSync } from "./loans/markets/borrow.ts";
import { createMarket, createMarketSync } from "./loans/markets/createMarket.ts";
import { flagPosition, flagPositionSync } from "./loans/markets/flagPosition.ts";
import { getLiquidator } from "./loans/markets/getLiquidator.ts";
import { getMarket } from "./loans/markets/getMarket.ts";
import { getMarketHealth } from "./loans/markets/getMarketHealth.ts";
import { getMarketNonce } from "./loans/markets/getMarketNonce.ts";
import { getMarketPosition } from "./loans/markets/getMarketPosition.ts";
import { getPledged } from "./loans/markets/getPledged.ts";
import { getRateModel } from "./loans/markets/getRateModel.ts";
import { isMarketAuthorized } from "./loans/markets/isMarketAuthorized.ts";
import { isMarketOracle } from "./loans/markets/isMarketOracle.ts";
import { isRateModel } from "./loans/markets/isRateModel.ts";
import { liquidate, liquidateSync } from "./loans/markets/liquidate.ts";
import { liquidateByContract, liquidateByContractSync } from "./loans/markets/liquidateByContract.ts";
import { listMarketOracle, listMarketOracleSync } from "./loans/markets/listMarketOracle.ts";
import { listRateModel, listRateModelSync } from "./loans/markets/listRateModel.ts";
import { recoverPosition, recoverPositionSync } from "./loans/markets/recoverPosition.ts";
import { repayLoan, repayLoanSync } from "./loans/markets/repayLoan.ts";
import {
  setMarketAuthorization,
  setMarketAuthorizationSync,
} from "./loans/markets/setMarketAuthorization.ts";
import { setMarketCaps, setMarketCapsSync } from "./loans/markets/setMarketCaps.ts";
import { supplyCollateral, supplyCollateralSync } from "./loans/markets/supplyCollateral.ts";
import { supplyToMarket, supplyToMarketSync } from "./loans/markets/supplyToMarket.ts";
import { takeFromLiquidator, takeFromLiquidatorSync } from "./loans/markets/takeFromLiquidator.ts";
import { withdrawCollateral, withdrawCollateralSync } from "./loans/markets/withdrawCollateral.ts";
import { withdrawFromMarket, withdrawFromMarketSync } from "./loans/markets/withdrawFromMarket.ts";
import { appraise, appraiseSync } from "./loans/oracles/appraise.ts";
import { getAppraisal } from "./loans/oracles/getAppraisal.ts";
import { getFeedTerms } from "./loans/oracles/getFeedTerms.ts";
import { getOraclePrices } from "./loans/oracles/getOraclePrices.ts";
import { setAppraisalTerms, setAppraisalTermsSync } from "./loans/oracles/setAppraisalTerms.ts";
import { pauseLoans, pauseLoansSync } from "./loans/pauseLoans.ts";
import { cancelExit, cancelExitSync } from "./loans/pools/cancelExit.ts";
import { cancelNotice, cancelNoticeSync } from "./loans/pools/cancelNotice.ts";
import { claimExit, claimExitSync } from "./loans/pools/claimExit.ts";
import { depositToPool, depositToPoolSync } from "./loans/pools/depositToPool.ts";
import { forgo, forgoSync } from "./loans/pools/forgo.ts";
import { getClaimableExit } from "./loans/pools/getClaimableExit.ts";
import { getCreditPool } from "./loans/pools/getCreditPool.ts";
import { getExitQueue } from "./loans/pools/getExitQueue.ts";
import { getExitTicket } from "./loans/pools/getExitTicket.ts";
import { getNotice } from "./loans/pools/getNotice.ts";
import { getPoolShares } from "./loans/pools/getPoolShares.ts";
import { giveNotice, giveNoticeSync } from "./loans/pools/giveNotice.ts";
import { previewPoolDeposit } from "./loans/pools/previewPoolDeposit.ts";
import { previewPoolRedeem } from "./loans/pools/previewPoolRedeem.ts";
import { queueExit, queueExitSync } from "./loans/pools/queueExit.ts";
import { redeemFromPool, redeemFromPoolSync } from "./loans/pools/redeemFromPool.ts";
import { serveQueue, serveQueueSync } from "./loans/pools/serveQueue.ts";
import { transferPoolShares, transferPoolSharesSync } from "./loans/pools/transferPoolShares.ts";
import { withdrawFromPool, withdrawFromPoolSync } from "./loans/pools/withdrawFromPool.ts";
import { unpauseLoans, unpauseLoansSync } from "./loans/unpauseLoans.ts";
import { endVouch, endVouchSync } from "./loans/vouching/endVouch.ts";
import { getLinesVouchedBy } from "./loans/vouching/getLinesVouchedBy.ts";
import { getVouch } from "./loans/vouching/getVouch.ts";
import { getVouchers } from "./loans/vouching/getVouchers.ts";
import { inviteVoucher, inviteVoucherSync } from "./loans/vouching/inviteVoucher.ts";
import { isInvited } from "./loans/vouching/isInvited.ts";
import { unlockVouch, unlockVouchSync } from "./loans/vouching/unlockVouch.ts";
import { vouch, vouchSync } from "./loans/vouching/vouch.ts";
import { delistMoney, delistMoneySync } from "./money/delistMoney.ts";
import { isMoney } from "./money/isMoney.ts";
import { listMoney, listMoneySync } from "./money/listMoney.ts";
import { anchorRoot, anchorRootSync } from "./records/onchain/anchorRoot.ts";
import { getAnchor } from "./records/onchain/getAnchor.ts";
import { getKeys } from "./records/onchain/getKeys.ts";
import { preserveAnchor, preserveAnchorSync } from "./records/onchain/preserveAnchor.ts";
import { registerKeys, registerKeysSync } from "./records/onchain/registerKeys.ts";
import { revokeKeys, revokeKeysSync } from "./records/onchain/revokeKeys.ts";
import { verifyLeaf } from "./records/onchain/verifyLeaf.ts";
import { activateCampaign, activateCampaignSync } from "./rewards/activateCampaign.ts";
import { bindReferral, bindReferralSync } from "./rewards/bindReferral.ts";
import { claimCampaign, claimCampaignSync } from "./rewards/claimCampaign.ts";
import { claimReferralBonus, claimReferralBonusSync } from "./rewards/claimReferralBonus.ts";
import { claimTaps, claimTapsSync } from "./rewards/claimTaps.ts";
import { createCampaign, createCampaignSync } from "./rewards/createCampaign.ts";
import { exchangePoints, exchangePointsSync } from "./rewards/exchangePoints.ts";
import { extendCampaign, extendCampaignSync } from "./rewards/extendCampaign.ts";
import { fundCampaign, fundCampaignSync } from "./rewards/fundCampaign.ts";
import { fundStream, fundStreamSync } from "./rewards/fundStream.ts";
import { getBudget } from "./rewards/getBudget.ts";
import { getCampaign } from "./rewards/getCampaign.ts";
import { getCampaignClaimed } from "./rewards/getCampaignClaimed.ts";
import { getItemsBought } from "./rewards/getItemsBought.ts";
import { getPoints } from "./rewards/getPoints.ts";
import { getPointsChannel } from "./rewards/getPointsChannel.ts";
import { getReferral } from "./rewards/getReferral.ts";
import { getReferralTerms } from "./rewards/getReferralTerms.ts";
import { getReferrerPaid } from "./rewards/getReferrerPaid.ts";
import { getStore } from "./rewards/getStore.ts";
import { getStoreItem } from "./rewards/getStoreItem.ts";
import { getTapTally } from "./rewards/getTapTally.ts";
import { getTapTerms } from "./rewards/getTapTerms.ts";
import { isRedeemer } from "./rewards/isRedeemer.ts";
import { isStream } from "./rewards/isStream.ts";
import { nextCampaignId } from "./rewards/nextCampaignId.ts";
import { pauseRewards, pauseRewardsSync } from "./rewards/pauseRewards.ts";
import { previewExchange } from "./rewards/previewExchange.ts";
import { previewTapClaim } from "./rewards/previewTapClaim.ts";
import { proposeCampaignRoot, proposeCampaignRootSync } from "./rewards/proposeCampaignRoot.ts";
import { redeemItem, redeemItemSync } from "./rewards/redeemItem.ts";
import { returnUnclaimed, returnUnclaimedSync } from "./rewards/returnUnclaimed.ts";
import { revokeVouchers, revokeVouchersSync } from "./rewards/revokeVouchers.ts";
import { setBudget, setBudgetSync } from "./rewards/setBudget.ts";
import { setChannel, setChannelSync } from "./rewards/setChannel.ts";
import { setRedeemer, setRedeemerSync } from "./rewards/setRedeemer.ts";
import { setReferralTerms, setReferralTermsSync } from "./rewards/setReferralTerms.ts";
import { setStoreItem, setStoreItemSync } from "./rewards/setStoreItem.ts";
import { setStoreRate, setStoreRateSync } from "./rewards/setStoreRate.ts";
import { setStream, setStreamSync } from "./rewards/setStream.ts";
import { setTapDailyCap, setTapDailyCapSync } from "./rewards/setTapDailyCap.ts";
import { setTapOracle, setTapOracleSync } from "./rewards/setTapOracle.ts";
import { unpauseRewards, unpauseRewardsSync } from "./rewards/unpauseRewards.ts";
import { vestReferral, vestReferralSync } from "./rewards/vestReferral.ts";
import { vetoCampaign, vetoCampaignSync } from "./rewards/vetoCampaign.ts";
import { claimRewards, claimRewardsSync } from "./staking/claimRewards.ts";
import { deposit, depositSync } from "./staking/deposit.ts";
import { getLocks } from "./staking/getLocks.ts";
import { getPool } from "./staking/getPool.ts";
import { getPosition } from "./staking/getPosition.ts";
import { getStakingPosition } from "./staking/getStakingPosition.ts";
import { getVault } from "./staking/getVault.ts";
import { increasePosition, increasePositionSync } from "./staking/increasePosition.ts";
import { pauseStaking, pauseStakingSync } from "./staking/pauseStaking.ts";
import { pokePosition, pokePositionSync } from "./staking/pokePosition.ts";
import { previewDeposit } from "./staking/previewDeposit.ts";
import { previewEarlyExit } from "./staking/previewEarlyExit.ts";
import { redeem, redeemSync } from "./staking/redeem.ts";
import { skimStaking, skimStakingSync } from "./staking/skimStaking.ts";
import { stake, stakeSync } from "./staking/stake.ts";
import { transferStake, transferStakeSync } from "./staking/transferStake.ts";
import { unpauseStaking, unpauseStakingSync } from "./staking/unpauseStaking.ts";
import { withdraw, withdrawSync } from "./staking/withdraw.ts";
import { withdrawPosition, withdrawPositionSync } from "./staking/withdrawPosition.ts";
import { approve, approveSync } from "./tokens/approve.ts";
import { getBalances } from "./tokens/getBalances.ts";
import { permit, permitSync } from "./tokens/permit.ts";
import { transferFrom, transferFromSync } from "./tokens/transferFrom.ts";
import { transferQti, transferQtiSync } from "./tokens/transferQti.ts";

const actions = {
  proposeRecovery,
  proposeRecoverySync,
  cancelRecovery,
  cancelRecoverySync,
  objectToRecovery,
  objectToRecoverySync,
  completeRecovery,
  completeRecoverySync,
  setAttester,
  setAttesterSync,
  setSystemContract,
  setSystemContractSync,
  grantRole,
  grantRoleSync,
  revokeRole,
  revokeRoleSync,
  renounceRole,
  renounceRoleSync,
  executeScheduled,
  executeScheduledSync,
  setTargetClosed,
  setTargetClosedSync,
  getRecovery,
  isAttester,
  isIncomeClaimed,
  recoverShares,
  recoverSharesSync,
  forcedBurn,
  forcedBurnSync,
  succeedIssuer,
  succeedIssuerSync,
  setModule,
  setModuleSync,
  setModuleAllowed,
  setModuleAllowedSync,
  tightenRules,
  tightenRulesSync,
  setRules,
  setRulesSync,
  blockCountry,
  blockCountrySync,
  unblockCountry,
  unblockCountrySync,
  payIncome,
  payIncomeSync,
  proposeIncomeRoot,
  proposeIncomeRootSync,
  activateIncome,
  activateIncomeSync,
  vetoIncome,
  vetoIncomeSync,
  claimIncome,
  claimIncomeSync,
  returnIncome,
  returnIncomeSync,
  openRedemption,
  openRedemptionSync,
  redeemShares,
  redeemSharesSync,
  closeRedemption,
  closeRedemptionSync,
  setRedemption,
  setRedemptionSync,
  getPayment,
  getRedemption,
  nextPaymentId,
  previewRedemption,
  mature,
  matureSync,
  retire,
  retireSync,
  burnShares,
  burnSharesSync,
  getContracts,
  permitTypedData,
  requirements,
  waitForTransaction,
  attest,
  attestSync,
  canReceive,
  cancelScheduled,
  cancelScheduledSync,
  schedule,
  scheduleSync,
  enrolIssuer,
  enrolIssuerSync,
  freeze,
  freezeSync,
  getIdentityNonce,
  getStanding,
  hasRole,
  isIssuer,
  linkWallet,
  linkWalletSync,
  revoke,
  revokeSync,
  unfreeze,
  unfreezeSync,
  activate,
  activateSync,
  forcedTransfer,
  forcedTransferSync,
  getAsset,
  getHolding,
  pause,
  pauseSync,
  predictAsset,
  setFrozenTokens,
  setFrozenTokensSync,
  setFrozenTokensIf,
  setFrozenTokensIfSync,
  stateValuation,
  stateValuationSync,
  tokenize,
  tokenizeSync,
  updateTerms,
  updateTermsSync,
  tokenizeAndActivate,
  tokenizeAndActivateSync,
  transfer,
  transferSync,
  transferFrom,
  transferFromSync,
  transferRefusal,
  unpause,
  unpauseSync,
  updateDocuments,
  updateDocumentsSync,
  deposit,
  depositSync,
  getPosition,
  getVault,
  previewDeposit,
  redeem,
  redeemSync,
  withdraw,
  withdrawSync,
  approve,
  approveSync,
  permit,
  permitSync,
  getBalances,
  transferQti,
  transferQtiSync,
  anchorRoot,
  anchorRootSync,
  getAnchor,
  preserveAnchor,
  preserveAnchorSync,
  getKeys,
  registerKeys,
  registerKeysSync,
  revokeKeys,
  revokeKeysSync,
  verifyLeaf,
  drip,
  dripSync,
  cancelOrder,
  cancelOrderSync,
  cancelAllOrders,
  cancelAllOrdersSync,
  matchOrders,
  matchOrdersSync,
  setFee,
  setFeeSync,
  setFeeRecipient,
  setFeeRecipientSync,
  pauseExchange,
  pauseExchangeSync,
  unpauseExchange,
  unpauseExchangeSync,
  fill,
  fillSync,
  fillBatch,
  fillBatchSync,
  listMoney,
  listMoneySync,
  delistMoney,
  delistMoneySync,
  isMoney,
  getEpoch,
  getExchange,
  getOrderState,
  getQuote,
  getQuotes,
  quoteMatch,
  signOrder,
  nextDripAt,
  stake,
  stakeSync,
  increasePosition,
  increasePositionSync,
  withdrawPosition,
  withdrawPositionSync,
  claimRewards,
  claimRewardsSync,
  pokePosition,
  pokePositionSync,
  transferStake,
  transferStakeSync,
  pauseStaking,
  pauseStakingSync,
  unpauseStaking,
  unpauseStakingSync,
  skimStaking,
  skimStakingSync,
  getLocks,
  getPool,
  getStakingPosition,
  previewEarlyExit,
  activateCampaign,
  activateCampaignSync,
  bindReferral,
  bindReferralSync,
  claimCampaign,
  claimCampaignSync,
  claimReferralBonus,
  claimReferralBonusSync,
  claimTaps,
  claimTapsSync,
  createCampaign,
  createCampaignSync,
  exchangePoints,
  exchangePointsSync,
  extendCampaign,
  extendCampaignSync,
  fundCampaign,
  fundCampaignSync,
  fundStream,
  fundStreamSync,
  getBudget,
  getCampaign,
  getCampaignClaimed,
  getItemsBought,
  getPoints,
  getPointsChannel,
  getReferral,
  getReferralTerms,
  getReferrerPaid,
  getStore,
  getStoreItem,
  getTapTally,
  getTapTerms,
  isRedeemer,
  isStream,
  nextCampaignId,
  pauseRewards,
  pauseRewardsSync,
  previewExchange,
  previewTapClaim,
  proposeCampaignRoot,
  proposeCampaignRootSync,
  redeemItem,
  redeemItemSync,
  returnUnclaimed,
  returnUnclaimedSync,
  revokeVouchers,
  revokeVouchersSync,
  setBudget,
  setBudgetSync,
  setChannel,
  setChannelSync,
  setRedeemer,
  setRedeemerSync,
  setReferralTerms,
  setReferralTermsSync,
  setStoreItem,
  setStoreItemSync,
  setStoreRate,
  setStoreRateSync,
  setStream,
  setStreamSync,
  setTapDailyCap,
  setTapDailyCapSync,
  setTapOracle,
  setTapOracleSync,
  unpauseRewards,
  unpauseRewardsSync,
  vestReferral,
  vestReferralSync,
  vetoCampaign,
  vetoCampaignSync,
  accrueCredit,
  accrueCreditSync,
  accrueMarket,
  accrueMarketSync,
  appraise,
  appraiseSync,
  attestCredit,
  attestCreditSync,
  authorizeMarketsBySignature,
  authorizeMarketsBySignatureSync,
  borrow,
  borrowSync,
  cancelExit,
  cancelExitSync,
  cancelNotice,
  cancelNoticeSync,
  claimExit,
  claimExitSync,
  createMarket,
  createMarketSync,
  depositToPool,
  depositToPoolSync,
  drawCredit,
  drawCreditSync,
  endVouch,
  endVouchSync,
  flagPosition,
  flagPositionSync,
  forgo,
  forgoSync,
  getAppraisal,
  getClaimableExit,
  getCreditBook,
  getCreditCohort,
  getCreditLine,
  getCreditNonce,
  getCreditPool,
  getCreditTerms,
  getCreditTierCap,
  getExitQueue,
  getExitTicket,
  getFeedTerms,
  getLinesVouchedBy,
  getLiquidator,
  getMarket,
  getMarketHealth,
  getMarketNonce,
  getMarketPosition,
  getNotice,
  getOraclePrices,
  getPledged,
  getPoolShares,
  getRateModel,
  getUnderwritingQuota,
  getVouch,
  getVouchers,
  giveNotice,
  giveNoticeSync,
  inviteVoucher,
  inviteVoucherSync,
  isInvited,
  isMarketAuthorized,
  isMarketOracle,
  isRateModel,
  liquidate,
  liquidateByContract,
  liquidateByContractSync,
  liquidateSync,
  listMarketOracle,
  listMarketOracleSync,
  listRateModel,
  listRateModelSync,
  pauseLoans,
  pauseLoansSync,
  previewPoolDeposit,
  previewPoolRedeem,
  queueExit,
  queueExitSync,
  recoverPosition,
  recoverPositionSync,
  redeemFromPool,
  redeemFromPoolSync,
  repayCredit,
  repayCreditSync,
  repayLoan,
  repayLoanSync,
  serveQueue,
  serveQueueSync,
  setAppraisalTerms,
  setAppraisalTermsSync,
  setCreditTerms,
  setCreditTermsSync,
  setCreditTierCap,
  setCreditTierCapSync,
  setFeedAnswer,
  setFeedAnswerSync,
  setMarketAuthorization,
  setMarketAuthorizationSync,
  setMarketCaps,
  setMarketCapsSync,
  setUnderwritingQuota,
  setUnderwritingQuotaSync,
  skimCredit,
  skimCreditSync,
  supplyCollateral,
  supplyCollateralSync,
  supplyToMarket,
  supplyToMarketSync,
  takeFromLiquidator,
  takeFromLiquidatorSync,
  transferPoolShares,
  transferPoolSharesSync,
  unlockVouch,
  unlockVouchSync,
  unpauseLoans,
  unpauseLoansSync,
  vouch,
  vouchSync,
  withdrawCollateral,
  withdrawCollateralSync,
  withdrawFromMarket,
  withdrawFromMarketSync,
  withdrawFromPool,
  withdrawFromPoolSync,
  writeOffCredit,
  writeOffCreditSync,
} as const;

/** A {@link Write} whose client is given. */
export interface BoundWrite<
  parameters,
  names extends ContractName,
  call extends ContractCall,
  event extends AbiEvent,
> {
  (...rest: Optional<parameters & WriteOptions>): Promise<Hash>;
  call: Write<parameters, names, call, event>["call"];
  simulate(...rest: Optional<parameters & WriteOptions>): Promise<{ result: ResultOf<call>; request: call }>;
  estimateGas(...rest: Optional<parameters & WriteOptions>): Promise<bigint>;
  extractEvent(logs: readonly Log[]): EventOf<event>;
}

type Bound<action> =
  action extends Write<infer parameters, infer names, infer call, infer event>
    ? BoundWrite<parameters, names, call, event>
    : action extends (client: QtiClient, ...rest: infer rest) => infer result
      ? (...rest: rest) => result
      : never;

/** Every action, the client given. */
export type QtiActions = { [name in keyof typeof actions]: Bound<(typeof actions)[name]> };

type AnyAction = (client: QtiClient, ...rest: never[]) => unknown;

function bind(client: QtiClient, action: AnyAction) {
  const bound = Object.assign((...rest: never[]) => action(client, ...rest), action);
  for (const name of ["simulate", "estimateGas"]) {
    const part: unknown = Reflect.get(action, name);
    if (typeof part === "function")
      Object.assign(bound, { [name]: (...rest: unknown[]) => part(client, ...rest) });
  }
  return bound;
}

/**
 * All actions bound to one client. Convenient in scripts and services; a page that counts its bytes imports the actions
 * it uses instead.
 *
 * @param client - Any viem client; writes need one with an account.
 * @returns {@link QtiActions}
 *
 * @example
 * ```ts
 * const { sharePrice } = await qti(client).getVault();
 * ```
 */
export function qti(client: QtiClient): QtiActions {
  const bound = Object.entries(actions).map(([name, action]) => [name, bind(client, action)]);
  return Object.fromEntries(bound);
}

/**
 * The same for viem's `extend`.
 *
 * @example
 * ```ts
 * const client = createPublicClient({ chain, transport: http() }).extend(qtiActions);
 * const { sharePrice } = await client.getVault();
 * ```
 */
export const qtiActions = (client: QtiClient): QtiActions => qti(client);
