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
  AssetIssuerNotVerifiedError,
  AssetModuleNotAllowedError,
  AssetNotIssuerError,
  AssetSupplyNotZeroError,
  AssetTokenFrozenChangedError,
  AssetTokenInvalidForcedTransferError,
  AssetTokenNotActiveError,
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
export { decodeError } from "./decode.ts";
export { DemoDeskNotVerifiedError, FaucetTooSoonError } from "./devnet.ts";
export {
  IdentityAccountTakenError,
  IdentityAlreadyKnownError,
  IdentityInvalidAttestationError,
  IdentityInvalidNonceError,
  IdentityInvalidSignerError,
  IdentityNotInGoodStandingError,
  IdentitySignatureExpiredError,
  IdentitySystemConflictError,
  IdentityTooManyAccountsError,
  IdentityUnknownAccountError,
} from "./identity.ts";
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
export { PermitSignatureError } from "./permit.ts";
export {
  AnchorSizeNotRisingError,
  AnchorTimeNotRisingError,
  AnchorUnknownError,
  KeysAlreadyRevokedError,
  KeysFingerprintRevokedError,
  KeysInvalidError,
  KeysUnknownError,
} from "./records.ts";
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
  StakingOnlyTreasuryError,
  StakingPausedError,
  StakingRewardNotReceivedError,
  StakingSharesBelowMinimumError,
  TreasuryInsufficientFundsError,
  TreasuryStreamNotListedError,
} from "./staking.ts";
export {
  SubgraphBehindError,
  SubgraphError,
  SubgraphQueryError,
  SubgraphResponseError,
  SubgraphUnreachableError,
} from "./subgraph.ts";
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
