import {
  accessManagerAbi,
  assetRedemptionAbi,
  assetRegistryAbi,
  complianceModuleAbi,
  exchangeAbi,
  identityRegistryAbi,
  incomeDistributorAbi,
  rewardsTreasuryAbi,
  stakingVaultAbi,
} from "@qti/sdk/abis";
import { type Abi, type Address, decodeFunctionData, type Hex, isAddressEqual } from "viem";
import { countryName } from "@/lib/domain/countries";
import { roleWords } from "@/lib/domain/roles";
import { rulesLines, sharesWords } from "@/lib/domain/rules-words";
import { shortAddress } from "@/lib/format/address";
import { exactAmount, formatAmount } from "@/lib/format/amount";
import { durationWords } from "@/lib/format/time";
import type { Phrase } from "./phrase";

/*
 * What a call of a contract does, in a sentence. Who scheduled it may have chosen its bytes freely, so a sentence says
 * only what the decoded arguments say, and what does not decode is shown as what it is: unknown.
 */

type Contracts = { readonly [name: string]: Address };
type Words = (data: Hex, contracts: Contracts) => Phrase | undefined;

const account = (address: Address) => ({ account: address });
const asset = (address: Address) => ({ asset: address });
const rules = (of: Parameters<typeof rulesLines>[0]) => rulesLines(of).join("; ");

const identityRegistry: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: identityRegistryAbi, data });
  switch (functionName) {
    case "unfreeze":
      return ["Release the identity of ", account(args[0])];
    case "freeze":
      return ["Freeze the identity of ", account(args[0])];
    case "revoke":
      return ["Revoke the verification of ", account(args[0])];
    case "setAttester":
      return args[1]
        ? ["Admit ", account(args[0]), " as an attester"]
        : ["Take the right to attest from ", account(args[0])];
    case "setSystemContract":
      return args[1]
        ? ["Let ", account(args[0]), " hold pledged shares as a system contract"]
        : ["Let ", account(args[0]), " be a system contract no longer"];
    case "proposeRecovery":
      return ["Propose that ", account(args[1]), " replaces the lost account ", account(args[0])];
    case "cancelRecovery":
      return ["Stop the recovery of ", account(args[0])];
    default:
      return undefined;
  }
};

const assetRegistry: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: assetRegistryAbi, data });
  switch (functionName) {
    case "forcedTransfer":
      return [
        `Move ${sharesWords(args[3])} of `,
        asset(args[0]),
        " from ",
        account(args[1]),
        " to ",
        account(args[2]),
        " without the holder",
      ];
    case "forcedBurn":
      return [
        `Cancel ${sharesWords(args[2])} of `,
        asset(args[0]),
        " held by ",
        account(args[1]),
        " without the holder",
      ];
    case "setFrozenTokens":
      return [`Set what is frozen to ${sharesWords(args[2])} of `, asset(args[0]), " of ", account(args[1])];
    case "setFrozenTokensIf":
      return [`Set what is frozen to ${sharesWords(args[3])} of `, asset(args[0]), " of ", account(args[1])];
    case "setModule":
      return ["Let the module ", account(args[1]), " decide about transfers of ", asset(args[0])];
    case "setModuleAllowed":
      return args[1]
        ? ["Let terms name the compliance module ", account(args[0])]
        : ["Let terms name the compliance module ", account(args[0]), " no longer"];
    case "setRedemption":
      return ["Let ", account(args[0]), " burn shares of those who redeem"];
    case "pause":
      return ["Pause transfers of ", asset(args[0])];
    case "unpause":
      return ["End the pause of ", asset(args[0])];
    default:
      return undefined;
  }
};

const complianceModule: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: complianceModuleAbi, data });
  switch (functionName) {
    case "setRules":
      return ["Set the rules of ", asset(args[0]), `: ${rules(args[1])}`];
    case "tighten":
      return ["Make the rules of ", asset(args[0]), ` stricter: ${rules(args[1])}`];
    case "blockCountry":
      return [`Exclude ${countryName(args[1])} from `, asset(args[0])];
    case "unblockCountry":
      return [`Admit ${countryName(args[1])} to `, asset(args[0])];
    default:
      return undefined;
  }
};

/** What every contract with a list of money has. */
function moneyList(functionName: string, args: readonly unknown[] | undefined): Phrase | undefined {
  const money = args?.[0];
  if (typeof money !== "string" || !money.startsWith("0x")) return undefined;
  const token = account(money as Address);
  if (functionName === "listMoney") return ["Take ", token, " as money from now on"];
  if (functionName === "delistMoney") return ["Take ", token, " as money for nothing new"];
  return undefined;
}

const incomeDistributor: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: incomeDistributorAbi, data });
  if (functionName === "vetoRoot") return [`Veto the split of the income payment ${shortAddress(args[0])}`];
  return moneyList(functionName, args);
};

const assetRedemption: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: assetRedemptionAbi, data });
  return moneyList(functionName, args);
};

const exchange: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: exchangeAbi, data });
  switch (functionName) {
    case "setFee":
      return [`Set the fee of trades to ${exactAmount(BigInt(args[0]), 2)} %`];
    case "setFeeRecipient":
      return ["Send the fees of trades to ", account(args[0])];
    case "pause":
      return ["Pause trading"];
    case "unpause":
      return ["End the pause of trading"];
    default:
      return moneyList(functionName, args);
  }
};

const rewardsTreasury: Words = (data) => {
  const { functionName, args } = decodeFunctionData({ abi: rewardsTreasuryAbi, data });
  switch (functionName) {
    case "fundStream":
      return [`Stream ${formatAmount(args[1], { decimals: 18, maximum: 4 })} QTI into `, account(args[0])];
    case "setStream":
      return args[1]
        ? ["Let rewards be streamed into ", account(args[0])]
        : ["Let rewards be streamed into ", account(args[0]), " no longer"];
    default:
      return undefined;
  }
};

const stakingVault: Words = (data) => {
  const { functionName } = decodeFunctionData({ abi: stakingVaultAbi, data });
  if (functionName === "pause") return ["Pause deposits into the vault"];
  if (functionName === "unpause") return ["End the pause of the vault"];
  return undefined;
};

const accessManager: Words = (data, contracts) => {
  const { functionName, args } = decodeFunctionData({ abi: accessManagerAbi, data });
  switch (functionName) {
    case "schedule":
      return ["Schedule: ", ...callWords({ target: args[0], data: args[1] }, contracts)];
    case "execute":
      return ["Carry out: ", ...callWords({ target: args[0], data: args[1] }, contracts)];
    case "cancel":
      return ["Cancel: ", ...callWords({ target: args[1], data: args[2] }, contracts)];
    case "grantRole": {
      const wait = args[2] > 0 ? `, each act ${durationWords(args[2])} after it was scheduled` : "";
      return [`Give the role "${roleWords(args[0]).name}" to `, account(args[1]), wait];
    }
    case "revokeRole":
      return [`Take the role "${roleWords(args[0]).name}" from `, account(args[1])];
    case "setRoleAdmin":
      return [`Let "${roleWords(args[1]).name}" give and take the role "${roleWords(args[0]).name}"`];
    case "setRoleGuardian":
      return [`Let "${roleWords(args[1]).name}" cancel what "${roleWords(args[0]).name}" schedules`];
    case "setTargetFunctionRole":
      return [
        `Let "${roleWords(args[2]).name}" call ${args[1].length} ${args[1].length === 1 ? "function" : "functions"} of `,
        account(args[0]),
      ];
    case "setTargetClosed":
      return args[1] ? ["Close ", account(args[0]), " to everybody"] : ["Open ", account(args[0]), " again"];
    case "updateAuthority":
      return ["Hand the control over ", account(args[0]), " to ", account(args[1])];
    default:
      return undefined;
  }
};

const known: { readonly [contract: string]: { words: Words; abi: Abi } } = {
  accessManager: { words: accessManager, abi: accessManagerAbi },
  assetRedemption: { words: assetRedemption, abi: assetRedemptionAbi },
  assetRegistry: { words: assetRegistry, abi: assetRegistryAbi },
  complianceModule: { words: complianceModule, abi: complianceModuleAbi },
  exchange: { words: exchange, abi: exchangeAbi },
  identityRegistry: { words: identityRegistry, abi: identityRegistryAbi },
  incomeDistributor: { words: incomeDistributor, abi: incomeDistributorAbi },
  rewardsTreasury: { words: rewardsTreasury, abi: rewardsTreasuryAbi },
  stakingVault: { words: stakingVault, abi: stakingVaultAbi },
};

/**
 * What a call does, in a sentence. A function without a sentence is named with its arguments, anything else by its first
 * bytes.
 *
 * @example
 * callWords({ target: registry, data }, contracts) // ["Release the identity of ", { account: "0x…" }]
 */
export function callWords({ target, data }: { target: Address; data: Hex }, contracts: Contracts): Phrase {
  const [name] = Object.entries(contracts).find(([, address]) => isAddressEqual(address, target)) ?? [];
  const contract = name === undefined ? undefined : known[name];
  if (!contract)
    return [`Call ${data.slice(0, 10)} of a contract that this app does not know, `, account(target)];
  try {
    return contract.words(data, contracts) ?? literally(contract.abi, target, data);
  } catch {
    return [`Call ${data.slice(0, 10)}, which this app does not know, of `, account(target)];
  }
}

/** The name of the function and its arguments as they are. */
function literally(abi: Abi, target: Address, data: Hex): Phrase {
  const { functionName, args = [] } = decodeFunctionData({ abi, data });
  const values = args.map((value) => JSON.stringify(value, plain)).join(", ");
  return [`Call ${functionName}(${values.slice(0, 400)}) of `, account(target)];
}

const plain = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
