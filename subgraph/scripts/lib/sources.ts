import type { EventItem } from "./abi.ts";

/** Where an ABI comes from: the contracts' own build, a package that the contracts depend on, or right here. */
export type AbiOrigin =
  | { readonly artifact: string }
  | { readonly module: string }
  | { readonly events: readonly EventItem[] };

/** One contract, or kind of contract, whose events are indexed. */
export interface Source {
  /** Name in the manifest, and of the generated folder. */
  readonly name: string;
  /** Key of its address; a template has none, its addresses come with events. */
  readonly contract: string | undefined;
  readonly abi: AbiOrigin;
  /** File with the handlers, below `src/`. */
  readonly mapping: string;
  /** Event name to handler. */
  readonly events: Readonly<Record<string, string>>;
  /** Events that are left out, and why. A test fails for an event that is neither handled nor here. */
  readonly ignored?: Readonly<Record<string, string>>;
  /** Names of other contracts whose addresses its handlers have to know. */
  readonly context?: readonly string[];
}

const artifact = (folder: string, contract: string): AbiOrigin => ({
  artifact: `${folder}/${contract}.sol/${contract}.json`,
});

const allowance = "what is allowed is asked of the chain at the moment it matters";

/** Everything the subgraph listens to. The order is that of the manifest. */
export const sources: readonly Source[] = [
  {
    name: "AccessManager",
    contract: "accessManager",
    abi: { module: "@openzeppelin/contracts/build/contracts/IAccessManager.json" },
    mapping: "identity.ts",
    events: {
      RoleLabel: "handleRoleLabel",
      RoleGranted: "handleRoleGranted",
      RoleRevoked: "handleRoleRevoked",
      OperationScheduled: "handleOperationScheduled",
      OperationExecuted: "handleOperationExecuted",
      OperationCanceled: "handleOperationCanceled",
    },
    ignored: {
      RoleAdminChanged: "who governs roles is a table of the deployment",
      RoleGuardianChanged: "the same",
      RoleGrantDelayChanged: "the same",
      TargetFunctionRoleUpdated: "the same",
      TargetAdminDelayUpdated: "the same",
      TargetClosed: "no contract of QTI is closed that way",
    },
  },
  {
    name: "IdentityRegistry",
    contract: "identityRegistry",
    abi: artifact("identity", "IIdentityRegistry"),
    mapping: "identity.ts",
    events: {
      AccountAttested: "handleAccountAttested",
      WalletLinked: "handleWalletLinked",
      IdentityRevoked: "handleIdentityRevoked",
      IdentityFrozen: "handleIdentityFrozen",
      AttesterSet: "handleAttesterSet",
      SystemContractSet: "handleSystemContractSet",
      AccountPledged: "handleAccountPledged",
      RecoveryProposed: "handleRecoveryProposed",
      RecoveryCancelled: "handleRecoveryCancelled",
      AccountRecovered: "handleAccountRecovered",
    },
  },
  {
    name: "AssetRegistry",
    contract: "assetRegistry",
    abi: artifact("assets", "IAssetRegistry"),
    mapping: "assets.ts",
    events: {
      AssetTokenized: "handleAssetTokenized",
      AssetTermsUpdated: "handleAssetTermsUpdated",
      AssetStateChanged: "handleAssetStateChanged",
      AssetDocumentsUpdated: "handleAssetDocumentsUpdated",
      AssetValuationStated: "handleAssetValuationStated",
      AssetModuleAllowed: "handleAssetModuleAllowed",
      AssetIssuerChanged: "handleAssetIssuerChanged",
      AssetRedemptionSet: "handleAssetRedemptionSet",
      AssetForcedBurn: "handleAssetForcedBurn",
    },
  },
  {
    name: "ComplianceModule",
    contract: "complianceModule",
    abi: artifact("assets", "IComplianceModule"),
    mapping: "assets.ts",
    events: { RulesSet: "handleRulesSet", CountryBlocked: "handleCountryBlocked" },
    ignored: { PledgesSet: "the deployment says once whom it asks for pledges: the lending markets" },
  },
  {
    name: "IncomeDistributor",
    contract: "incomeDistributor",
    abi: artifact("assets", "IIncomeDistributor"),
    mapping: "income.ts",
    events: {
      IncomePaid: "handleIncomePaid",
      RootProposed: "handleRootProposed",
      RootActivated: "handleRootActivated",
      RootVetoed: "handleRootVetoed",
      IncomeClaimed: "handleIncomeClaimed",
      IncomeReturned: "handleIncomeReturned",
      MoneyListed: "handleIncomeMoneyListed",
    },
  },
  {
    name: "AssetRedemption",
    contract: "assetRedemption",
    abi: artifact("assets", "IAssetRedemption"),
    mapping: "income.ts",
    events: {
      RedemptionOpened: "handleRedemptionOpened",
      SharesRedeemed: "handleSharesRedeemed",
      RedemptionClosed: "handleRedemptionClosed",
      MoneyListed: "handleRedemptionMoneyListed",
    },
  },
  {
    name: "Exchange",
    contract: "exchange",
    abi: artifact("exchange", "IExchange"),
    mapping: "exchange.ts",
    events: {
      OrderFilled: "handleOrderFilled",
      OrdersMatched: "handleOrdersMatched",
      OrderCancelled: "handleOrderCancelled",
      EpochRaised: "handleEpochRaised",
      BatchFillFailed: "handleBatchFillFailed",
      FeeSet: "handleFeeSet",
      FeeRecipientSet: "handleFeeRecipientSet",
      PauseSet: "handleExchangePauseSet",
      MoneyListed: "handleExchangeMoneyListed",
    },
  },
  {
    name: "QtiToken",
    contract: "qtiToken",
    abi: { module: "@openzeppelin/contracts/build/contracts/IERC20.json" },
    mapping: "staking.ts",
    events: { Transfer: "handleQtiTransfer" },
    ignored: { Approval: allowance },
    context: ["stakingVault", "stakingPool", "rewardsTreasury", "merkleDistributor"],
  },
  {
    name: "StakingVault",
    contract: "stakingVault",
    abi: artifact("staking", "IStakingVault"),
    mapping: "staking.ts",
    events: {
      Transfer: "handleShareTransfer",
      Deposit: "handleDeposit",
      Withdraw: "handleWithdraw",
      Accrued: "handleAccrued",
      RewardNotified: "handleRewardNotified",
      PauseSet: "handleVaultPauseSet",
      Skimmed: "handleSkimmed",
    },
    ignored: { Approval: allowance },
  },
  {
    name: "StakingPool",
    contract: "stakingPool",
    abi: artifact("staking", "IStakingPool"),
    mapping: "pool.ts",
    events: {
      PoolAccrued: "handlePoolAccrued",
      Staked: "handleStaked",
      Withdrawn: "handleWithdrawn",
      Poked: "handlePoked",
      RewardClaimed: "handleRewardClaimed",
      RewardNotified: "handlePoolRewardNotified",
      PauseSet: "handlePoolPauseSet",
      Skimmed: "handlePoolSkimmed",
    },
  },
  {
    name: "RewardsTreasury",
    contract: "rewardsTreasury",
    abi: artifact("rewards", "IRewardsTreasury"),
    mapping: "rewards.ts",
    events: {
      StreamListed: "handleStreamListed",
      StreamFunded: "handleStreamFunded",
      BudgetSet: "handleBudgetSet",
      RewardPaid: "handleRewardPaid",
    },
    context: ["rewardStore", "merkleDistributor"],
  },
  {
    name: "QtiPoints",
    contract: "qtiPoints",
    abi: artifact("rewards", "IQtiPoints"),
    mapping: "points.ts",
    events: {
      ChannelSet: "handleChannelSet",
      RedeemerSet: "handleRedeemerSet",
      PointsEarned: "handlePointsEarned",
      PointsRedeemed: "handlePointsRedeemed",
    },
    ignored: {
      Transfer: "PointsEarned and PointsRedeemed say it, with the channel or redeemer",
      Approval: "points cannot be allowed to anybody",
    },
    context: ["tapRewards", "referralRegistry", "rewardStore"],
  },
  {
    name: "TapRewards",
    contract: "tapRewards",
    abi: artifact("rewards", "ITapRewards"),
    mapping: "taps.ts",
    events: {
      TapsClaimed: "handleTapsClaimed",
      VouchersRevoked: "handleVouchersRevoked",
      TapOracleSet: "handleTapOracleSet",
      TapDailyCapSet: "handleTapDailyCapSet",
      PauseSet: "handleTapPauseSet",
    },
  },
  {
    name: "ReferralRegistry",
    contract: "referralRegistry",
    abi: artifact("rewards", "IReferralRegistry"),
    mapping: "referrals.ts",
    events: {
      ReferralBound: "handleReferralBound",
      ReferralVested: "handleReferralVested",
      ReferralBonusClaimed: "handleReferralBonusClaimed",
      ReferralTermsSet: "handleReferralTermsSet",
      PauseSet: "handleReferralPauseSet",
    },
    context: ["stakingPool"],
  },
  {
    name: "RewardStore",
    contract: "rewardStore",
    abi: artifact("rewards", "IRewardStore"),
    mapping: "store.ts",
    events: {
      StoreRateSet: "handleStoreRateSet",
      StoreItemSet: "handleStoreItemSet",
      PointsExchanged: "handlePointsExchanged",
      ItemRedeemed: "handleItemRedeemed",
      PauseSet: "handleStorePauseSet",
    },
    context: ["qtiPoints", "qtiToken"],
  },
  {
    name: "MerkleDistributor",
    contract: "merkleDistributor",
    abi: artifact("rewards", "IMerkleDistributor"),
    mapping: "campaigns.ts",
    events: {
      CampaignCreated: "handleCampaignCreated",
      CampaignFunded: "handleCampaignFunded",
      CampaignExtended: "handleCampaignExtended",
      RootProposed: "handleCampaignRootProposed",
      RootActivated: "handleCampaignRootActivated",
      RootVetoed: "handleCampaignRootVetoed",
      CampaignClaimed: "handleCampaignClaimed",
      CampaignReturned: "handleCampaignReturned",
      PauseSet: "handleCampaignPauseSet",
    },
  },
  {
    name: "LendingMarkets",
    contract: "lendingMarkets",
    abi: artifact("loans", "ILendingMarkets"),
    mapping: "loans.ts",
    events: {
      OracleListed: "handleOracleListed",
      RateModelListed: "handleRateModelListed",
      MarketCreated: "handleMarketCreated",
      CapsSet: "handleCapsSet",
      InterestAccrued: "handleInterestAccrued",
      Supplied: "handleSupplied",
      Withdrawn: "handleLoanWithdrawn",
      Borrowed: "handleBorrowed",
      Repaid: "handleLoanRepaid",
      CollateralSupplied: "handleCollateralSupplied",
      CollateralWithdrawn: "handleCollateralWithdrawn",
      Liquidated: "handleLiquidated",
      PositionFlagged: "handlePositionFlagged",
      PositionRecovered: "handlePositionRecovered",
      AuthorizationSet: "handleAuthorizationSet",
      PauseSet: "handleMarketsPauseSet",
      MoneyListed: "handleMarketsMoneyListed",
    },
  },
  {
    name: "InterestRateModel",
    contract: "interestRateModel",
    abi: artifact("loans", "IInterestRateModel"),
    mapping: "loans.ts",
    events: { RateMoved: "handleRateMoved" },
    context: ["lendingMarkets"],
  },
  {
    name: "AppraisalOracle",
    contract: "appraisalOracle",
    abi: artifact("loans", "IAppraisalOracle"),
    mapping: "appraisals.ts",
    events: { AppraisalTermsSet: "handleAppraisalTermsSet", Appraised: "handleAppraised" },
  },
  {
    name: "CreditBook",
    contract: "creditBook",
    abi: artifact("loans", "ICreditBook"),
    mapping: "book.ts",
    events: {
      PartsBound: "handlePartsBound",
      TermsSet: "handleTermsSet",
      CohortChanged: "handleCohortChanged",
      BookChanged: "handleBookChanged",
      SeniorLossRecorded: "handleSeniorLossRecorded",
      QueueChanged: "handleQueueChanged",
      Skimmed: "handleBookSkimmed",
      PauseSet: "handleBookPauseSet",
    },
  },
  {
    name: "CreditLines",
    contract: "creditLines",
    abi: artifact("loans", "ICreditLines"),
    mapping: "credit.ts",
    events: {
      Drawn: "handleDrawn",
      Repaid: "handleCreditRepaid",
      LimitSet: "handleLimitSet",
      LineAttested: "handleLineAttested",
      LineBarred: "handleLineBarred",
      LineWrittenOff: "handleLineWrittenOff",
      TierCapSet: "handleTierCapSet",
      UnderwritingQuotaSet: "handleUnderwritingQuotaSet",
      VouchingBound: "handleVouchingBound",
    },
    context: ["creditBook"],
  },
  {
    name: "SeniorPool",
    contract: "seniorPool",
    abi: artifact("loans", "ISeniorPool"),
    mapping: "lenders.ts",
    events: {
      Transfer: "handleSeniorTransfer",
      Deposit: "handleSeniorDeposit",
      Withdraw: "handleSeniorWithdraw",
      ExitQueued: "handleExitQueued",
      ExitCancelled: "handleExitCancelled",
      ExitServed: "handleExitServed",
      ExitClaimed: "handleExitClaimed",
    },
    ignored: { Approval: allowance },
    context: ["creditBook", "vouching"],
  },
  {
    name: "FirstLossPool",
    contract: "firstLossPool",
    abi: artifact("loans", "IFirstLossPool"),
    mapping: "lenders.ts",
    events: {
      Transfer: "handleFirstLossTransfer",
      Deposit: "handleFirstLossDeposit",
      Withdraw: "handleFirstLossWithdraw",
      NoticeGiven: "handleNoticeGiven",
      NoticeCancelled: "handleNoticeCancelled",
      SharesForgone: "handleSharesForgone",
    },
    ignored: { Approval: allowance },
    context: ["creditBook", "vouching"],
  },
  {
    name: "Vouching",
    contract: "vouching",
    abi: artifact("loans", "IVouching"),
    mapping: "vouching.ts",
    events: {
      VoucherInvited: "handleVoucherInvited",
      Vouched: "handleVouched",
      VouchEnded: "handleVouchEnded",
      VouchUnlocked: "handleVouchUnlocked",
      VouchBurnt: "handleVouchBurnt",
    },
    context: ["creditBook", "creditLines", "firstLossPool"],
  },
  {
    name: "KeyDirectory",
    contract: "keyDirectory",
    abi: artifact("records", "IKeyDirectory"),
    mapping: "records.ts",
    events: { KeysRegistered: "handleKeysRegistered", KeysRevoked: "handleKeysRevoked" },
  },
  {
    name: "RecordAnchor",
    contract: "recordAnchor",
    abi: artifact("records", "IRecordAnchor"),
    mapping: "records.ts",
    events: { RootAnchored: "handleRootAnchored", AnchorPreserved: "handleAnchorPreserved" },
  },
  {
    name: "AssetToken",
    contract: undefined,
    abi: artifact("assets", "IAssetToken"),
    mapping: "assets.ts",
    events: {
      Transfer: "handleTransfer",
      ForcedTransfer: "handleForcedTransfer",
      Frozen: "handleFrozen",
      ModuleSet: "handleModuleSet",
      PauseSet: "handlePauseSet",
      SharesRecovered: "handleSharesRecovered",
    },
    ignored: {
      Approval: allowance,
      ActiveSet: "the registry's AssetStateChanged says it",
      IssuerSet: "the registry's AssetIssuerChanged says it",
    },
  },
];

/** Keys of all addresses that a build needs. */
export const contractKeys: readonly string[] = sources.flatMap(({ contract }) => contract ?? []);
