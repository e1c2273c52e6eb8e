import {
  accessManagerAbi,
  appraisalOracleAbi,
  assetRegistryAbi,
  complianceModuleAbi,
  creditBookAbi,
  creditLinesAbi,
  exchangeAbi,
  identityRegistryAbi,
  incomeDistributorAbi,
  lendingMarketsAbi,
  merkleDistributorAbi,
  qtiPointsAbi,
  referralRegistryAbi,
  rewardStoreAbi,
  rewardsTreasuryAbi,
  stakingPoolAbi,
  stakingVaultAbi,
  tapRewardsAbi,
} from "@qti/sdk/abis";
import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  encodeFunctionData,
  type Hex,
  numberToHex,
} from "viem";
import type { Translator } from "@/lib/i18n/translator";
import { type FieldSpecs, type ReadForm, readFields, type Texts, type ValuesOf } from "./fields";
import type { OperationId } from "./operation-names";

/** A call as data, to be sent at once or to be scheduled. */
export type PreparedCall = {
  address: Address;
  abi: Abi;
  functionName: string;
  args: readonly unknown[];
  data: Hex;
};

/** What an operation asks of whoever does it, and the call that it makes. */
export type Operation = {
  contract: string;
  abi: Abi;
  functionName: string;
  fields: FieldSpecs;
  /** Reads the form; `call` makes the call for the addresses of the deployment. */
  read: (
    texts: Texts,
    t: Translator,
  ) =>
    | { ok: false; problems: { readonly [name: string]: string } }
    | { ok: true; call: (address: Address) => PreparedCall };
};

type Writes<abi extends Abi> = ContractFunctionName<abi, "nonpayable">;

/** Ties fields to the arguments of a function: the type checker holds one to the other. */
function operation<
  const abi extends Abi,
  name extends Writes<abi>,
  const fields extends FieldSpecs,
  const list extends ContractFunctionArgs<abi, "nonpayable", name>,
>(definition: {
  contract: string;
  abi: abi;
  functionName: name;
  fields: fields;
  args: (values: ValuesOf<fields>) => list;
}): Operation {
  const { contract, abi, functionName, fields, args } = definition;
  return {
    contract,
    abi,
    functionName,
    fields,
    read: (texts, t) => {
      const form: ReadForm<fields> = readFields(fields, texts, t);
      if (!form.ok) return form;
      // As a list of unknowns from here on: the checker has seen that it fits the function.
      const list = args(form.values) as readonly unknown[];
      const plain = { abi: abi as Abi, functionName: functionName as string, args: list };
      return {
        ok: true,
        call: (address) => ({ address, ...plain, data: encodeFunctionData(plain) }),
      };
    },
  };
}

const subject = { kind: "account", name: "subject", help: "subject" } as const;
const asset = { kind: "asset", name: "asset" } as const;
const contract = { kind: "account", name: "contract" } as const;
const country = { kind: "country", name: "country" } as const;

const caps = {
  supplyCap: { kind: "dollars", name: "supplyCap" },
  borrowCap: { kind: "dollars", name: "borrowCap", help: "borrowCap" },
} as const;

/** Wad in 1/10,000. */
const wadOfBps = 10n ** 14n;

const rules = {
  asset,
  minTier: { kind: "tier", name: "minTier" },
  maxHolders: { kind: "count", name: "maxHolders", help: "noLimit" },
  capPerIdentity: { kind: "limit", name: "capPerIdentity", help: "noLimit" },
  lockedUntil: { kind: "day", name: "lockedUntil", help: "lockedUntil" },
} as const;

const rulesArgs = ({ asset, ...values }: ValuesOf<typeof rules>) => [asset, values] as const;

/** The operations of `operation-names.ts`: what their forms ask, and the calls they make. */
export const operations: { readonly [id in OperationId]: Operation } = {
  revoke: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "revoke",
    fields: { subject },
    args: ({ subject }) => [subject],
  }),
  freeze: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "freeze",
    fields: { subject },
    args: ({ subject }) => [subject],
  }),
  unfreeze: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "unfreeze",
    fields: { subject },
    args: ({ subject }) => [subject],
  }),
  setAttester: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "setAttester",
    fields: {
      attester: { kind: "account", name: "attester" },
      allowed: { kind: "yes", name: "mayAttest" },
    },
    args: ({ attester, allowed }) => [attester, allowed],
  }),
  proposeRecovery: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "proposeRecovery",
    fields: {
      statement: {
        kind: "statement",
        name: "statement",
        help: "statement",
      },
    },
    args: ({ statement: { lost, successor, deadline, signature } }) => [lost, successor, deadline, signature],
  }),
  cancelRecovery: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "cancelRecovery",
    fields: { lost: { kind: "account", name: "lost" } },
    args: ({ lost }) => [lost],
  }),
  freezeShares: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "setFrozenTokens",
    fields: {
      asset,
      holder: { kind: "account", name: "holder" },
      amount: {
        kind: "limit",
        name: "frozen",
        help: "frozen",
      },
    },
    args: ({ asset, holder, amount }) => [asset, holder, amount],
  }),
  forcedTransfer: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "forcedTransfer",
    fields: {
      asset,
      from: { kind: "account", name: "from" },
      to: { kind: "account", name: "to", help: "to" },
      amount: { kind: "shares", name: "shares" },
    },
    args: ({ asset, from, to, amount }) => [asset, from, to, amount],
  }),
  forcedBurn: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "forcedBurn",
    fields: {
      asset,
      holder: { kind: "account", name: "holder" },
      amount: { kind: "shares", name: "shares" },
    },
    args: ({ asset, holder, amount }) => [asset, holder, amount],
  }),
  pauseAsset: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "pause",
    fields: { asset },
    args: ({ asset }) => [asset],
  }),
  unpauseAsset: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "unpause",
    fields: { asset },
    args: ({ asset }) => [asset],
  }),
  tighten: operation({
    contract: "complianceModule",
    abi: complianceModuleAbi,
    functionName: "tighten",
    fields: rules,
    args: rulesArgs,
  }),
  setRules: operation({
    contract: "complianceModule",
    abi: complianceModuleAbi,
    functionName: "setRules",
    fields: rules,
    args: rulesArgs,
  }),
  blockCountry: operation({
    contract: "complianceModule",
    abi: complianceModuleAbi,
    functionName: "blockCountry",
    fields: { asset, country },
    args: ({ asset, country }) => [asset, country],
  }),
  unblockCountry: operation({
    contract: "complianceModule",
    abi: complianceModuleAbi,
    functionName: "unblockCountry",
    fields: { asset, country },
    args: ({ asset, country }) => [asset, country],
  }),
  vetoIncome: operation({
    contract: "incomeDistributor",
    abi: incomeDistributorAbi,
    functionName: "vetoRoot",
    fields: { paymentId: { kind: "hash", name: "payment", help: "payment" } },
    args: ({ paymentId }) => [paymentId],
  }),
  setFee: operation({
    contract: "exchange",
    abi: exchangeAbi,
    functionName: "setFee",
    fields: { fee: { kind: "percent", name: "fee", help: "fee" } },
    args: ({ fee }) => [fee],
  }),
  setFeeRecipient: operation({
    contract: "exchange",
    abi: exchangeAbi,
    functionName: "setFeeRecipient",
    fields: { recipient: { kind: "account", name: "recipient" } },
    args: ({ recipient }) => [recipient],
  }),
  fundStream: operation({
    contract: "rewardsTreasury",
    abi: rewardsTreasuryAbi,
    functionName: "fundStream",
    fields: { target: contract, amount: { kind: "qti", name: "qti" } },
    args: ({ target, amount }) => [target, amount],
  }),
  pauseTrading: operation({
    contract: "exchange",
    abi: exchangeAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseTrading: operation({
    contract: "exchange",
    abi: exchangeAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  pauseStaking: operation({
    contract: "stakingVault",
    abi: stakingVaultAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseStaking: operation({
    contract: "stakingVault",
    abi: stakingVaultAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  pausePool: operation({
    contract: "stakingPool",
    abi: stakingPoolAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpausePool: operation({
    contract: "stakingPool",
    abi: stakingPoolAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  setTapOracle: operation({
    contract: "tapRewards",
    abi: tapRewardsAbi,
    functionName: "setOracle",
    fields: { oracle: { kind: "account", name: "oracle" } },
    args: ({ oracle }) => [oracle],
  }),
  setTapDailyCap: operation({
    contract: "tapRewards",
    abi: tapRewardsAbi,
    functionName: "setDailyCap",
    fields: { cap: { kind: "points", name: "dailyCap" } },
    args: ({ cap }) => [cap],
  }),
  revokeVouchers: operation({
    contract: "tapRewards",
    abi: tapRewardsAbi,
    functionName: "revokeVouchers",
    fields: { subject, sequence: { kind: "number", name: "sequence", help: "sequence" } },
    args: ({ subject, sequence }) => [subject, sequence],
  }),
  pauseTaps: operation({
    contract: "tapRewards",
    abi: tapRewardsAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseTaps: operation({
    contract: "tapRewards",
    abi: tapRewardsAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  setReferralTerms: operation({
    contract: "referralRegistry",
    abi: referralRegistryAbi,
    functionName: "setTerms",
    fields: {
      bonusBps: { kind: "percent", name: "bonus", help: "bonus" },
      newcomerCap: { kind: "points", name: "newcomerCap" },
      referrerCap: { kind: "points", name: "referrerCap" },
      minStake: { kind: "qti", name: "minStake", help: "minStake" },
    },
    args: (terms) => [terms],
  }),
  pauseReferrals: operation({
    contract: "referralRegistry",
    abi: referralRegistryAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseReferrals: operation({
    contract: "referralRegistry",
    abi: referralRegistryAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  setStoreRate: operation({
    contract: "rewardStore",
    abi: rewardStoreAbi,
    functionName: "setRate",
    fields: { rate: { kind: "qtiOrNone", name: "rate", help: "rate" } },
    args: ({ rate }) => [rate],
  }),
  pauseStore: operation({
    contract: "rewardStore",
    abi: rewardStoreAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseStore: operation({
    contract: "rewardStore",
    abi: rewardStoreAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  vetoCampaign: operation({
    contract: "merkleDistributor",
    abi: merkleDistributorAbi,
    functionName: "vetoRoot",
    fields: { campaign: { kind: "number", name: "campaign" } },
    args: ({ campaign }) => [numberToHex(campaign, { size: 32 })],
  }),
  pauseCampaigns: operation({
    contract: "merkleDistributor",
    abi: merkleDistributorAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseCampaigns: operation({
    contract: "merkleDistributor",
    abi: merkleDistributorAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  setChannel: operation({
    contract: "qtiPoints",
    abi: qtiPointsAbi,
    functionName: "setChannel",
    fields: {
      channel: { ...contract, name: "channel" },
      limit: { kind: "points", name: "pointsLimit", help: "closes" },
      period: { kind: "hours", name: "period" },
    },
    args: ({ channel, limit, period }) => [channel, limit, period],
  }),
  setRedeemer: operation({
    contract: "qtiPoints",
    abi: qtiPointsAbi,
    functionName: "setRedeemer",
    fields: { redeemer: contract, allowed: { kind: "yes", name: "mayBurn" } },
    args: ({ redeemer, allowed }) => [redeemer, allowed],
  }),
  setBudget: operation({
    contract: "rewardsTreasury",
    abi: rewardsTreasuryAbi,
    functionName: "setBudget",
    fields: {
      spender: contract,
      limit: { kind: "qtiOrNone", name: "qtiLimit", help: "closes" },
      period: { kind: "hours", name: "period" },
    },
    args: ({ spender, limit, period }) => [spender, limit, period],
  }),
  setStream: operation({
    contract: "rewardsTreasury",
    abi: rewardsTreasuryAbi,
    functionName: "setStream",
    fields: { target: contract, listed: { kind: "yes", name: "mayStream" } },
    args: ({ target, listed }) => [target, listed],
  }),
  setCreditTerms: operation({
    contract: "creditBook",
    abi: creditBookAbi,
    functionName: "setTerms",
    fields: {
      rateBps: { kind: "percent", name: "creditRate", help: "creditRate" },
      lateBps: { kind: "percent", name: "creditLate", help: "creditLate" },
      minimumBps: { kind: "percent", name: "creditMinimum", help: "creditMinimum" },
      growthBps: { kind: "percent", name: "creditGrowth", help: "creditGrowth" },
      seniorBps: { kind: "percent", name: "creditSenior", help: "creditSenior" },
      leverageBps: { kind: "times", name: "creditLeverage", help: "creditLeverage" },
      floor: { kind: "dollars", name: "creditFloor", help: "creditFloor" },
    },
    args: (terms) => [terms],
  }),
  setCreditTierCap: operation({
    contract: "creditLines",
    abi: creditLinesAbi,
    functionName: "setTierCap",
    fields: {
      tier: { kind: "tier", name: "tier" },
      cap: { kind: "dollars", name: "creditCap", help: "creditCap" },
    },
    args: ({ tier, cap }) => [tier, cap],
  }),
  setUnderwritingQuota: operation({
    contract: "creditLines",
    abi: creditLinesAbi,
    functionName: "setUnderwritingQuota",
    fields: {
      limit: { kind: "dollars", name: "creditQuota", help: "closes" },
      period: { kind: "hours", name: "period" },
    },
    args: ({ limit, period }) => [limit, period],
  }),
  pauseCredit: operation({
    contract: "creditBook",
    abi: creditBookAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseCredit: operation({
    contract: "creditBook",
    abi: creditBookAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  createMarket: operation({
    contract: "lendingMarkets",
    abi: lendingMarketsAbi,
    functionName: "createMarket",
    fields: {
      loanToken: { kind: "account", name: "loanToken" },
      collateral: { kind: "account", name: "collateral", help: "collateral" },
      oracle: { kind: "account", name: "priceOracle", help: "priceOracle" },
      rateModel: { kind: "account", name: "rateModel", help: "rateModel" },
      lltv: { kind: "percent", name: "lltv", help: "lltv" },
      dust: { kind: "dollars", name: "dust", help: "dust" },
      ...caps,
    },
    args: ({ supplyCap, borrowCap, lltv, ...params }) => [
      { ...params, lltv: BigInt(lltv) * wadOfBps },
      supplyCap,
      borrowCap,
    ],
  }),
  setMarketCaps: operation({
    contract: "lendingMarkets",
    abi: lendingMarketsAbi,
    functionName: "setCaps",
    fields: { market: { kind: "hash", name: "lendingMarket", help: "lendingMarket" }, ...caps },
    args: ({ market, supplyCap, borrowCap }) => [market, supplyCap, borrowCap],
  }),
  setAppraisalTerms: operation({
    contract: "appraisalOracle",
    abi: appraisalOracleAbi,
    functionName: "setTerms",
    fields: {
      asset,
      dailyBps: { kind: "percent", name: "dailyGlide", help: "dailyGlide" },
      borrowMaxAge: { kind: "hours", name: "borrowMaxAge", help: "borrowMaxAge" },
    },
    args: ({ asset, ...terms }) => [asset, terms],
  }),
  listOracle: operation({
    contract: "lendingMarkets",
    abi: lendingMarketsAbi,
    functionName: "listOracle",
    fields: {
      oracle: { kind: "account", name: "priceOracle" },
      listed: { kind: "yes", name: "mayPrice" },
    },
    args: ({ oracle, listed }) => [oracle, listed],
  }),
  listRateModel: operation({
    contract: "lendingMarkets",
    abi: lendingMarketsAbi,
    functionName: "listRateModel",
    fields: {
      rateModel: { kind: "account", name: "rateModel" },
      listed: { kind: "yes", name: "mayRate" },
    },
    args: ({ rateModel, listed }) => [rateModel, listed],
  }),
  pauseMarkets: operation({
    contract: "lendingMarkets",
    abi: lendingMarketsAbi,
    functionName: "pause",
    fields: {},
    args: () => [],
  }),
  unpauseMarkets: operation({
    contract: "lendingMarkets",
    abi: lendingMarketsAbi,
    functionName: "unpause",
    fields: {},
    args: () => [],
  }),
  grantRole: operation({
    contract: "accessManager",
    abi: accessManagerAbi,
    functionName: "grantRole",
    fields: {
      role: { kind: "role", name: "role" },
      holder: { kind: "account", name: "account" },
      delay: {
        kind: "hours",
        name: "delay",
        help: "delay",
      },
    },
    args: ({ role, holder, delay }) => [role, holder, delay],
  }),
  revokeRole: operation({
    contract: "accessManager",
    abi: accessManagerAbi,
    functionName: "revokeRole",
    fields: { role: { kind: "role", name: "role" }, holder: { kind: "account", name: "account" } },
    args: ({ role, holder }) => [role, holder],
  }),
  setSystemContract: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "setSystemContract",
    fields: {
      contract,
      allowed: { kind: "yes", name: "isSystem" },
    },
    args: ({ contract, allowed }) => [contract, allowed],
  }),
  setModule: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "setModule",
    fields: { asset, module: { ...contract, name: "module" } },
    args: ({ asset, module }) => [asset, module],
  }),
  setModuleAllowed: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "setModuleAllowed",
    fields: {
      module: { ...contract, name: "module" },
      allowed: { kind: "yes", name: "mayName" },
    },
    args: ({ module, allowed }) => [module, allowed],
  }),
};
