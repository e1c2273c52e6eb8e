import {
  accessManagerAbi,
  appraisalOracleAbi,
  assetRedemptionAbi,
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
import { type Abi, type Address, decodeFunctionData, type Hex, hexToBigInt, isAddressEqual } from "viem";
import { countryName } from "@/lib/domain/countries";
import { dollarWords } from "@/lib/domain/dollars";
import { roleWords } from "@/lib/domain/roles";
import { rulesLines, sharesWords } from "@/lib/domain/rules-words";
import { tierName } from "@/lib/domain/words";
import { shortAddress } from "@/lib/format/address";
import { exactAmount, formatAmount, formatCount } from "@/lib/format/amount";
import { durationWords } from "@/lib/format/time";
import type { Translator } from "@/lib/i18n/translator";
import { type Phrase, phrase } from "./phrase";

/*
 * What a call of a contract does, in a sentence. Who scheduled it may have chosen its bytes freely, so a sentence says
 * only what the decoded arguments say, and what does not decode is shown as what it is: unknown.
 */

type Contracts = { readonly [name: string]: Address };
type Words = (data: Hex, t: Translator, contracts: Contracts) => Phrase | undefined;

const account = (address: Address) => ({ account: address });
const asset = (address: Address) => ({ asset: address });
const rules = (of: Parameters<typeof rulesLines>[0], t: Translator) => rulesLines(of, t).join("; ");

/** Messages about one account and nothing else. */
type AboutAccount =
  | "unfreeze"
  | "freeze"
  | "revoke"
  | "admitAttester"
  | "removeAttester"
  | "admitSystem"
  | "removeSystem"
  | "cancelRecovery"
  | "setRedemption"
  | "setFeeRecipient"
  | "admitStream"
  | "removeStream"
  | "setTapOracle"
  | "admitRedeemer"
  | "removeRedeemer";

const aboutAccount = (key: AboutAccount, address: Address, t: Translator) =>
  phrase((part) => t(`transactions.calls.${key}`, { account: part(account(address)) }));

const identityRegistry: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: identityRegistryAbi, data });
  switch (functionName) {
    case "unfreeze":
    case "freeze":
    case "revoke":
    case "cancelRecovery":
      return aboutAccount(functionName, args[0], t);
    case "setAttester":
      return aboutAccount(args[1] ? "admitAttester" : "removeAttester", args[0], t);
    case "setSystemContract":
      return aboutAccount(args[1] ? "admitSystem" : "removeSystem", args[0], t);
    case "proposeRecovery":
      return phrase((part) =>
        t("transactions.calls.proposeRecovery", { to: part(account(args[1])), from: part(account(args[0])) }),
      );
    default:
      return undefined;
  }
};

const assetRegistry: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: assetRegistryAbi, data });
  switch (functionName) {
    case "forcedTransfer":
      return phrase((part) =>
        t("transactions.calls.forcedTransfer", {
          shares: part(sharesWords(args[3], t)),
          asset: part(asset(args[0])),
          from: part(account(args[1])),
          to: part(account(args[2])),
        }),
      );
    case "forcedBurn":
      return phrase((part) =>
        t("transactions.calls.forcedBurn", {
          shares: part(sharesWords(args[2], t)),
          asset: part(asset(args[0])),
          account: part(account(args[1])),
        }),
      );
    case "setFrozenTokens":
      return frozen(args[2], args[0], args[1], t);
    case "setFrozenTokensIf":
      return frozen(args[3], args[0], args[1], t);
    case "setModule":
      return phrase((part) =>
        t("transactions.calls.setModule", { module: part(account(args[1])), asset: part(asset(args[0])) }),
      );
    case "setModuleAllowed": {
      const key = args[1] ? "admitModule" : "removeModule";
      return phrase((part) => t(`transactions.calls.${key}`, { module: part(account(args[0])) }));
    }
    case "setRedemption":
      return aboutAccount("setRedemption", args[0], t);
    case "pause":
      return phrase((part) => t("transactions.calls.pauseAsset", { asset: part(asset(args[0])) }));
    case "unpause":
      return phrase((part) => t("transactions.calls.unpauseAsset", { asset: part(asset(args[0])) }));
    default:
      return undefined;
  }
};

function frozen(amount: bigint, of: Address, holder: Address, t: Translator): Phrase {
  return phrase((part) =>
    t("transactions.calls.setFrozen", {
      shares: part(sharesWords(amount, t)),
      asset: part(asset(of)),
      account: part(account(holder)),
    }),
  );
}

const complianceModule: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: complianceModuleAbi, data });
  switch (functionName) {
    case "setRules":
    case "tighten":
      return phrase((part) =>
        t(`transactions.calls.${functionName}`, {
          asset: part(asset(args[0])),
          rules: part(rules(args[1], t)),
        }),
      );
    case "blockCountry":
    case "unblockCountry":
      return phrase((part) =>
        t(`transactions.calls.${functionName}`, {
          country: part(countryName(args[1], t)),
          asset: part(asset(args[0])),
        }),
      );
    default:
      return undefined;
  }
};

/** What every contract with a list of money has. */
function moneyList(
  functionName: string,
  args: readonly unknown[] | undefined,
  t: Translator,
): Phrase | undefined {
  const money = args?.[0];
  if (typeof money !== "string" || !money.startsWith("0x")) return undefined;
  if (functionName !== "listMoney" && functionName !== "delistMoney") return undefined;
  return phrase((part) =>
    t(`transactions.calls.${functionName}`, { money: part(account(money as Address)) }),
  );
}

const incomeDistributor: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: incomeDistributorAbi, data });
  if (functionName === "vetoRoot")
    return phrase((part) => t("transactions.calls.vetoRoot", { payment: part(shortAddress(args[0])) }));
  return moneyList(functionName, args, t);
};

const assetRedemption: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: assetRedemptionAbi, data });
  return moneyList(functionName, args, t);
};

const exchange: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: exchangeAbi, data });
  switch (functionName) {
    case "setFee":
      return phrase((part) =>
        t("transactions.calls.setFee", { part: part(exactAmount(BigInt(args[0]), 2, t)) }),
      );
    case "setFeeRecipient":
      return aboutAccount("setFeeRecipient", args[0], t);
    case "pause":
      return [t("transactions.calls.pauseTrading")];
    case "unpause":
      return [t("transactions.calls.unpauseTrading")];
    default:
      return moneyList(functionName, args, t);
  }
};

const qti = (amount: bigint, t: Translator) => formatAmount(amount, { decimals: 18, maximum: 4 }, t);
const points = (amount: bigint, t: Translator) => formatAmount(amount, { decimals: 6, maximum: 2 }, t);

const rewardsTreasury: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: rewardsTreasuryAbi, data });
  switch (functionName) {
    case "fundStream":
      return phrase((part) =>
        t("transactions.calls.fundStream", {
          amount: part(qti(args[1], t)),
          account: part(account(args[0])),
        }),
      );
    case "setStream":
      return aboutAccount(args[1] ? "admitStream" : "removeStream", args[0], t);
    case "setBudget":
      return phrase((part) =>
        t("transactions.calls.setBudget", {
          account: part(account(args[0])),
          amount: part(qti(args[1], t)),
          time: part(durationWords(args[2], t)),
        }),
      );
    default:
      return undefined;
  }
};

const stakingVault: Words = (data, t) => {
  const { functionName } = decodeFunctionData({ abi: stakingVaultAbi, data });
  if (functionName === "pause") return [t("transactions.calls.pauseVault")];
  if (functionName === "unpause") return [t("transactions.calls.unpauseVault")];
  return undefined;
};

const stakingPool: Words = (data, t) => {
  const { functionName } = decodeFunctionData({ abi: stakingPoolAbi, data });
  if (functionName === "pause") return [t("transactions.calls.pausePool")];
  if (functionName === "unpause") return [t("transactions.calls.unpausePool")];
  return undefined;
};

const qtiPoints: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: qtiPointsAbi, data });
  switch (functionName) {
    case "setChannel":
      return phrase((part) =>
        t("transactions.calls.setChannel", {
          account: part(account(args[0])),
          points: part(points(args[1], t)),
          time: part(durationWords(args[2], t)),
        }),
      );
    case "setRedeemer":
      return aboutAccount(args[1] ? "admitRedeemer" : "removeRedeemer", args[0], t);
    default:
      return undefined;
  }
};

const tapRewards: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: tapRewardsAbi, data });
  switch (functionName) {
    case "setOracle":
      return aboutAccount("setTapOracle", args[0], t);
    case "setDailyCap":
      return phrase((part) => t("transactions.calls.setTapDailyCap", { points: part(points(args[0], t)) }));
    case "revokeVouchers":
      return phrase((part) =>
        t("transactions.calls.revokeVouchers", {
          sequence: part(String(args[1])),
          account: part(account(args[0])),
        }),
      );
    case "pause":
      return [t("transactions.calls.pauseTaps")];
    case "unpause":
      return [t("transactions.calls.unpauseTaps")];
    default:
      return undefined;
  }
};

const referralRegistry: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: referralRegistryAbi, data });
  switch (functionName) {
    case "setTerms": {
      const { bonusBps, newcomerCap, referrerCap, minStake } = args[0];
      return phrase((part) =>
        t("transactions.calls.setReferralTerms", {
          part: part(exactAmount(BigInt(bonusBps), 2, t)),
          newcomer: part(points(newcomerCap, t)),
          referrer: part(points(referrerCap, t)),
          stake: part(qti(minStake, t)),
        }),
      );
    }
    case "pause":
      return [t("transactions.calls.pauseReferrals")];
    case "unpause":
      return [t("transactions.calls.unpauseReferrals")];
    default:
      return undefined;
  }
};

const rewardStore: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: rewardStoreAbi, data });
  switch (functionName) {
    case "setRate":
      return args[0] === 0n
        ? [t("transactions.calls.closeStoreRate")]
        : phrase((part) =>
            t("transactions.calls.setStoreRate", { amount: part(exactAmount(args[0], 18, t)) }),
          );
    case "pause":
      return [t("transactions.calls.pauseStore")];
    case "unpause":
      return [t("transactions.calls.unpauseStore")];
    default:
      return undefined;
  }
};

const merkleDistributor: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: merkleDistributorAbi, data });
  switch (functionName) {
    case "vetoRoot":
      return phrase((part) =>
        t("transactions.calls.vetoCampaign", { campaign: part(String(hexToBigInt(args[0]))) }),
      );
    case "pause":
      return [t("transactions.calls.pauseCampaigns")];
    case "unpause":
      return [t("transactions.calls.unpauseCampaigns")];
    default:
      return undefined;
  }
};

const percent = (part: number, t: Translator) => exactAmount(BigInt(part), 2, t);

const creditBook: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: creditBookAbi, data });
  switch (functionName) {
    case "setTerms": {
      const { rateBps, lateBps, minimumBps, growthBps, seniorBps, leverageBps, floor } = args[0];
      return phrase((part) =>
        t("transactions.calls.setCreditTerms", {
          rate: part(percent(rateBps, t)),
          late: part(percent(lateBps, t)),
          minimum: part(percent(minimumBps, t)),
          growth: part(percent(growthBps, t)),
          senior: part(percent(seniorBps, t)),
          leverage: part(exactAmount(BigInt(leverageBps), 4, t)),
          floor: part(dollarWords(floor, t)),
        }),
      );
    }
    case "pause":
      return [t("transactions.calls.pauseCredit")];
    case "unpause":
      return [t("transactions.calls.unpauseCredit")];
    default:
      return undefined;
  }
};

const creditLines: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: creditLinesAbi, data });
  switch (functionName) {
    case "setTierCap":
      return phrase((part) =>
        t("transactions.calls.setCreditTierCap", {
          tier: part(tierName(args[0], t)),
          amount: part(dollarWords(args[1], t)),
        }),
      );
    case "setUnderwritingQuota":
      return phrase((part) =>
        t("transactions.calls.setUnderwritingQuota", {
          amount: part(dollarWords(args[0], t)),
          time: part(durationWords(args[1], t)),
        }),
      );
    default:
      return undefined;
  }
};

const lendingMarkets: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: lendingMarketsAbi, data });
  switch (functionName) {
    case "createMarket": {
      const [{ loanToken, collateral, lltv }, supplyCap, borrowCap] = args;
      return phrase((part) =>
        t("transactions.calls.createMarket", {
          loan: part(account(loanToken)),
          collateral: part(account(collateral)),
          part: part(exactAmount(lltv, 16, t)),
          lent: part(dollarWords(supplyCap, t)),
          borrowed: part(dollarWords(borrowCap, t)),
        }),
      );
    }
    case "setCaps":
      return phrase((part) =>
        t("transactions.calls.setMarketCaps", {
          market: part(shortAddress(args[0])),
          lent: part(dollarWords(args[1], t)),
          borrowed: part(dollarWords(args[2], t)),
        }),
      );
    case "listOracle":
      return phrase((part) =>
        t(args[1] ? "transactions.calls.listOracle" : "transactions.calls.unlistOracle", {
          contract: part(account(args[0])),
        }),
      );
    case "listRateModel":
      return phrase((part) =>
        t(args[1] ? "transactions.calls.listRateModel" : "transactions.calls.unlistRateModel", {
          contract: part(account(args[0])),
        }),
      );
    case "pause":
      return [t("transactions.calls.pauseMarkets")];
    case "unpause":
      return [t("transactions.calls.unpauseMarkets")];
    default:
      return undefined;
  }
};

const appraisalOracle: Words = (data, t) => {
  const { functionName, args } = decodeFunctionData({ abi: appraisalOracleAbi, data });
  if (functionName !== "setTerms") return undefined;
  const [appraised, { dailyBps, borrowMaxAge }] = args;
  return phrase((part) =>
    t("transactions.calls.setAppraisalTerms", {
      asset: part(asset(appraised)),
      daily: part(percent(dailyBps, t)),
      time: part(durationWords(borrowMaxAge, t)),
    }),
  );
};

const accessManager: Words = (data, t, contracts) => {
  const { functionName, args } = decodeFunctionData({ abi: accessManagerAbi, data });
  const role = (id: bigint) => roleWords(id, t).name;
  const inner = (key: "schedule" | "execute" | "cancel", target: Address, call: Hex) =>
    phrase((part) =>
      t(`transactions.calls.${key}`, { call: part(callWords({ target, data: call }, contracts, t)) }),
    );
  switch (functionName) {
    case "schedule":
    case "execute":
      return inner(functionName, args[0], args[1]);
    case "cancel":
      return inner(functionName, args[1], args[2]);
    case "grantRole": {
      const [id, to, wait] = args;
      return phrase((part) => {
        const given = { role: part(role(id)), account: part(account(to)) };
        return wait > 0
          ? t("transactions.calls.grantRoleLater", { ...given, time: part(durationWords(wait, t)) })
          : t("transactions.calls.grantRole", given);
      });
    }
    case "revokeRole":
      return phrase((part) =>
        t("transactions.calls.revokeRole", { role: part(role(args[0])), account: part(account(args[1])) }),
      );
    case "setRoleAdmin":
      return phrase((part) =>
        t("transactions.calls.setRoleAdmin", { admin: part(role(args[1])), role: part(role(args[0])) }),
      );
    case "setRoleGuardian":
      return phrase((part) =>
        t("transactions.calls.setRoleGuardian", { guardian: part(role(args[1])), role: part(role(args[0])) }),
      );
    case "setTargetFunctionRole": {
      const count = args[1].length;
      return phrase((part) =>
        t("transactions.calls.setFunctionRole", {
          count,
          n: part(formatCount(count, t)),
          role: part(role(args[2])),
          contract: part(account(args[0])),
        }),
      );
    }
    case "setTargetClosed": {
      const key = args[1] ? "closeTarget" : "openTarget";
      return phrase((part) => t(`transactions.calls.${key}`, { contract: part(account(args[0])) }));
    }
    case "updateAuthority":
      return phrase((part) =>
        t("transactions.calls.updateAuthority", {
          contract: part(account(args[0])),
          account: part(account(args[1])),
        }),
      );
    default:
      return undefined;
  }
};

const known: { readonly [contract: string]: { words: Words; abi: Abi } } = {
  accessManager: { words: accessManager, abi: accessManagerAbi },
  appraisalOracle: { words: appraisalOracle, abi: appraisalOracleAbi },
  assetRedemption: { words: assetRedemption, abi: assetRedemptionAbi },
  assetRegistry: { words: assetRegistry, abi: assetRegistryAbi },
  creditBook: { words: creditBook, abi: creditBookAbi },
  creditLines: { words: creditLines, abi: creditLinesAbi },
  complianceModule: { words: complianceModule, abi: complianceModuleAbi },
  exchange: { words: exchange, abi: exchangeAbi },
  identityRegistry: { words: identityRegistry, abi: identityRegistryAbi },
  incomeDistributor: { words: incomeDistributor, abi: incomeDistributorAbi },
  lendingMarkets: { words: lendingMarkets, abi: lendingMarketsAbi },
  merkleDistributor: { words: merkleDistributor, abi: merkleDistributorAbi },
  qtiPoints: { words: qtiPoints, abi: qtiPointsAbi },
  referralRegistry: { words: referralRegistry, abi: referralRegistryAbi },
  rewardStore: { words: rewardStore, abi: rewardStoreAbi },
  rewardsTreasury: { words: rewardsTreasury, abi: rewardsTreasuryAbi },
  stakingPool: { words: stakingPool, abi: stakingPoolAbi },
  stakingVault: { words: stakingVault, abi: stakingVaultAbi },
  tapRewards: { words: tapRewards, abi: tapRewardsAbi },
};

/**
 * What a call does, in a sentence. A function without a sentence is named with its arguments, anything else by its first
 * bytes.
 *
 * @example
 * callWords({ target: registry, data }, contracts, t) // ["Release the identity of ", { account: "0x…" }]
 */
export function callWords(
  { target, data }: { target: Address; data: Hex },
  contracts: Contracts,
  t: Translator,
): Phrase {
  const [name] = Object.entries(contracts).find(([, address]) => isAddressEqual(address, target)) ?? [];
  const contract = name === undefined ? undefined : known[name];
  const literal = (key: "call" | "unknown" | "unknownContract", call: string) =>
    phrase((part) => t(`transactions.calls.${key}`, { call: part(call), contract: part(account(target)) }));
  if (!contract) return literal("unknownContract", data.slice(0, 10));
  try {
    return contract.words(data, t, contracts) ?? literal("call", literally(contract.abi, data));
  } catch {
    return literal("unknown", data.slice(0, 10));
  }
}

/** The name of the function and its arguments as they are. */
function literally(abi: Abi, data: Hex): string {
  const { functionName, args = [] } = decodeFunctionData({ abi, data });
  const values = args.map((value) => JSON.stringify(value, plain)).join(", ");
  return `${functionName}(${values.slice(0, 400)})`;
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
