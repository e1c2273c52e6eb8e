export { ApiProblemError, ApiResponseError, ApiUnreachableError } from "../core/api/errors.ts";
export {
  AccessManagedInvalidAuthorityError,
  AccessManagedRequiredDelayError,
  AccessManagedUnauthorizedError,
  AccessManagerAlreadyScheduledError,
  AccessManagerBadConfirmationError,
  AccessManagerExpiredError,
  AccessManagerInvalidInitialAdminError,
  AccessManagerLockedFunctionError,
  AccessManagerLockedRoleError,
  AccessManagerNotReadyError,
  AccessManagerNotScheduledError,
  AccessManagerUnauthorizedAccountError,
  AccessManagerUnauthorizedCallError,
  AccessManagerUnauthorizedCancelError,
  AccessManagerUnauthorizedConsumeError,
} from "./access.ts";
export { AddressUnknownError } from "./address.ts";
export {
  AssetInvalidTermsError,
  AssetIssuerNotRecoveredError,
  AssetIssuerNotVerifiedError,
  AssetModuleNotAllowedError,
  AssetNotIssuerError,
  AssetOnlyRedemptionError,
  AssetSupplyNotZeroError,
  AssetTokenFrozenChangedError,
  AssetTokenInvalidForcedTransferError,
  AssetTokenNotActiveError,
  AssetTokenNotRecoveredError,
  AssetTokenOnlyRegistryError,
  AssetTokenPausedError,
  AssetUnknownError,
  AssetWrongStateError,
  ComplianceInvalidRulesError,
  ComplianceNotTighterError,
  ComplianceOnlyRegistryError,
  ERC7943CannotReceiveError,
  ERC7943CannotSendError,
  ERC7943CannotTransferError,
  ERC7943InsufficientUnfrozenBalanceError,
} from "./assets.ts";
export { QtiError, type QtiErrorParameters } from "./base.ts";
export { CampaignCsvError } from "./campaignCsv.ts";
export { CampaignQueryError } from "./campaignQuery.ts";
export {
  CampaignClosedError,
  CampaignExhaustedError,
  CampaignInvalidEndError,
  CampaignInvalidProofError,
  CampaignNotActiveError,
  CampaignNothingToClaimError,
  CampaignNotOverError,
  CampaignOverError,
  CampaignUnknownError,
  CampaignZeroAmountError,
} from "./campaigns.ts";
export { CampaignTreeError } from "./campaignTree.ts";
export { decodeError } from "./decode.ts";
export { DemoDeskNotVerifiedError, FaucetTooSoonError } from "./devnet.ts";
export {
  ExchangeAmountTooLargeError,
  ExchangeBatchGasError,
  ExchangeFeeTooHighError,
  ExchangeInvalidAmountError,
  ExchangeInvalidOrderError,
  ExchangeInvalidRecipientError,
  ExchangeInvalidSignatureError,
  ExchangeLimitExceededError,
  ExchangeMismatchError,
  ExchangeNotCrossedError,
  ExchangeNotMakerError,
  ExchangeNotPartialError,
  ExchangeNotTakerError,
  ExchangeOnlySelfError,
  ExchangeOrderCancelledError,
  ExchangeOrderNotOpenError,
  ExchangePausedError,
  ExchangeSelfTradeError,
  ExchangeTooManyMoneysError,
  ExchangeWrongEpochError,
} from "./exchange.ts";
export {
  IdentityAccountRetiredError,
  IdentityAccountTakenError,
  IdentityAlreadyKnownError,
  IdentityInvalidAttestationError,
  IdentityInvalidNonceError,
  IdentityInvalidSignerError,
  IdentityNotInGoodStandingError,
  IdentityRecoveryNotPendingError,
  IdentityRecoveryPendingError,
  IdentityRecoveryTooEarlyError,
  IdentitySignatureExpiredError,
  IdentitySystemConflictError,
  IdentityTooManyAccountsError,
  IdentityUnknownAccountError,
} from "./identity.ts";
export {
  IncomeActiveError,
  IncomeAlreadyClaimedError,
  IncomeClosedError,
  IncomeExhaustedError,
  IncomeExpiredError,
  IncomeInvalidAmountError,
  IncomeInvalidExpiryError,
  IncomeInvalidProofError,
  IncomeInvalidRecordBlockError,
  IncomeNotActiveError,
  IncomeNotExpiredError,
  IncomeNotIssuerError,
  IncomeUnknownPaymentError,
  RootInvalidError,
  RootNotFundedError,
  RootNotPendingError,
  RootPendingError,
  RootTooEarlyError,
} from "./income.ts";
export { IncomeTreeError } from "./incomeTree.ts";
export {
  AddressEmptyCodeError,
  ECDSAInvalidSignatureError,
  ECDSAInvalidSignatureLengthError,
  ECDSAInvalidSignatureSError,
  FailedCallError,
  FailedDeploymentError,
  InsufficientBalanceError,
  InvalidInitializationError,
  InvalidShortStringError,
  NotInitializingError,
  ReentrancyGuardReentrantCallError,
  SafeCastOverflowedUintDowncastError,
  StringTooLongError,
} from "./library.ts";
export { MetadataInvalidError } from "./metadata.ts";
export { MoneyNotListedError, MoneyProbeZeroError, MoneyTransferInexactError } from "./money.ts";
export { OrderTermsError } from "./order.ts";
export { PauseActiveError } from "./pause.ts";
export { PermitSignatureError } from "./permit.ts";
export {
  PointsInvalidQuotaError,
  PointsNotRedeemerError,
  PointsNotTransferableError,
  PointsQuotaExceededError,
  PointsUnknownChannelError,
} from "./points.ts";
export {
  BlockNotReproducibleError,
  LogNotFoundError,
  ProofError,
  ProofMalformedError,
  TransactionNotMinedError,
  TransactionTypeUnknownError,
  WitnessMissingError,
} from "./proofs.ts";
export {
  AnchorSizeNotRisingError,
  AnchorTimeNotRisingError,
  AnchorUnknownError,
  KeysAlreadyRevokedError,
  KeysFingerprintRevokedError,
  KeysInvalidError,
  KeysUnknownError,
} from "./records.ts";
export {
  RedemptionAlreadyOpenError,
  RedemptionBelowMinimumError,
  RedemptionInvalidAmountError,
  RedemptionNotIssuerError,
  RedemptionNotMaturedError,
  RedemptionNotOpenError,
  RedemptionSharesRemainError,
} from "./redemption.ts";
export {
  ReferralAlreadyVestedError,
  ReferralHeldTooShortError,
  ReferralInvalidNonceError,
  ReferralInvalidSignerError,
  ReferralInvalidTermsError,
  ReferralLockTooShortError,
  ReferralNewcomerNotVerifiedError,
  ReferralNotFinalError,
  ReferralNothingToClaimError,
  ReferralNotItsPositionError,
  ReferralNotNewcomerError,
  ReferralNotVestedError,
  ReferralReferrerNotVerifiedError,
  ReferralSelfError,
  ReferralSignatureExpiredError,
  ReferralStakeTooSmallError,
} from "./referrals.ts";
export { describeRefusal, TransferRefusedError } from "./refusal.ts";
export {
  type ArgumentsOf,
  RevertError,
  type RevertName,
  type RevertSignature,
  UnexpectedError,
  UnknownRevertError,
} from "./revert.ts";
export {
  ERC4626ExceededMaxDepositError,
  ERC4626ExceededMaxMintError,
  ERC4626ExceededMaxRedeemError,
  ERC4626ExceededMaxWithdrawError,
  QtiInvalidHolderError,
  StakingExceedsPositionError,
  StakingNothingToPokeError,
  StakingNotOwnerError,
  StakingOnlyTreasuryError,
  StakingPausedError,
  StakingRewardNotReceivedError,
  StakingSharesBelowMinimumError,
  StakingUnknownLockError,
  StakingUnknownPositionError,
  StakingZeroAmountError,
} from "./staking.ts";
export {
  StoreExchangeClosedError,
  StoreInvalidItemError,
  StoreLimitExceededError,
  StoreNotVerifiedError,
  StoreOutOfStockError,
  StorePriceTooHighError,
  StoreRateTooLowError,
  StoreUnknownItemError,
  StoreZeroAmountError,
} from "./store.ts";
export {
  SubgraphBehindError,
  SubgraphError,
  SubgraphQueryError,
  SubgraphResponseError,
  SubgraphUnreachableError,
} from "./subgraph.ts";
export {
  TapDailyCapReachedError,
  TapInvalidSignerError,
  TapInvalidTermsError,
  TapNoIdentityError,
  TapNothingToClaimError,
  TapSequenceTooHighError,
  TapSequenceUsedError,
  TapVoucherExpiredError,
} from "./taps.ts";
export {
  ERC20InsufficientAllowanceError,
  ERC20InsufficientBalanceError,
  ERC20InvalidApproverError,
  ERC20InvalidReceiverError,
  ERC20InvalidSenderError,
  ERC20InvalidSpenderError,
  ERC2612ExpiredSignatureError,
  ERC2612InvalidSignerError,
  InvalidAccountNonceError,
  SafeERC20FailedOperationError,
} from "./tokens.ts";
export { AccountMissingError, EventMissingError, TransactionFailedError } from "./transaction.ts";
export {
  TreasuryBudgetExceededError,
  TreasuryInsufficientFundsError,
  TreasuryInvalidBudgetError,
  TreasuryStreamNotListedError,
  TreasuryUnknownSpenderError,
} from "./treasury.ts";
export {
  ChainNotAddedError,
  FeeTooLowError,
  GasLimitError,
  InsufficientFundsError,
  NonceError,
  RateLimitedError,
  RpcTimeoutError,
  RpcUnreachableError,
  UpgradeRejectedError,
  UserRejectedError,
  WalletBusyError,
  WalletDisconnectedError,
  WalletError,
  WalletUnauthorizedError,
  WalletUnsupportedError,
  WrongChainError,
} from "./wallet.ts";
