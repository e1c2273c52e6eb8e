import {
  accessManagerAbi,
  assetRegistryAbi,
  complianceModuleAbi,
  exchangeAbi,
  identityRegistryAbi,
  incomeDistributorAbi,
  rewardsTreasuryAbi,
  stakingVaultAbi,
} from "@qti/sdk/abis";
import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  encodeFunctionData,
  type Hex,
} from "viem";
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
  /** What could go wrong, said before the signature. */
  risk?: string;
  /** Reads the form; `call` makes the call for the addresses of the deployment. */
  read: (
    texts: Texts,
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
  risk?: string;
}): Operation {
  const { contract, abi, functionName, fields, args, risk } = definition;
  return {
    contract,
    abi,
    functionName,
    fields,
    ...(risk === undefined ? {} : { risk }),
    read: (texts) => {
      const form: ReadForm<fields> = readFields(fields, texts);
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

const subject = { kind: "account", label: "Account", hint: "Any account of the identity." } as const;
const asset = { kind: "asset", label: "Asset" } as const;
const contract = { kind: "account", label: "Address of the contract" } as const;
const country = { kind: "country", label: "Country" } as const;

const rules = {
  asset,
  minTier: { kind: "tier", label: "Least tier of a receiver" },
  maxHolders: { kind: "count", label: "Most holders", hint: "Empty for no limit." },
  capPerIdentity: { kind: "limit", label: "Most shares a person", hint: "Empty for no limit." },
  lockedUntil: {
    kind: "day",
    label: "Locked until",
    hint: "Before it shares move only from or to the issuer. Empty for no lock-up.",
  },
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
    risk: "The person can receive and send no shares until an attester vouches for them anew.",
  }),
  freeze: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "freeze",
    fields: { subject },
    args: ({ subject }) => [subject],
    risk: "All accounts of the identity stop at once. Only the compliance force can release it, two days after it says so.",
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
      attester: { kind: "account", label: "Attester" },
      allowed: { kind: "yes", label: "May attest", choices: ["Yes, from then on", "No longer"] },
    },
    args: ({ attester, allowed }) => [attester, allowed],
    risk: "Whoever may attest decides who counts as verified.",
  }),
  proposeRecovery: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "proposeRecovery",
    fields: {
      statement: {
        kind: "statement",
        label: "Statement of the new account",
        hint: "Its owner signs it on the identity page and hands it over. It counts for 30 days.",
      },
    },
    args: ({ statement: { lost, successor, deadline, signature } }) => [lost, successor, deadline, signature],
    risk: "Make sure who asks: whoever has the new account gets the shares of the lost one.",
  }),
  cancelRecovery: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "cancelRecovery",
    fields: { lost: { kind: "account", label: "Account that is said to be lost" } },
    args: ({ lost }) => [lost],
  }),
  freezeShares: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "setFrozenTokens",
    fields: {
      asset,
      holder: { kind: "account", label: "Holder" },
      amount: {
        kind: "limit",
        label: "Shares that may not move",
        hint: "In all, not in addition. May exceed what the holder has, and then withholds what comes. Empty for none.",
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
      from: { kind: "account", label: "From" },
      to: { kind: "account", label: "To", hint: "A verified account that the rules of the asset admit." },
      amount: { kind: "shares", label: "Shares" },
    },
    args: ({ asset, from, to, amount }) => [asset, from, to, amount],
    risk: "Shares move without their holder. Frozen shares move too, and are then free.",
  }),
  forcedBurn: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "forcedBurn",
    fields: {
      asset,
      holder: { kind: "account", label: "Holder" },
      amount: { kind: "shares", label: "Shares" },
    },
    args: ({ asset, holder, amount }) => [asset, holder, amount],
    risk: "Shares are destroyed without their holder, and cannot be made again.",
  }),
  pauseAsset: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "pause",
    fields: { asset },
    args: ({ asset }) => [asset],
    risk: "Nobody can sell or send shares of it for 14 days, unless an administrator ends the pause.",
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
    risk: "Only the compliance force can loosen them again, two days after it says so.",
  }),
  setRules: operation({
    contract: "complianceModule",
    abi: complianceModuleAbi,
    functionName: "setRules",
    fields: rules,
    args: rulesArgs,
    risk: "It overwrites what was tightened meanwhile. Read the rules again before it is carried out.",
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
    fields: { paymentId: { kind: "hash", label: "Number of the payment", hint: "0x and 64 digits." } },
    args: ({ paymentId }) => [paymentId],
  }),
  setFee: operation({
    contract: "exchange",
    abi: exchangeAbi,
    functionName: "setFee",
    fields: { fee: { kind: "percent", label: "Fee, in percent", hint: "At most 1." } },
    args: ({ fee }) => [fee],
  }),
  setFeeRecipient: operation({
    contract: "exchange",
    abi: exchangeAbi,
    functionName: "setFeeRecipient",
    fields: { recipient: { kind: "account", label: "Account that gets the fees" } },
    args: ({ recipient }) => [recipient],
  }),
  fundStream: operation({
    contract: "rewardsTreasury",
    abi: rewardsTreasuryAbi,
    functionName: "fundStream",
    fields: { target: contract, amount: { kind: "qti", label: "QTI" } },
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
  grantRole: operation({
    contract: "accessManager",
    abi: accessManagerAbi,
    functionName: "grantRole",
    fields: {
      role: { kind: "role", label: "Role" },
      holder: { kind: "account", label: "Account" },
      delay: {
        kind: "hours",
        label: "Hours between scheduling and doing",
        hint: "The table above says what is usual for the role.",
      },
    },
    args: ({ role, holder, delay }) => [role, holder, delay],
    risk: "Whoever holds the role can do everything that it may. A shorter delay than usual leaves nobody time to object.",
  }),
  revokeRole: operation({
    contract: "accessManager",
    abi: accessManagerAbi,
    functionName: "revokeRole",
    fields: { role: { kind: "role", label: "Role" }, holder: { kind: "account", label: "Account" } },
    args: ({ role, holder }) => [role, holder],
  }),
  setSystemContract: operation({
    contract: "identityRegistry",
    abi: identityRegistryAbi,
    functionName: "setSystemContract",
    fields: {
      contract,
      allowed: { kind: "yes", label: "Is a system contract", choices: ["Yes, from then on", "No longer"] },
    },
    args: ({ contract, allowed }) => [contract, allowed],
    risk: "Shares move into and out of a system contract by rules of their own.",
  }),
  setModule: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "setModule",
    fields: { asset, module: { ...contract, label: "Address of the module" } },
    args: ({ asset, module }) => [asset, module],
    risk: "The new module decides about every transfer of the asset.",
  }),
  setModuleAllowed: operation({
    contract: "assetRegistry",
    abi: assetRegistryAbi,
    functionName: "setModuleAllowed",
    fields: {
      module: { ...contract, label: "Address of the module" },
      allowed: { kind: "yes", label: "Terms may name it", choices: ["Yes, from then on", "No longer"] },
    },
    args: ({ module, allowed }) => [module, allowed],
  }),
};
