export { type ActivateParameters, activate, activateSync } from "./assets/activate.ts";
export {
  type ActivateIncomeParameters,
  activateIncome,
  activateIncomeSync,
} from "./assets/activateIncome.ts";
export { type BlockCountryParameters, blockCountry, blockCountrySync } from "./assets/blockCountry.ts";
export { type BurnSharesParameters, burnShares, burnSharesSync } from "./assets/burnShares.ts";
export { type ClaimIncomeParameters, claimIncome, claimIncomeSync } from "./assets/claimIncome.ts";
export {
  type CloseRedemptionParameters,
  closeRedemption,
  closeRedemptionSync,
} from "./assets/closeRedemption.ts";
export { type DecodeMetadataReturnType, decodeMetadata } from "./assets/decodeMetadata.ts";
export { encodeMetadata } from "./assets/encodeMetadata.ts";
export { type ForcedBurnParameters, forcedBurn, forcedBurnSync } from "./assets/forcedBurn.ts";
export {
  type ForcedTransferParameters,
  forcedTransfer,
  forcedTransferSync,
} from "./assets/forcedTransfer.ts";
export { type GetAssetParameters, type GetAssetReturnType, getAsset } from "./assets/getAsset.ts";
export { type GetHoldingParameters, type GetHoldingReturnType, getHolding } from "./assets/getHolding.ts";
export { type GetPaymentParameters, type GetPaymentReturnType, getPayment } from "./assets/getPayment.ts";
export {
  type GetRedemptionParameters,
  type GetRedemptionReturnType,
  getRedemption,
} from "./assets/getRedemption.ts";
export {
  buildIncomeTree,
  type IncomeClaim,
  type IncomeHolding,
  type IncomeLeafParameters,
  type IncomeTree,
  type IncomeTreeParameters,
  incomeClaimOf,
  incomeLeaf,
  incomeRule,
} from "./assets/incomeTree.ts";
export { type IsIncomeClaimedParameters, isIncomeClaimed } from "./assets/isIncomeClaimed.ts";
export { type MatureParameters, mature, matureSync } from "./assets/mature.ts";
export type { AssetMetadata } from "./assets/metadata.ts";
export { type NextPaymentIdParameters, nextPaymentId } from "./assets/nextPaymentId.ts";
export {
  type OpenRedemptionParameters,
  openRedemption,
  openRedemptionSync,
} from "./assets/openRedemption.ts";
export { type PauseParameters, pause, pauseSync } from "./assets/pause.ts";
export { type PayIncomeParameters, payIncome, payIncomeSync } from "./assets/payIncome.ts";
export { type PredictAssetParameters, predictAsset } from "./assets/predictAsset.ts";
export { type PreviewRedemptionParameters, previewRedemption } from "./assets/previewRedemption.ts";
export {
  type ProposeIncomeRootParameters,
  proposeIncomeRoot,
  proposeIncomeRootSync,
} from "./assets/proposeIncomeRoot.ts";
export { type RecoverSharesParameters, recoverShares, recoverSharesSync } from "./assets/recoverShares.ts";
export { type RedeemSharesParameters, redeemShares, redeemSharesSync } from "./assets/redeemShares.ts";
export { type Refusal, refusals } from "./assets/refusals.ts";
export { type RetireParameters, retire, retireSync } from "./assets/retire.ts";
export { type ReturnIncomeParameters, returnIncome, returnIncomeSync } from "./assets/returnIncome.ts";
export {
  type SetFrozenTokensParameters,
  setFrozenTokens,
  setFrozenTokensSync,
} from "./assets/setFrozenTokens.ts";
export {
  type SetFrozenTokensIfParameters,
  setFrozenTokensIf,
  setFrozenTokensIfSync,
} from "./assets/setFrozenTokensIf.ts";
export { type SetModuleParameters, setModule, setModuleSync } from "./assets/setModule.ts";
export {
  type SetModuleAllowedParameters,
  setModuleAllowed,
  setModuleAllowedSync,
} from "./assets/setModuleAllowed.ts";
export { type SetRedemptionParameters, setRedemption, setRedemptionSync } from "./assets/setRedemption.ts";
export { type SetRulesParameters, setRules, setRulesSync } from "./assets/setRules.ts";
export {
  type StateValuationParameters,
  stateValuation,
  stateValuationSync,
} from "./assets/stateValuation.ts";
export { type SucceedIssuerParameters, succeedIssuer, succeedIssuerSync } from "./assets/succeedIssuer.ts";
export {
  type AssetClass,
  type AssetRules,
  type AssetState,
  type AssetTerms,
  assetClasses,
  assetStates,
} from "./assets/terms.ts";
export { type TightenRulesParameters, tightenRules, tightenRulesSync } from "./assets/tightenRules.ts";
export { type TokenizeParameters, tokenize, tokenizeSync } from "./assets/tokenize.ts";
export {
  type TokenizeAndActivateParameters,
  tokenizeAndActivate,
  tokenizeAndActivateSync,
} from "./assets/tokenizeAndActivate.ts";
export { type TransferParameters, transfer, transferSync } from "./assets/transfer.ts";
export {
  type TransferRefusalParameters,
  type TransferRefusalReturnType,
  transferRefusal,
} from "./assets/transferRefusal.ts";
export {
  type UnblockCountryParameters,
  unblockCountry,
  unblockCountrySync,
} from "./assets/unblockCountry.ts";
export { type UnpauseParameters, unpause, unpauseSync } from "./assets/unpause.ts";
export {
  type UpdateDocumentsParameters,
  updateDocuments,
  updateDocumentsSync,
} from "./assets/updateDocuments.ts";
export { type UpdateTermsParameters, updateTerms, updateTermsSync } from "./assets/updateTerms.ts";
export { type VetoIncomeParameters, vetoIncome, vetoIncomeSync } from "./assets/vetoIncome.ts";
export type { ContractName, Contracts, ContractsOption } from "./core/addresses.ts";
export type { AllowanceOptions, AllowanceRequirement } from "./core/allowance.ts";
export type { AnyCall, ContractCall, FunctionArguments, FunctionResult, ReadOptions } from "./core/call.ts";
export type { QtiClient } from "./core/client.ts";
export type { Sync } from "./core/defineSync.ts";
export type { CallParameters, EventOf, Write, WriteOptions } from "./core/defineWrite.ts";
export { type GetContractsParameters, getContracts } from "./core/getContracts.ts";
export {
  type PermitSignature,
  type PermitTypedDataParameters,
  type PermitWithValue,
  permitTypedData,
  toPermit,
} from "./core/permit.ts";
export { type Requirement, type RequirementsParameters, requirements } from "./core/requirements.ts";
export {
  type SentTransaction,
  type TransactionOutcome,
  type WaitForTransactionParameters,
  type WaitOptions,
  waitForTransaction,
} from "./core/waitForTransaction.ts";
export { type DripParameters, drip, dripSync } from "./devnet/drip.ts";
export { type NextDripAtParameters, nextDripAt } from "./devnet/nextDripAt.ts";
export { type SetFeedAnswerParameters, setFeedAnswer, setFeedAnswerSync } from "./devnet/setFeedAnswer.ts";
export {
  type CancelAllOrdersParameters,
  cancelAllOrders,
  cancelAllOrdersSync,
} from "./exchange/cancelAllOrders.ts";
export { type CancelOrderParameters, cancelOrder, cancelOrderSync } from "./exchange/cancelOrder.ts";
export { type DutchOrderParameters, dutchOrder } from "./exchange/dutchOrder.ts";
export { extractOutcomes, type FillOutcome } from "./exchange/extractOutcomes.ts";
export { type FillParameters, type FillRequest, fill, fillSync } from "./exchange/fill.ts";
export { type FillBatchParameters, fillBatch, fillBatchSync } from "./exchange/fillBatch.ts";
export { type GetEpochParameters, getEpoch } from "./exchange/getEpoch.ts";
export {
  type GetExchangeParameters,
  type GetExchangeReturnType,
  getExchange,
} from "./exchange/getExchange.ts";
export {
  type GetOrderStateParameters,
  type GetOrderStateReturnType,
  getOrderState,
} from "./exchange/getOrderState.ts";
export { type GetQuoteParameters, getQuote } from "./exchange/getQuote.ts";
export { type GetQuotesParameters, getQuotes } from "./exchange/getQuotes.ts";
export { hashOrder } from "./exchange/hashOrder.ts";
export { type OrderIssue, orderIssues } from "./exchange/issues.ts";
export { type LimitOrderParameters, limitOrder } from "./exchange/limitOrder.ts";
export type { OrderTerms } from "./exchange/makeOrder.ts";
export { type MatchOrdersParameters, matchOrders, matchOrdersSync } from "./exchange/matchOrders.ts";
export { isBid, isPartial, type Order, orderFlags } from "./exchange/order.ts";
export { type OrderTypedDataParameters, orderTypedData } from "./exchange/orderTypedData.ts";
export { type PauseExchangeParameters, pauseExchange, pauseExchangeSync } from "./exchange/pauseExchange.ts";
export {
  buyAmountAt,
  type FillPreview,
  type PreviewFillParameters,
  previewFill,
  priceAt,
} from "./exchange/price.ts";
export type { OrderQuote } from "./exchange/quote.ts";
export { type MatchQuote, type QuoteMatchParameters, quoteMatch } from "./exchange/quoteMatch.ts";
export { type SetFeeParameters, setFee, setFeeSync } from "./exchange/setFee.ts";
export {
  type SetFeeRecipientParameters,
  setFeeRecipient,
  setFeeRecipientSync,
} from "./exchange/setFeeRecipient.ts";
export { type SignedOrder, type SignOrderParameters, signOrder } from "./exchange/signOrder.ts";
export { type StandingOrderParameters, standingOrder } from "./exchange/standingOrder.ts";
export {
  type UnpauseExchangeParameters,
  unpauseExchange,
  unpauseExchangeSync,
} from "./exchange/unpauseExchange.ts";
export {
  type OrderSchedule,
  type OrderWindow,
  type OrderWindowsParameters,
  orderWindows,
  windowAt,
} from "./exchange/windows.ts";
export { type AttestParameters, attest, attestSync } from "./identity/attest.ts";
export type { Attestation, WalletLink } from "./identity/attestation.ts";
export {
  type AttestationTypedDataParameters,
  attestationTypedData,
} from "./identity/attestationTypedData.ts";
export {
  type CancelRecoveryParameters,
  cancelRecovery,
  cancelRecoverySync,
} from "./identity/cancelRecovery.ts";
export {
  type CancelScheduledParameters,
  cancelScheduled,
  cancelScheduledSync,
} from "./identity/cancelScheduled.ts";
export { type CanReceiveParameters, canReceive } from "./identity/canReceive.ts";
export {
  type CompleteRecoveryParameters,
  completeRecovery,
  completeRecoverySync,
} from "./identity/completeRecovery.ts";
export { type EnrolIssuerParameters, enrolIssuer, enrolIssuerSync } from "./identity/enrolIssuer.ts";
export {
  type ExecuteScheduledParameters,
  executeScheduled,
  executeScheduledSync,
} from "./identity/executeScheduled.ts";
export { type FreezeParameters, freeze, freezeSync } from "./identity/freeze.ts";
export { type GetIdentityNonceParameters, getIdentityNonce } from "./identity/getIdentityNonce.ts";
export {
  type GetRecoveryParameters,
  type GetRecoveryReturnType,
  getRecovery,
} from "./identity/getRecovery.ts";
export {
  type GetStandingParameters,
  type GetStandingReturnType,
  getStanding,
} from "./identity/getStanding.ts";
export { type GrantRoleParameters, grantRole, grantRoleSync } from "./identity/grantRole.ts";
export { type HasRoleParameters, hasRole } from "./identity/hasRole.ts";
export { type IsAttesterParameters, isAttester } from "./identity/isAttester.ts";
export { type IsIssuerParameters, isIssuer } from "./identity/isIssuer.ts";
export { type LinkWalletParameters, linkWallet, linkWalletSync } from "./identity/linkWallet.ts";
export {
  type ObjectToRecoveryParameters,
  objectToRecovery,
  objectToRecoverySync,
} from "./identity/objectToRecovery.ts";
export {
  type ProposeRecoveryParameters,
  proposeRecovery,
  proposeRecoverySync,
} from "./identity/proposeRecovery.ts";
export {
  type RecoveryObjectionTypedDataParameters,
  recoveryObjectionTypedData,
} from "./identity/recoveryObjectionTypedData.ts";
export { type RecoveryTypedDataParameters, recoveryTypedData } from "./identity/recoveryTypedData.ts";
export { type RenounceRoleParameters, renounceRole, renounceRoleSync } from "./identity/renounceRole.ts";
export { type RevokeParameters, revoke, revokeSync } from "./identity/revoke.ts";
export { type RevokeRoleParameters, revokeRole, revokeRoleSync } from "./identity/revokeRole.ts";
export { roles } from "./identity/roles.ts";
export { type ScheduleParameters, schedule, scheduleSync } from "./identity/schedule.ts";
export { type SetAttesterParameters, setAttester, setAttesterSync } from "./identity/setAttester.ts";
export {
  type SetSystemContractParameters,
  setSystemContract,
  setSystemContractSync,
} from "./identity/setSystemContract.ts";
export {
  type SetTargetClosedParameters,
  setTargetClosed,
  setTargetClosedSync,
} from "./identity/setTargetClosed.ts";
export { type UnfreezeParameters, unfreeze, unfreezeSync } from "./identity/unfreeze.ts";
export { type WalletLinkTypedDataParameters, walletLinkTypedData } from "./identity/walletLinkTypedData.ts";
export { type AccrueCreditParameters, accrueCredit, accrueCreditSync } from "./loans/credit/accrueCredit.ts";
export { type AttestCreditParameters, attestCredit, attestCreditSync } from "./loans/credit/attestCredit.ts";
export {
  type CreditCalendar,
  type CreditState,
  creditCalendar,
  creditCycleAt,
  creditState,
  creditStates,
} from "./loans/credit/calendar.ts";
export {
  type CreditAttestation,
  type CreditAttestationTypedDataParameters,
  creditAttestationTypedData,
} from "./loans/credit/creditAttestationTypedData.ts";
export { type DrawCreditParameters, drawCredit, drawCreditSync } from "./loans/credit/drawCredit.ts";
export {
  type GetCreditBookParameters,
  type GetCreditBookReturnType,
  getCreditBook,
} from "./loans/credit/getCreditBook.ts";
export {
  type GetCreditCohortParameters,
  type GetCreditCohortReturnType,
  getCreditCohort,
} from "./loans/credit/getCreditCohort.ts";
export {
  type GetCreditLineParameters,
  type GetCreditLineReturnType,
  getCreditLine,
} from "./loans/credit/getCreditLine.ts";
export { type GetCreditNonceParameters, getCreditNonce } from "./loans/credit/getCreditNonce.ts";
export { type GetCreditTermsParameters, getCreditTerms } from "./loans/credit/getCreditTerms.ts";
export { type GetCreditTierCapParameters, getCreditTierCap } from "./loans/credit/getCreditTierCap.ts";
export {
  type GetUnderwritingQuotaParameters,
  getUnderwritingQuota,
} from "./loans/credit/getUnderwritingQuota.ts";
export { type CalendarEntry, type IcsOfParameters, icsOf } from "./loans/credit/ics.ts";
export {
  type CreditDebt,
  type CreditFigures,
  type CreditTerms,
  creditDebtAt,
  creditDueAt,
  type DueAhead,
  dueAhead,
  type GrowthPreview,
  type GrowthPreviewParameters,
  growthPreview,
} from "./loans/credit/line.ts";
export { type CreditReminder, type CreditReminderKind, creditReminders } from "./loans/credit/reminders.ts";
export { type RepayCreditParameters, repayCredit, repayCreditSync } from "./loans/credit/repayCredit.ts";
export {
  type PreviewRepaymentParameters,
  previewRepayment,
  type RepaymentPreview,
} from "./loans/credit/repayment.ts";
export {
  type CreditScheduleOptions,
  type CreditScheduleRow,
  creditSchedule,
} from "./loans/credit/schedule.ts";
export {
  type SetCreditTermsParameters,
  setCreditTerms,
  setCreditTermsSync,
} from "./loans/credit/setCreditTerms.ts";
export {
  type SetCreditTierCapParameters,
  setCreditTierCap,
  setCreditTierCapSync,
} from "./loans/credit/setCreditTierCap.ts";
export {
  type SetUnderwritingQuotaParameters,
  setUnderwritingQuota,
  setUnderwritingQuotaSync,
} from "./loans/credit/setUnderwritingQuota.ts";
export { type SkimCreditParameters, skimCredit, skimCreditSync } from "./loans/credit/skimCredit.ts";
export {
  type WriteOffCreditParameters,
  writeOffCredit,
  writeOffCreditSync,
} from "./loans/credit/writeOffCredit.ts";
export { type AccrueMarketParameters, accrueMarket, accrueMarketSync } from "./loans/markets/accrueMarket.ts";
export type { MarketAmount } from "./loans/markets/amount.ts";
export {
  type AuthorizeMarketsBySignatureParameters,
  authorizeMarketsBySignature,
  authorizeMarketsBySignatureSync,
} from "./loans/markets/authorizeMarketsBySignature.ts";
export { type BorrowParameters, borrow, borrowSync } from "./loans/markets/borrow.ts";
export { type CreateMarketParameters, createMarket, createMarketSync } from "./loans/markets/createMarket.ts";
export { type FlagPositionParameters, flagPosition, flagPositionSync } from "./loans/markets/flagPosition.ts";
export {
  type GetLiquidatorParameters,
  type GetLiquidatorReturnType,
  getLiquidator,
} from "./loans/markets/getLiquidator.ts";
export { type GetMarketParameters, type GetMarketReturnType, getMarket } from "./loans/markets/getMarket.ts";
export {
  type GetMarketHealthParameters,
  type GetMarketHealthReturnType,
  getMarketHealth,
} from "./loans/markets/getMarketHealth.ts";
export { type GetMarketNonceParameters, getMarketNonce } from "./loans/markets/getMarketNonce.ts";
export {
  type GetMarketPositionParameters,
  type GetMarketPositionReturnType,
  getMarketPosition,
} from "./loans/markets/getMarketPosition.ts";
export { type GetPledgedParameters, getPledged } from "./loans/markets/getPledged.ts";
export { type GetRateModelParameters, getRateModel } from "./loans/markets/getRateModel.ts";
export { type HealthPreview, type PreviewHealthParameters, previewHealth } from "./loans/markets/health.ts";
export { type IsMarketAuthorizedParameters, isMarketAuthorized } from "./loans/markets/isMarketAuthorized.ts";
export { type IsMarketOracleParameters, isMarketOracle } from "./loans/markets/isMarketOracle.ts";
export { type IsRateModelParameters, isRateModel } from "./loans/markets/isRateModel.ts";
export { type LiquidateParameters, liquidate, liquidateSync } from "./loans/markets/liquidate.ts";
export {
  type LiquidateByContractParameters,
  liquidateByContract,
  liquidateByContractSync,
} from "./loans/markets/liquidateByContract.ts";
export {
  type LiquidationPreview,
  type LiquidationTime,
  liquidationIncentive,
  type PreviewLiquidationParameters,
  previewLiquidation,
} from "./loans/markets/liquidation.ts";
export {
  type ListMarketOracleParameters,
  listMarketOracle,
  listMarketOracleSync,
} from "./loans/markets/listMarketOracle.ts";
export {
  type ListRateModelParameters,
  listRateModel,
  listRateModelSync,
} from "./loans/markets/listRateModel.ts";
export {
  type MarketAuthorization,
  type MarketAuthorizationTypedDataParameters,
  marketAuthorizationTypedData,
} from "./loans/markets/marketAuthorizationTypedData.ts";
export { type MarketParams, marketId } from "./loans/markets/marketId.ts";
export {
  annualRate,
  borrowRate,
  interestAfter,
  type RateAfterParameters,
  type RateTerms,
  rateAfter,
  supplyRate,
} from "./loans/markets/rates.ts";
export {
  type RecoverPositionParameters,
  recoverPosition,
  recoverPositionSync,
} from "./loans/markets/recoverPosition.ts";
export { type RepayLoanParameters, repayLoan, repayLoanSync } from "./loans/markets/repayLoan.ts";
export {
  type SetMarketAuthorizationParameters,
  setMarketAuthorization,
  setMarketAuthorizationSync,
} from "./loans/markets/setMarketAuthorization.ts";
export {
  type SetMarketCapsParameters,
  setMarketCaps,
  setMarketCapsSync,
} from "./loans/markets/setMarketCaps.ts";
export { type MarketTotals, marketDebt, marketSupply, utilisation } from "./loans/markets/shares.ts";
export {
  type SupplyCollateralParameters,
  supplyCollateral,
  supplyCollateralSync,
} from "./loans/markets/supplyCollateral.ts";
export {
  type SupplyToMarketParameters,
  supplyToMarket,
  supplyToMarketSync,
} from "./loans/markets/supplyToMarket.ts";
export {
  type TakeFromLiquidatorParameters,
  takeFromLiquidator,
  takeFromLiquidatorSync,
} from "./loans/markets/takeFromLiquidator.ts";
export {
  type WithdrawCollateralParameters,
  withdrawCollateral,
  withdrawCollateralSync,
} from "./loans/markets/withdrawCollateral.ts";
export {
  type WithdrawFromMarketParameters,
  withdrawFromMarket,
  withdrawFromMarketSync,
} from "./loans/markets/withdrawFromMarket.ts";
export { type AppraiseParameters, appraise, appraiseSync } from "./loans/oracles/appraise.ts";
export {
  type GetAppraisalParameters,
  type GetAppraisalReturnType,
  getAppraisal,
} from "./loans/oracles/getAppraisal.ts";
export {
  type GetFeedTermsParameters,
  type GetFeedTermsReturnType,
  getFeedTerms,
} from "./loans/oracles/getFeedTerms.ts";
export {
  type GetOraclePricesParameters,
  type GetOraclePricesReturnType,
  getOraclePrices,
} from "./loans/oracles/getOraclePrices.ts";
export {
  type AppraisedPriceParameters,
  appraisedPrice,
  appraisedValueAt,
  type GlideFigures,
} from "./loans/oracles/glide.ts";
export {
  type SetAppraisalTermsParameters,
  setAppraisalTerms,
  setAppraisalTermsSync,
} from "./loans/oracles/setAppraisalTerms.ts";
export { type PauseLoansParameters, pauseLoans, pauseLoansSync } from "./loans/pauseLoans.ts";
export { type CancelExitParameters, cancelExit, cancelExitSync } from "./loans/pools/cancelExit.ts";
export { type CancelNoticeParameters, cancelNotice, cancelNoticeSync } from "./loans/pools/cancelNotice.ts";
export { type ClaimExitParameters, claimExit, claimExitSync } from "./loans/pools/claimExit.ts";
export {
  type DepositToPoolParameters,
  depositToPool,
  depositToPoolSync,
} from "./loans/pools/depositToPool.ts";
export { type ForgoParameters, forgo, forgoSync } from "./loans/pools/forgo.ts";
export { type GetClaimableExitParameters, getClaimableExit } from "./loans/pools/getClaimableExit.ts";
export {
  type GetCreditPoolParameters,
  type GetCreditPoolReturnType,
  getCreditPool,
} from "./loans/pools/getCreditPool.ts";
export {
  type GetExitQueueParameters,
  type GetExitQueueReturnType,
  getExitQueue,
} from "./loans/pools/getExitQueue.ts";
export {
  type GetExitTicketParameters,
  type GetExitTicketReturnType,
  getExitTicket,
} from "./loans/pools/getExitTicket.ts";
export { type GetNoticeParameters, type GetNoticeReturnType, getNotice } from "./loans/pools/getNotice.ts";
export {
  type GetPoolSharesParameters,
  type GetPoolSharesReturnType,
  getPoolShares,
} from "./loans/pools/getPoolShares.ts";
export { type GiveNoticeParameters, giveNotice, giveNoticeSync } from "./loans/pools/giveNotice.ts";
export { type Markdown, markdownAt } from "./loans/pools/markdown.ts";
export { type PreviewPoolDepositParameters, previewPoolDeposit } from "./loans/pools/previewPoolDeposit.ts";
export { type PreviewPoolRedeemParameters, previewPoolRedeem } from "./loans/pools/previewPoolRedeem.ts";
export {
  type BookFigures,
  type CreditPool,
  type PoolPreview,
  type PoolsPreview,
  type PreviewPoolsParameters,
  previewPools,
} from "./loans/pools/previewPools.ts";
export { type QueueExitParameters, queueExit, queueExitSync } from "./loans/pools/queueExit.ts";
export {
  type RedeemFromPoolParameters,
  redeemFromPool,
  redeemFromPoolSync,
} from "./loans/pools/redeemFromPool.ts";
export { type ServeQueueParameters, serveQueue, serveQueueSync } from "./loans/pools/serveQueue.ts";
export {
  type TransferPoolSharesParameters,
  transferPoolShares,
  transferPoolSharesSync,
} from "./loans/pools/transferPoolShares.ts";
export {
  type WithdrawFromPoolParameters,
  withdrawFromPool,
  withdrawFromPoolSync,
} from "./loans/pools/withdrawFromPool.ts";
export { type UnpauseLoansParameters, unpauseLoans, unpauseLoansSync } from "./loans/unpauseLoans.ts";
export type { LoansVenue } from "./loans/venues.ts";
export { type EndVouchParameters, endVouch, endVouchSync } from "./loans/vouching/endVouch.ts";
export { type GetLinesVouchedByParameters, getLinesVouchedBy } from "./loans/vouching/getLinesVouchedBy.ts";
export { type GetVouchParameters, type GetVouchReturnType, getVouch } from "./loans/vouching/getVouch.ts";
export { type GetVouchersParameters, getVouchers } from "./loans/vouching/getVouchers.ts";
export {
  type InviteVoucherParameters,
  inviteVoucher,
  inviteVoucherSync,
} from "./loans/vouching/inviteVoucher.ts";
export { type IsInvitedParameters, isInvited } from "./loans/vouching/isInvited.ts";
export { type UnlockVouchParameters, unlockVouch, unlockVouchSync } from "./loans/vouching/unlockVouch.ts";
export { type VouchParameters, vouch, vouchSync } from "./loans/vouching/vouch.ts";
export { type DelistMoneyParameters, delistMoney, delistMoneySync } from "./money/delistMoney.ts";
export { type IsMoneyParameters, isMoney } from "./money/isMoney.ts";
export { type ListMoneyParameters, listMoney, listMoneySync } from "./money/listMoney.ts";
export type { MoneyVenue } from "./money/venues.ts";
export { type BoundWrite, type QtiActions, qti, qtiActions } from "./qti.ts";
export { type AnchorRootParameters, anchorRoot, anchorRootSync } from "./records/onchain/anchorRoot.ts";
export {
  type GetAnchorParameters,
  type GetAnchorReturnType,
  getAnchor,
} from "./records/onchain/getAnchor.ts";
export {
  type GetKeysParameters,
  type GetKeysReturnType,
  getKeys,
  type KeyEntry,
} from "./records/onchain/getKeys.ts";
export {
  type PreserveAnchorParameters,
  preserveAnchor,
  preserveAnchorSync,
} from "./records/onchain/preserveAnchor.ts";
export {
  type RegisterKeysParameters,
  registerKeys,
  registerKeysSync,
} from "./records/onchain/registerKeys.ts";
export { type RevokeKeysParameters, revokeKeys, revokeKeysSync } from "./records/onchain/revokeKeys.ts";
export { type VerifyLeafParameters, verifyLeaf } from "./records/onchain/verifyLeaf.ts";
export {
  type ActivateCampaignParameters,
  activateCampaign,
  activateCampaignSync,
} from "./rewards/activateCampaign.ts";
export { type BindReferralParameters, bindReferral, bindReferralSync } from "./rewards/bindReferral.ts";
export { type ClaimCampaignParameters, claimCampaign, claimCampaignSync } from "./rewards/claimCampaign.ts";
export {
  type ClaimReferralBonusParameters,
  claimReferralBonus,
  claimReferralBonusSync,
} from "./rewards/claimReferralBonus.ts";
export { type ClaimTapsParameters, claimTaps, claimTapsSync } from "./rewards/claimTaps.ts";
export {
  type CreateCampaignParameters,
  createCampaign,
  createCampaignSync,
} from "./rewards/createCampaign.ts";
export {
  type ExchangePointsParameters,
  exchangePoints,
  exchangePointsSync,
} from "./rewards/exchangePoints.ts";
export {
  type ExtendCampaignParameters,
  extendCampaign,
  extendCampaignSync,
} from "./rewards/extendCampaign.ts";
export { type FundCampaignParameters, fundCampaign, fundCampaignSync } from "./rewards/fundCampaign.ts";
export { type FundStreamParameters, fundStream, fundStreamSync } from "./rewards/fundStream.ts";
export { type GetBudgetParameters, getBudget } from "./rewards/getBudget.ts";
export {
  type GetCampaignParameters,
  type GetCampaignReturnType,
  getCampaign,
} from "./rewards/getCampaign.ts";
export { type GetCampaignClaimedParameters, getCampaignClaimed } from "./rewards/getCampaignClaimed.ts";
export { type GetItemsBoughtParameters, getItemsBought } from "./rewards/getItemsBought.ts";
export { type GetPointsParameters, getPoints } from "./rewards/getPoints.ts";
export { type GetPointsChannelParameters, getPointsChannel } from "./rewards/getPointsChannel.ts";
export {
  type GetReferralParameters,
  type GetReferralReturnType,
  getReferral,
  type ReferralStatus,
  referralStatuses,
} from "./rewards/getReferral.ts";
export {
  type GetReferralTermsParameters,
  type GetReferralTermsReturnType,
  getReferralTerms,
} from "./rewards/getReferralTerms.ts";
export { type GetReferrerPaidParameters, getReferrerPaid } from "./rewards/getReferrerPaid.ts";
export { type GetStoreParameters, type GetStoreReturnType, getStore } from "./rewards/getStore.ts";
export { type GetStoreItemParameters, getStoreItem, type StoreItem } from "./rewards/getStoreItem.ts";
export {
  type GetTapTallyParameters,
  type GetTapTallyReturnType,
  getTapTally,
} from "./rewards/getTapTally.ts";
export {
  type GetTapTermsParameters,
  type GetTapTermsReturnType,
  getTapTerms,
} from "./rewards/getTapTerms.ts";
export { type IsRedeemerParameters, isRedeemer } from "./rewards/isRedeemer.ts";
export { type IsStreamParameters, isStream } from "./rewards/isStream.ts";
export { type NextCampaignIdParameters, nextCampaignId } from "./rewards/nextCampaignId.ts";
export { type PauseRewardsParameters, pauseRewards, pauseRewardsSync } from "./rewards/pauseRewards.ts";
export { type PreviewExchangeParameters, previewExchange } from "./rewards/previewExchange.ts";
export { type PreviewTapClaimParameters, previewTapClaim } from "./rewards/previewTapClaim.ts";
export {
  type ProposeCampaignRootParameters,
  proposeCampaignRoot,
  proposeCampaignRootSync,
} from "./rewards/proposeCampaignRoot.ts";
export type { Quota } from "./rewards/quota.ts";
export { type RedeemItemParameters, redeemItem, redeemItemSync } from "./rewards/redeemItem.ts";
export {
  type Referral,
  type ReferralTypedDataParameters,
  referralTypedData,
} from "./rewards/referralTypedData.ts";
export {
  type ReturnUnclaimedParameters,
  returnUnclaimed,
  returnUnclaimedSync,
} from "./rewards/returnUnclaimed.ts";
export {
  type RevokeVouchersParameters,
  revokeVouchers,
  revokeVouchersSync,
} from "./rewards/revokeVouchers.ts";
export { type SetBudgetParameters, setBudget, setBudgetSync } from "./rewards/setBudget.ts";
export { type SetChannelParameters, setChannel, setChannelSync } from "./rewards/setChannel.ts";
export { type SetRedeemerParameters, setRedeemer, setRedeemerSync } from "./rewards/setRedeemer.ts";
export {
  type SetReferralTermsParameters,
  setReferralTerms,
  setReferralTermsSync,
} from "./rewards/setReferralTerms.ts";
export { type SetStoreItemParameters, setStoreItem, setStoreItemSync } from "./rewards/setStoreItem.ts";
export { type SetStoreRateParameters, setStoreRate, setStoreRateSync } from "./rewards/setStoreRate.ts";
export { type SetStreamParameters, setStream, setStreamSync } from "./rewards/setStream.ts";
export {
  type SetTapDailyCapParameters,
  setTapDailyCap,
  setTapDailyCapSync,
} from "./rewards/setTapDailyCap.ts";
export { type SetTapOracleParameters, setTapOracle, setTapOracleSync } from "./rewards/setTapOracle.ts";
export {
  type TapVoucher,
  type TapVoucherTypedDataParameters,
  tapVoucherTypedData,
} from "./rewards/tapVoucherTypedData.ts";
export {
  type UnpauseRewardsParameters,
  unpauseRewards,
  unpauseRewardsSync,
} from "./rewards/unpauseRewards.ts";
export type { RewardsVenue } from "./rewards/venues.ts";
export { type VestReferralParameters, vestReferral, vestReferralSync } from "./rewards/vestReferral.ts";
export { type VetoCampaignParameters, vetoCampaign, vetoCampaignSync } from "./rewards/vetoCampaign.ts";
export { type ClaimRewardsParameters, claimRewards, claimRewardsSync } from "./staking/claimRewards.ts";
export { type DepositParameters, deposit, depositSync } from "./staking/deposit.ts";
export { type GetLocksParameters, getLocks, type Lock } from "./staking/getLocks.ts";
export { type GetPoolParameters, type GetPoolReturnType, getPool } from "./staking/getPool.ts";
export {
  type GetPositionParameters,
  type GetPositionReturnType,
  getPosition,
} from "./staking/getPosition.ts";
export {
  type GetStakingPositionParameters,
  type GetStakingPositionReturnType,
  getStakingPosition,
} from "./staking/getStakingPosition.ts";
export { type GetVaultParameters, type GetVaultReturnType, getVault } from "./staking/getVault.ts";
export {
  type IncreasePositionParameters,
  increasePosition,
  increasePositionSync,
} from "./staking/increasePosition.ts";
export { type PauseStakingParameters, pauseStaking, pauseStakingSync } from "./staking/pauseStaking.ts";
export { type PokePositionParameters, pokePosition, pokePositionSync } from "./staking/pokePosition.ts";
export {
  earnedAt,
  type LockedStake,
  type PoolFigures,
  type PositionFigures,
  penaltyAt,
  rewardPerWeightAt,
  type Seconds,
} from "./staking/poolMath.ts";
export { type PreviewDepositParameters, previewDeposit } from "./staking/previewDeposit.ts";
export {
  type PreviewEarlyExitParameters,
  type PreviewEarlyExitReturnType,
  previewEarlyExit,
} from "./staking/previewEarlyExit.ts";
export { type RedeemParameters, redeem, redeemSync } from "./staking/redeem.ts";
export { type SkimStakingParameters, skimStaking, skimStakingSync } from "./staking/skimStaking.ts";
export { type StakeParameters, stake, stakeSync } from "./staking/stake.ts";
export { type TransferStakeParameters, transferStake, transferStakeSync } from "./staking/transferStake.ts";
export {
  type UnpauseStakingParameters,
  unpauseStaking,
  unpauseStakingSync,
} from "./staking/unpauseStaking.ts";
export type { StakingVenue } from "./staking/venues.ts";
export { type WithdrawParameters, withdraw, withdrawSync } from "./staking/withdraw.ts";
export {
  type WithdrawPositionParameters,
  withdrawPosition,
  withdrawPositionSync,
} from "./staking/withdrawPosition.ts";
export {
  type PoolPoint,
  poolYield,
  type StakingYield,
  type VaultPoint,
  vaultYield,
} from "./staking/yield.ts";
export { type ApproveParameters, approve, approveSync } from "./tokens/approve.ts";
export { type GetBalancesParameters, type GetBalancesReturnType, getBalances } from "./tokens/getBalances.ts";
export { type PermitParameters, permit, permitSync } from "./tokens/permit.ts";
export { type TransferFromParameters, transferFrom, transferFromSync } from "./tokens/transferFrom.ts";
export { type TransferQtiParameters, transferQti, transferQtiSync } from "./tokens/transferQti.ts";
