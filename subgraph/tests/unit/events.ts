import type { Hex } from "viem";

type Terms = {
  readonly name: string;
  readonly symbol: string;
  readonly class: number;
  readonly jurisdiction: number;
  readonly shares: bigint;
  readonly valuation: bigint;
  readonly metadataURI: string;
  readonly documentsRoot: Hex;
  readonly module: Hex;
  readonly rules: Rules;
  readonly blockedCountries: readonly number[];
  readonly salt: Hex;
};
type Rules = {
  readonly minTier: number;
  readonly maxHolders: number;
  readonly lockedUntil: number;
  readonly capPerIdentity: bigint;
};
type Erc20Transfer = { from: Hex; to: Hex; value: bigint };
type MoneyListed = { money: Hex; listed: boolean };
type PauseSet = { until: number };
type RootProposed = { subject: Hex; root: Hex; total: bigint; readyAt: number; uri: string };
type RootActivated = { subject: Hex; root: Hex; total: bigint };
type RootVetoed = { subject: Hex; root: Hex };
type Trade = {
  readonly asset: Hex;
  readonly money: Hex;
  readonly assetAmount: bigint;
  readonly moneyAmount: bigint;
  readonly fee: bigint;
  readonly window: number;
  readonly filled: bigint;
  readonly bid: boolean;
};
type MatchedTrade = {
  readonly asset: Hex;
  readonly money: Hex;
  readonly seller: Hex;
  readonly buyer: Hex;
  readonly assetAmount: bigint;
  readonly askProceeds: bigint;
  readonly bidCost: bigint;
  readonly fee: bigint;
  readonly tip: bigint;
  readonly askWindow: number;
  readonly askFilled: bigint;
  readonly bidWindow: number;
  readonly bidFilled: bigint;
};

type LendingParams = {
  readonly loanToken: Hex;
  readonly collateral: Hex;
  readonly oracle: Hex;
  readonly rateModel: Hex;
  readonly lltv: bigint;
  readonly dust: bigint;
};
type CreditTerms = {
  readonly rateBps: number;
  readonly lateBps: number;
  readonly minimumBps: number;
  readonly growthBps: number;
  readonly seniorBps: number;
  readonly leverageBps: number;
  readonly floor: bigint;
};
type Cohort = {
  readonly principal: bigint;
  readonly interest: bigint;
  readonly last: number;
  readonly rateBps: number;
  readonly lateBps: number;
  readonly seniorBps: number;
};
type PoolDeposit = { sender: Hex; owner: Hex; assets: bigint; shares: bigint };
type PoolWithdraw = { sender: Hex; receiver: Hex; owner: Hex; assets: bigint; shares: bigint };

/**
 * What every indexed event carries, by its place in the manifest. Written by hand, and compared with the ABIs when tests
 * are generated: a contract that changes an event stops the tests, not their meaning.
 */
export interface Events {
  "AccessManager.RoleLabel": { roleId: bigint; label: string };
  "AccessManager.RoleGranted": {
    roleId: bigint;
    account: Hex;
    delay: number;
    since: number;
    newMember: boolean;
  };
  "AccessManager.RoleRevoked": { roleId: bigint; account: Hex };
  "AccessManager.OperationScheduled": {
    operationId: Hex;
    nonce: number;
    schedule: number;
    caller: Hex;
    target: Hex;
    data: Hex;
  };
  "AccessManager.OperationExecuted": { operationId: Hex; nonce: number };
  "AccessManager.OperationCanceled": { operationId: Hex; nonce: number };
  "IdentityRegistry.AccountAttested": {
    account: Hex;
    identity: Hex;
    index: bigint;
    country: number;
    tier: number;
    validUntil: number;
    attester: Hex;
  };
  "IdentityRegistry.WalletLinked": { account: Hex; newAccount: Hex; identity: Hex; attester: Hex };
  "IdentityRegistry.IdentityRevoked": { identity: Hex };
  "IdentityRegistry.IdentityFrozen": { identity: Hex; frozen: boolean };
  "IdentityRegistry.AttesterSet": { attester: Hex; allowed: boolean };
  "IdentityRegistry.SystemContractSet": { account: Hex; allowed: boolean };
  "IdentityRegistry.AccountPledged": { account: Hex };
  "IdentityRegistry.RecoveryProposed": { lost: Hex; successor: Hex; identity: Hex; readyAt: number };
  "IdentityRegistry.RecoveryCancelled": { lost: Hex; successor: Hex; caller: Hex };
  "IdentityRegistry.AccountRecovered": { lost: Hex; successor: Hex; identity: Hex };
  "AssetRegistry.AssetTokenized": { asset: Hex; issuer: Hex; assetId: bigint; terms: Terms };
  "AssetRegistry.AssetTermsUpdated": { asset: Hex; terms: Terms };
  "AssetRegistry.AssetStateChanged": { asset: Hex; state: number };
  "AssetRegistry.AssetDocumentsUpdated": { asset: Hex; index: bigint; root: Hex };
  "AssetRegistry.AssetValuationStated": { asset: Hex; valuation: bigint };
  "AssetRegistry.AssetModuleAllowed": { module: Hex; allowed: boolean };
  "AssetRegistry.AssetIssuerChanged": { asset: Hex; previous: Hex; issuer: Hex };
  "AssetRegistry.AssetRedemptionSet": { redemption: Hex };
  "AssetRegistry.AssetForcedBurn": { asset: Hex; account: Hex; amount: bigint };
  "ComplianceModule.RulesSet": { asset: Hex; rules: Rules };
  "ComplianceModule.CountryBlocked": { asset: Hex; country: number; blocked: boolean };
  "IncomeDistributor.IncomePaid": {
    paymentId: Hex;
    asset: Hex;
    issuer: Hex;
    money: Hex;
    amount: bigint;
    recordBlock: bigint;
    expiry: number;
  };
  "IncomeDistributor.RootProposed": RootProposed;
  "IncomeDistributor.RootActivated": RootActivated;
  "IncomeDistributor.RootVetoed": RootVetoed;
  "IncomeDistributor.IncomeClaimed": {
    paymentId: Hex;
    index: bigint;
    account: Hex;
    recipient: Hex;
    amount: bigint;
  };
  "IncomeDistributor.IncomeReturned": { paymentId: Hex; issuer: Hex; amount: bigint };
  "IncomeDistributor.MoneyListed": MoneyListed;
  "AssetRedemption.RedemptionOpened": { asset: Hex; issuer: Hex; money: Hex; amount: bigint; supply: bigint };
  "AssetRedemption.SharesRedeemed": { asset: Hex; account: Hex; shares: bigint; amount: bigint };
  "AssetRedemption.RedemptionClosed": { asset: Hex; issuer: Hex; leftover: bigint };
  "AssetRedemption.MoneyListed": MoneyListed;
  "Exchange.OrderFilled": { orderHash: Hex; maker: Hex; taker: Hex; trade: Trade };
  "Exchange.OrdersMatched": { askHash: Hex; bidHash: Hex; caller: Hex; trade: MatchedTrade };
  "Exchange.OrderCancelled": { orderHash: Hex; maker: Hex };
  "Exchange.EpochRaised": { maker: Hex; epoch: bigint };
  "Exchange.BatchFillFailed": { orderHash: Hex; reason: Hex };
  "Exchange.FeeSet": { feeBps: number };
  "Exchange.FeeRecipientSet": { recipient: Hex };
  "Exchange.PauseSet": PauseSet;
  "Exchange.MoneyListed": MoneyListed;
  "QtiToken.Transfer": Erc20Transfer;
  "StakingVault.Transfer": Erc20Transfer;
  "StakingVault.Deposit": { sender: Hex; owner: Hex; assets: bigint; shares: bigint };
  "StakingVault.Withdraw": { sender: Hex; receiver: Hex; owner: Hex; assets: bigint; shares: bigint };
  "StakingVault.Accrued": { totalAssets: bigint; totalShares: bigint; streamLeft: bigint; streamEnd: number };
  "StakingVault.RewardNotified": { amount: bigint; streamLeft: bigint; streamEnd: number };
  "StakingVault.PauseSet": PauseSet;
  "StakingVault.Skimmed": { to: Hex; amount: bigint };
  "StakingPool.PoolAccrued": {
    totalWeight: bigint;
    rewardPerWeight: bigint;
    streamLeft: bigint;
    streamEnd: number;
  };
  "StakingPool.Staked": {
    positionId: bigint;
    owner: Hex;
    lock: number;
    added: bigint;
    amount: bigint;
    weight: bigint;
    start: number;
    unlock: number;
    owed: bigint;
  };
  "StakingPool.Withdrawn": {
    positionId: bigint;
    owner: Hex;
    recipient: Hex;
    withdrawn: bigint;
    penalty: bigint;
    amount: bigint;
    weight: bigint;
    owed: bigint;
  };
  "StakingPool.Poked": { positionId: bigint; weight: bigint; owed: bigint };
  "StakingPool.RewardClaimed": { positionId: bigint; owner: Hex; recipient: Hex; amount: bigint };
  "StakingPool.RewardNotified": { amount: bigint; streamLeft: bigint; streamEnd: number };
  "StakingPool.PauseSet": PauseSet;
  "StakingPool.Skimmed": { to: Hex; amount: bigint };
  "RewardsTreasury.StreamListed": { target: Hex; listed: boolean };
  "RewardsTreasury.StreamFunded": { target: Hex; amount: bigint };
  "RewardsTreasury.BudgetSet": { spender: Hex; limit: bigint; period: number };
  "RewardsTreasury.RewardPaid": { spender: Hex; to: Hex; amount: bigint };
  "QtiPoints.ChannelSet": { channel: Hex; limit: bigint; period: number };
  "QtiPoints.RedeemerSet": { redeemer: Hex; allowed: boolean };
  "QtiPoints.PointsEarned": { account: Hex; channel: Hex; amount: bigint };
  "QtiPoints.PointsRedeemed": { account: Hex; redeemer: Hex; amount: bigint };
  "TapRewards.TapsClaimed": {
    identity: bigint;
    account: Hex;
    amount: bigint;
    total: bigint;
    sequence: bigint;
    submitter: Hex;
  };
  "TapRewards.VouchersRevoked": { identity: bigint; account: Hex; sequence: bigint };
  "TapRewards.TapOracleSet": { oracle: Hex };
  "TapRewards.TapDailyCapSet": { cap: bigint };
  "TapRewards.PauseSet": PauseSet;
  "ReferralRegistry.ReferralBound": { newcomer: Hex; referrer: Hex; referrerIdentity: bigint };
  "ReferralRegistry.ReferralVested": {
    newcomer: Hex;
    referrer: Hex;
    newcomerIdentity: bigint;
    positionId: bigint;
    bonusBps: number;
    newcomerCap: bigint;
  };
  "ReferralRegistry.ReferralBonusClaimed": {
    newcomer: Hex;
    referrer: Hex;
    recipient: Hex;
    amount: bigint;
    paid: bigint;
  };
  "ReferralRegistry.ReferralTermsSet": {
    bonusBps: number;
    newcomerCap: bigint;
    referrerCap: bigint;
    minStake: bigint;
  };
  "ReferralRegistry.PauseSet": PauseSet;
  "RewardStore.StoreRateSet": { qtiPerPoint: bigint };
  "RewardStore.StoreItemSet": { itemId: bigint; price: bigint; stock: bigint; limit: bigint; uri: string };
  "RewardStore.PointsExchanged": { account: Hex; identity: bigint; points: bigint; qti: bigint };
  "RewardStore.ItemRedeemed": {
    orderId: bigint;
    itemId: bigint;
    account: Hex;
    identity: bigint;
    quantity: bigint;
    points: bigint;
    stock: bigint;
  };
  "RewardStore.PauseSet": PauseSet;
  "MerkleDistributor.CampaignCreated": { campaignId: bigint; endsAt: number; uri: string };
  "MerkleDistributor.CampaignFunded": { campaignId: bigint; amount: bigint; funded: bigint };
  "MerkleDistributor.CampaignExtended": { campaignId: bigint; endsAt: number };
  "MerkleDistributor.RootProposed": RootProposed;
  "MerkleDistributor.RootActivated": RootActivated;
  "MerkleDistributor.RootVetoed": RootVetoed;
  "MerkleDistributor.CampaignClaimed": {
    campaignId: bigint;
    account: Hex;
    recipient: Hex;
    amount: bigint;
    cumulative: bigint;
  };
  "MerkleDistributor.CampaignReturned": { campaignId: bigint; amount: bigint };
  "MerkleDistributor.PauseSet": PauseSet;
  "LendingMarkets.OracleListed": { oracle: Hex; listed: boolean };
  "LendingMarkets.RateModelListed": { rateModel: Hex; listed: boolean };
  "LendingMarkets.MarketCreated": { id: Hex; params: LendingParams; regulated: boolean };
  "LendingMarkets.CapsSet": { id: Hex; supplyCap: bigint; borrowCap: bigint };
  "LendingMarkets.InterestAccrued": { id: Hex; rate: bigint; interest: bigint };
  "LendingMarkets.Supplied": { id: Hex; caller: Hex; account: Hex; assets: bigint; shares: bigint };
  "LendingMarkets.Withdrawn": {
    id: Hex;
    caller: Hex;
    account: Hex;
    receiver: Hex;
    assets: bigint;
    shares: bigint;
  };
  "LendingMarkets.Borrowed": {
    id: Hex;
    caller: Hex;
    account: Hex;
    receiver: Hex;
    assets: bigint;
    shares: bigint;
  };
  "LendingMarkets.Repaid": { id: Hex; caller: Hex; account: Hex; assets: bigint; shares: bigint };
  "LendingMarkets.CollateralSupplied": { id: Hex; caller: Hex; account: Hex; assets: bigint };
  "LendingMarkets.CollateralWithdrawn": {
    id: Hex;
    caller: Hex;
    account: Hex;
    receiver: Hex;
    assets: bigint;
  };
  "LendingMarkets.Liquidated": {
    id: Hex;
    caller: Hex;
    borrower: Hex;
    repaid: bigint;
    repaidShares: bigint;
    seized: bigint;
    badDebt: bigint;
    badShares: bigint;
  };
  "LendingMarkets.PositionFlagged": { id: Hex; borrower: Hex; flaggedAt: number };
  "LendingMarkets.PositionRecovered": {
    id: Hex;
    lost: Hex;
    successor: Hex;
    collateral: bigint;
    borrowShares: bigint;
  };
  "LendingMarkets.AuthorizationSet": { authorizer: Hex; authorized: Hex; isAuthorized: boolean };
  "LendingMarkets.PauseSet": PauseSet;
  "LendingMarkets.MoneyListed": MoneyListed;
  "InterestRateModel.RateMoved": { market: Hex; id: Hex; rateAtTarget: bigint };
  "AppraisalOracle.AppraisalTermsSet": {
    asset: Hex;
    terms: { dailyBps: number; borrowMaxAge: number };
  };
  "AppraisalOracle.Appraised": { asset: Hex; appraiser: Hex; value: bigint; from: bigint };
  "CreditBook.PartsBound": {
    lines: Hex;
    seniorPool: Hex;
    firstLossPool: Hex;
    money: Hex;
    decimals: number;
  };
  "CreditBook.TermsSet": { cycle: number; terms: CreditTerms };
  "CreditBook.CohortChanged": { cycle: number; cohort: Cohort };
  "CreditBook.BookChanged": { cash: bigint; claim: bigint };
  "CreditBook.SeniorLossRecorded": { loss: bigint };
  "CreditBook.QueueChanged": { shares: bigint };
  "CreditBook.Skimmed": { to: Hex; amount: bigint };
  "CreditBook.PauseSet": PauseSet;
  "CreditLines.Drawn": {
    identity: bigint;
    account: Hex;
    receiver: Hex;
    amount: bigint;
    principal: bigint;
    interest: bigint;
    cycle: number;
  };
  "CreditLines.Repaid": {
    identity: bigint;
    payer: Hex;
    principalPaid: bigint;
    interestPaid: bigint;
    principal: bigint;
    interest: bigint;
    cycle: number;
    state: number;
  };
  "CreditLines.LimitSet": { identity: bigint; limit: bigint };
  "CreditLines.LineAttested": {
    identity: bigint;
    account: Hex;
    underwriter: Hex;
    limit: bigint;
    nonce: bigint;
  };
  "CreditLines.LineBarred": { identity: bigint; untilCycle: number };
  "CreditLines.LineWrittenOff": {
    identity: bigint;
    principal: bigint;
    interest: bigint;
    burnt: bigint;
    seniorLoss: bigint;
  };
  "CreditLines.TierCapSet": { tier: number; cap: bigint };
  "CreditLines.UnderwritingQuotaSet": { limit: bigint; period: number };
  "CreditLines.VouchingBound": { vouching: Hex };
  "SeniorPool.Transfer": Erc20Transfer;
  "SeniorPool.Deposit": PoolDeposit;
  "SeniorPool.Withdraw": PoolWithdraw;
  "SeniorPool.ExitQueued": { ticket: bigint; owner: Hex; shares: bigint };
  "SeniorPool.ExitCancelled": { ticket: bigint; owner: Hex; shares: bigint };
  "SeniorPool.ExitServed": { ticket: bigint; owner: Hex; shares: bigint; assets: bigint; left: bigint };
  "SeniorPool.ExitClaimed": { owner: Hex; receiver: Hex; assets: bigint };
  "FirstLossPool.Transfer": Erc20Transfer;
  "FirstLossPool.Deposit": PoolDeposit;
  "FirstLossPool.Withdraw": PoolWithdraw;
  "FirstLossPool.NoticeGiven": { owner: Hex; added: bigint; shares: bigint; readyAt: number; until: number };
  "FirstLossPool.NoticeCancelled": { owner: Hex; shares: bigint };
  "FirstLossPool.SharesForgone": { owner: Hex; shares: bigint };
  "Vouching.VoucherInvited": { identity: bigint; voucher: bigint; invited: boolean };
  "Vouching.Vouched": {
    identity: bigint;
    voucher: bigint;
    owner: Hex;
    added: bigint;
    shares: bigint;
    limit: bigint;
  };
  "Vouching.VouchEnded": { identity: bigint; voucher: bigint; limit: bigint };
  "Vouching.VouchUnlocked": { identity: bigint; voucher: bigint; owner: Hex; shares: bigint };
  "Vouching.VouchBurnt": { identity: bigint; voucher: bigint; burnt: bigint; shares: bigint };
  "KeyDirectory.KeysRegistered": {
    account: Hex;
    index: bigint;
    recipient: Hex;
    verifier: Hex;
    validFrom: number;
    validUntil: number;
  };
  "KeyDirectory.KeysRevoked": { account: Hex; index: bigint };
  "RecordAnchor.RootAnchored": { index: bigint; root: Hex; size: bigint; time: number };
  "RecordAnchor.AnchorPreserved": { index: bigint };
  "AssetToken.Transfer": Erc20Transfer;
  "AssetToken.ForcedTransfer": { from: Hex; to: Hex; amount: bigint };
  "AssetToken.Frozen": { account: Hex; amount: bigint };
  "AssetToken.ModuleSet": { module: Hex };
  "AssetToken.PauseSet": PauseSet;
  "AssetToken.SharesRecovered": { lost: Hex; successor: Hex; amount: bigint; frozen: bigint };
}

/** `Source.Event`. */
export type EventName = keyof Events;

/** A log to be. */
export interface TestEvent {
  readonly name: EventName;
  /** Emitter; the source's own address where not given. */
  readonly at: Hex | undefined;
  readonly params: Readonly<Record<string, unknown>>;
  /** Logs with the same number share a transaction; without one each log has its own. */
  readonly tx: number | undefined;
}

/** Makes the log of one event. */
export function emit<name extends EventName>(
  name: name,
  params: Events[name],
  { at, tx }: { at?: Hex; tx?: number } = {},
): TestEvent {
  return { name, at, params, tx };
}
