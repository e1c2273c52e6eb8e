/**
 * Who may do what: the table of docs/security.md as data. The deployment wires the AccessManager with it and a test
 * compares the chain with it.
 */

const HOUR = 3_600n;

/** Ids and delays (seconds between scheduling and running an operation), as in `src/shared/Roles.sol`. */
export const ROLES = {
  ADMIN: { id: 0n, delay: 72n * HOUR },
  GUARDIAN: { id: 1n, delay: 0n },
  PAUSER: { id: 2n, delay: 0n },
  COMPLIANCE_DESK: { id: 3n, delay: 0n },
  COMPLIANCE_FORCE: { id: 4n, delay: 48n * HOUR },
  ISSUER: { id: 5n, delay: 0n },
  APPRAISER: { id: 6n, delay: 0n },
  RISK: { id: 7n, delay: 72n * HOUR },
  TREASURER: { id: 8n, delay: 48n * HOUR },
  REWARDS_OPERATOR: { id: 9n, delay: 0n },
  UNDERWRITER: { id: 10n, delay: 0n },
  BRIDGE_OPERATOR: { id: 11n, delay: 48n * HOUR },
  ANCHORER: { id: 12n, delay: 0n },
  ISSUER_DESK: { id: 13n, delay: 0n },
} as const satisfies Record<string, { id: bigint; delay: bigint }>;

export type RoleName = keyof typeof ROLES;

/** Roles that another role than ADMIN grants and revokes. */
export const ROLE_ADMINS = { ISSUER: "ISSUER_DESK" } as const satisfies Partial<Record<RoleName, RoleName>>;

/** Roles whose scheduled operations GUARDIAN cancels by OpenZeppelin's own rule; ADMIN's by `QtiAccessManager`. */
export const GUARDED_ROLES = [
  "COMPLIANCE_FORCE",
  "RISK",
  "TREASURER",
  "BRIDGE_OPERATOR",
] as const satisfies readonly RoleName[];

/** Every function of a system contract that asks the AccessManager, and the role it needs. */
export const FUNCTION_ROLES = {
  identityRegistry: {
    "revoke(address)": "COMPLIANCE_DESK",
    "freeze(address)": "COMPLIANCE_DESK",
    "unfreeze(address)": "COMPLIANCE_FORCE",
    "setAttester(address,bool)": "COMPLIANCE_FORCE",
    "setSystemContract(address,bool)": "ADMIN",
    "proposeRecovery(address,address,uint256,bytes)": "COMPLIANCE_FORCE",
    "cancelRecovery(address)": "GUARDIAN",
  },
  assetRegistry: {
    "tokenize((string,string,uint8,uint16,uint256,uint256,string,bytes32,address,(uint8,uint32,uint48,uint128),uint16[],bytes32))":
      "ISSUER",
    "activate(address)": "ISSUER",
    "setFrozenTokens(address,address,uint256)": "COMPLIANCE_DESK",
    "setFrozenTokensIf(address,address,uint256,uint256)": "COMPLIANCE_DESK",
    "forcedTransfer(address,address,address,uint256)": "COMPLIANCE_FORCE",
    "forcedBurn(address,address,uint256)": "COMPLIANCE_FORCE",
    "setModule(address,address)": "COMPLIANCE_FORCE",
    "setModuleAllowed(address,bool)": "ADMIN",
    "setRedemption(address)": "ADMIN",
    "pause(address)": "PAUSER",
    "unpause(address)": "ADMIN",
  },
  complianceModule: {
    "tighten(address,(uint8,uint32,uint48,uint128))": "COMPLIANCE_DESK",
    "blockCountry(address,uint16)": "COMPLIANCE_DESK",
    "setRules(address,(uint8,uint32,uint48,uint128))": "COMPLIANCE_FORCE",
    "unblockCountry(address,uint16)": "COMPLIANCE_FORCE",
    "setPledges(address)": "ADMIN",
  },
  incomeDistributor: {
    "listMoney(address,uint256)": "ADMIN",
    "delistMoney(address)": "ADMIN",
    "vetoRoot(bytes32)": "GUARDIAN",
  },
  assetRedemption: {
    "listMoney(address,uint256)": "ADMIN",
    "delistMoney(address)": "ADMIN",
  },
  exchange: {
    "setFee(uint16)": "TREASURER",
    "setFeeRecipient(address)": "ADMIN",
    "listMoney(address,uint256)": "ADMIN",
    "delistMoney(address)": "ADMIN",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  stakingVault: {
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  stakingPool: {
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  rewardsTreasury: {
    "fundStream(address,uint256)": "TREASURER",
    "setBudget(address,uint256,uint32)": "TREASURER",
    "setStream(address,bool)": "ADMIN",
  },
  qtiPoints: {
    "setChannel(address,uint256,uint32)": "TREASURER",
    "setRedeemer(address,bool)": "TREASURER",
  },
  tapRewards: {
    "revokeVouchers(address,uint64)": "REWARDS_OPERATOR",
    "setOracle(address)": "TREASURER",
    "setDailyCap(uint256)": "TREASURER",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  referralRegistry: {
    "setTerms((uint16,uint64,uint64,uint128))": "TREASURER",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  rewardStore: {
    "setItem(uint256,(uint96,uint64,uint32,string))": "REWARDS_OPERATOR",
    "setRate(uint256)": "TREASURER",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  merkleDistributor: {
    "createCampaign(uint48,string)": "REWARDS_OPERATOR",
    "fundCampaign(uint256,uint256)": "REWARDS_OPERATOR",
    "extendCampaign(uint256,uint48)": "REWARDS_OPERATOR",
    "proposeRoot(uint256,bytes32,uint256,string)": "REWARDS_OPERATOR",
    "vetoRoot(bytes32)": "GUARDIAN",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  lendingMarkets: {
    "createMarket((address,address,address,address,uint256,uint256),uint96,uint96)": "RISK",
    "setCaps(bytes32,uint96,uint96)": "RISK",
    "listOracle(address,bool)": "RISK",
    "listRateModel(address,bool)": "RISK",
    "listMoney(address,uint256)": "ADMIN",
    "delistMoney(address)": "ADMIN",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  appraisalOracle: {
    "appraise(address,uint256)": "APPRAISER",
    "setTerms(address,(uint16,uint40))": "RISK",
  },
  creditBook: {
    "setTerms((uint16,uint16,uint16,uint16,uint16,uint32,uint64))": "TREASURER",
    "bind(address,address,address)": "ADMIN",
    "pause()": "PAUSER",
    "unpause()": "ADMIN",
  },
  creditLines: {
    "setTierCap(uint8,uint256)": "TREASURER",
    "setUnderwritingQuota(uint256,uint32)": "TREASURER",
    "bindVouching(address)": "ADMIN",
  },
  recordAnchor: {
    "anchor(bytes32,uint64)": "ANCHORER",
  },
} as const satisfies Record<string, Record<string, RoleName>>;

export type ManagedContract = keyof typeof FUNCTION_ROLES;

/** Roles that an account holds from the start, and the deployment parameter that names the account. */
export const FIRST_HOLDERS = {
  ADMIN: "admin",
  GUARDIAN: "guardian",
  PAUSER: "pauser",
  COMPLIANCE_DESK: "complianceDesk",
  ISSUER_DESK: "complianceDesk",
  COMPLIANCE_FORCE: "complianceForce",
  TREASURER: "treasurer",
  ANCHORER: "anchorer",
  REWARDS_OPERATOR: "rewardsOperator",
  RISK: "risk",
  APPRAISER: "appraiser",
  UNDERWRITER: "underwriter",
} as const satisfies Partial<Record<RoleName, string>>;

/** Accounts that hold a role beside its first holder: the keeper does by itself what an operator may do. */
export const MORE_HOLDERS = [
  ["REWARDS_OPERATOR", "rewardsKeeper"],
  ["ANCHORER", "rewardsKeeper"],
] as const satisfies readonly (readonly [RoleName, string])[];
