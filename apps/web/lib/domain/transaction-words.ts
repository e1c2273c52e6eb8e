import type { Domain, TransactionKind } from "@qti/sdk/subgraph";
import type { Address } from "viem";
import type { RuntimeConfig } from "@/lib/config/schema";
import { exactAmount, formatAmount } from "@/lib/format/amount";
import { moneyWords } from "./money";

/** What an amount counts, with the digits after its point. */
const units = {
  shares: { decimals: 18, maximum: 4 },
  qti: { decimals: 18, maximum: 2, name: "QTI" },
  sqti: { decimals: 24, maximum: 2, name: "sQTI" },
  dollars: { decimals: 6, maximum: 2, name: "US dollars" },
  bps: { decimals: 2, maximum: 2, name: "%" },
} as const satisfies { [unit: string]: { decimals: number; maximum: number; name?: string } };

type KindWords = {
  domain: Domain;
  words: string;
  unit?: keyof typeof units;
  /** Who the two sides are, where "Account" and "Other side" would say too little. */
  parties?: readonly [account: string, counterparty?: string];
  /** What stands between the two in a list, where it is not "to". */
  between?: string;
};

const sides = ["From", "To"] as const;

/** What each kind of transaction is called, where it belongs, and what its amount counts. A test holds it complete. */
const kinds: { readonly [kind in TransactionKind]?: KindWords } = {
  ACCOUNT_ATTESTED: {
    domain: "IDENTITY",
    words: "Account verified",
    parties: ["Account", "Attester"],
    between: "by",
  },
  WALLET_LINKED: {
    domain: "IDENTITY",
    words: "Wallet linked to an identity",
    parties: ["Account", "New account"],
    between: "with",
  },
  IDENTITY_REVOKED: { domain: "IDENTITY", words: "Verification revoked" },
  IDENTITY_FROZEN: { domain: "IDENTITY", words: "Identity frozen" },
  IDENTITY_UNFROZEN: { domain: "IDENTITY", words: "Identity released" },
  ATTESTER_ALLOWED: { domain: "IDENTITY", words: "Attester admitted", parties: ["Attester"] },
  ATTESTER_REMOVED: { domain: "IDENTITY", words: "Attester removed", parties: ["Attester"] },
  SYSTEM_CONTRACT_ALLOWED: { domain: "IDENTITY", words: "System contract admitted", parties: ["Contract"] },
  SYSTEM_CONTRACT_REMOVED: { domain: "IDENTITY", words: "System contract removed", parties: ["Contract"] },
  ROLE_GRANTED: { domain: "IDENTITY", words: "Role given", parties: ["To"] },
  ROLE_REVOKED: { domain: "IDENTITY", words: "Role taken away", parties: ["From"] },
  OPERATION_SCHEDULED: {
    domain: "IDENTITY",
    words: "Operation scheduled",
    parties: ["Scheduled by"],
  },
  OPERATION_EXECUTED: {
    domain: "IDENTITY",
    words: "Operation carried out",
    parties: ["Scheduled by"],
  },
  OPERATION_CANCELED: {
    domain: "IDENTITY",
    words: "Operation cancelled",
    parties: ["Scheduled by"],
  },
  RECOVERY_PROPOSED: {
    domain: "IDENTITY",
    words: "Recovery of a lost account proposed",
    parties: ["Lost account", "New account"],
    between: "replaced by",
  },
  RECOVERY_CANCELLED: {
    domain: "IDENTITY",
    words: "Recovery stopped",
    parties: ["Account", "Would have replaced it"],
    between: "not replaced by",
  },
  ACCOUNT_RECOVERED: {
    domain: "IDENTITY",
    words: "Lost account replaced",
    parties: ["Lost account", "New account"],
    between: "replaced by",
  },
  ASSET_TOKENIZED: { domain: "ASSETS", words: "Asset drafted", parties: ["Issuer"] },
  ASSET_TERMS_UPDATED: { domain: "ASSETS", words: "Terms changed", parties: ["Issuer"] },
  ASSET_ACTIVATED: { domain: "ASSETS", words: "Asset put into circulation", parties: ["Issuer"] },
  ASSET_MATURED: { domain: "ASSETS", words: "Asset matured", parties: ["Issuer"] },
  ASSET_RETIRED: { domain: "ASSETS", words: "Asset ended", parties: ["Issuer"] },
  DOCUMENTS_UPDATED: { domain: "ASSETS", words: "Documents added", parties: ["Issuer"] },
  VALUATION_STATED: { domain: "ASSETS", words: "Value stated", unit: "dollars", parties: ["Issuer"] },
  RULES_SET: { domain: "ASSETS", words: "Rules changed", parties: ["Issuer"] },
  COUNTRY_BLOCKED: { domain: "ASSETS", words: "Country excluded", parties: ["Issuer"] },
  COUNTRY_UNBLOCKED: { domain: "ASSETS", words: "Country admitted", parties: ["Issuer"] },
  MODULE_SET: { domain: "ASSETS", words: "Compliance module changed", parties: ["Issuer"] },
  MODULE_ALLOWED: { domain: "ASSETS", words: "Compliance module admitted", parties: ["Module"] },
  MODULE_REMOVED: { domain: "ASSETS", words: "Compliance module removed", parties: ["Module"] },
  ASSET_PAUSED: { domain: "ASSETS", words: "Transfers paused", parties: ["Issuer"] },
  ASSET_UNPAUSED: { domain: "ASSETS", words: "Transfers go on", parties: ["Issuer"] },
  SHARES_MINTED: { domain: "ASSETS", words: "Shares issued", unit: "shares", parties: ["To"] },
  SHARES_BURNED: { domain: "ASSETS", words: "Shares cancelled", unit: "shares", parties: ["Of"] },
  SHARES_TRANSFERRED: { domain: "ASSETS", words: "Shares sent", unit: "shares", parties: sides },
  SHARES_FORCED: { domain: "ASSETS", words: "Shares moved by order", unit: "shares", parties: sides },
  SHARES_FROZEN: { domain: "ASSETS", words: "Shares frozen", unit: "shares", parties: ["Holder"] },
  ISSUER_CHANGED: {
    domain: "ASSETS",
    words: "Issuer succeeded",
    parties: ["New issuer", "In place of"],
    between: "in place of",
  },
  SHARES_FORCE_BURNED: {
    domain: "ASSETS",
    words: "Shares cancelled by order",
    unit: "shares",
    parties: ["Of"],
  },
  SHARES_RECOVERED: {
    domain: "ASSETS",
    words: "Shares brought over from a lost account",
    unit: "shares",
    parties: sides,
  },
  SHARES_REDEEMED: { domain: "ASSETS", words: "Shares redeemed", unit: "shares", parties: ["Holder"] },
  REDEMPTION_OPENED: { domain: "ASSETS", words: "Redemption opened", parties: ["Issuer"] },
  REDEMPTION_CLOSED: { domain: "ASSETS", words: "Redemption closed", parties: ["Issuer"] },
  REDEMPTION_CONTRACT_SET: {
    domain: "ASSETS",
    words: "Redemption contract named",
    parties: ["Contract"],
  },
  INCOME_PAID: { domain: "ASSETS", words: "Income paid in", parties: ["Issuer"] },
  INCOME_ROOT_PROPOSED: { domain: "ASSETS", words: "Split of income proposed", parties: ["Issuer"] },
  INCOME_ROOT_ACTIVATED: { domain: "ASSETS", words: "Income can be claimed", parties: ["Issuer"] },
  INCOME_ROOT_VETOED: { domain: "ASSETS", words: "Split of income vetoed", parties: ["Issuer"] },
  INCOME_CLAIMED: { domain: "ASSETS", words: "Income claimed", parties: ["Holder", "Paid to"] },
  INCOME_RETURNED: { domain: "ASSETS", words: "Unclaimed income returned", parties: ["Issuer"] },
  MONEY_LISTED: { domain: "ASSETS", words: "Money admitted", parties: ["Contract"] },
  MONEY_DELISTED: { domain: "ASSETS", words: "Money removed", parties: ["Contract"] },
  ORDER_FILLED: { domain: "EXCHANGE", words: "Order filled", unit: "shares", parties: ["Seller", "Buyer"] },
  ORDERS_MATCHED: {
    domain: "EXCHANGE",
    words: "Two orders matched",
    unit: "shares",
    parties: ["Seller", "Buyer"],
  },
  ORDER_CANCELLED: { domain: "EXCHANGE", words: "Order cancelled", parties: ["Of"] },
  ORDERS_CANCELLED: { domain: "EXCHANGE", words: "All orders cancelled", parties: ["Of"] },
  FEE_SET: { domain: "EXCHANGE", words: "Fee of trades changed", unit: "bps" },
  FEE_RECIPIENT_SET: { domain: "EXCHANGE", words: "Receiver of fees named", parties: ["Receiver"] },
  EXCHANGE_PAUSED: { domain: "EXCHANGE", words: "Trading paused" },
  EXCHANGE_UNPAUSED: { domain: "EXCHANGE", words: "Trading goes on" },
  QTI_MINTED: { domain: "STAKING", words: "QTI issued", unit: "qti", parties: ["To"] },
  QTI_BURNED: { domain: "STAKING", words: "QTI destroyed", unit: "qti", parties: ["Of"] },
  QTI_TRANSFERRED: { domain: "STAKING", words: "QTI sent", unit: "qti", parties: sides },
  STAKE_DEPOSITED: {
    domain: "STAKING",
    words: "Staked",
    unit: "qti",
    parties: ["For", "Paid by"],
    between: "paid by",
  },
  STAKE_WITHDRAWN: {
    domain: "STAKING",
    words: "Withdrawn from the stake",
    unit: "qti",
    parties: ["Of", "Received by"],
  },
  STAKE_TRANSFERRED: { domain: "STAKING", words: "Stake passed on", unit: "sqti", parties: sides },
  STAKING_PAUSED: { domain: "STAKING", words: "Deposits paused" },
  STAKING_UNPAUSED: { domain: "STAKING", words: "Deposits go on" },
  STAKE_SKIMMED: {
    domain: "STAKING",
    words: "Donation passed to the treasury",
    unit: "qti",
    parties: ["To"],
  },
  STREAM_FUNDED: { domain: "REWARDS", words: "Rewards started to stream", unit: "qti", parties: ["Into"] },
  STREAM_LISTED: { domain: "REWARDS", words: "Receiver of rewards admitted", parties: ["Contract"] },
  STREAM_UNLISTED: { domain: "REWARDS", words: "Receiver of rewards removed", parties: ["Contract"] },
  KEYS_REGISTERED: { domain: "RECORDS", words: "Record keys registered" },
  KEYS_REVOKED: { domain: "RECORDS", words: "Record keys revoked" },
  ROOT_ANCHORED: { domain: "RECORDS", words: "Log of records anchored", parties: ["By"] },
  ROOT_PRESERVED: { domain: "RECORDS", words: "Log of records preserved", parties: ["By"] },
};

/** The domains in words. */
export const domainWords: { readonly [domain in Domain]: string } = {
  IDENTITY: "Identity",
  ASSETS: "Assets",
  EXCHANGE: "Exchange",
  STAKING: "Staking",
  REWARDS: "Rewards",
  LOANS: "Loans",
  BRIDGE: "Bridge",
  RECORDS: "Records",
};

const wordsOf: { readonly [kind: string]: KindWords | undefined } = kinds;

/** Domains in which something can happen, each with its kinds, in the order in which lists show them. */
export const kindsByDomain: readonly {
  domain: Domain;
  kinds: readonly { kind: TransactionKind; words: string }[];
}[] = keysOf(domainWords)
  .map((domain) => ({
    domain,
    kinds: keysOf(kinds).flatMap((kind) => {
      const known = kinds[kind];
      return known?.domain === domain ? [{ kind, words: known.words }] : [];
    }),
  }))
  .filter(({ kinds }) => kinds.length > 0);

function keysOf<key extends string>(record: { readonly [name in key]?: unknown }): key[] {
  return Object.keys(record) as key[];
}

/** The words for a kind of transaction; a kind that this version does not know is shown in its own letters. */
export function transactionWords(kind: string): string {
  return wordsOf[kind]?.words ?? kind.toLowerCase().replaceAll("_", " ");
}

/** What the two sides of a transaction are to it: "From" and "To". */
export function partyWords(kind: string): readonly [account: string, counterparty: string] {
  const [account = "Account", counterparty = "Other side"] = wordsOf[kind]?.parties ?? [];
  return [account, counterparty];
}

/** What stands between the two sides of a transaction in a list: "to". */
export function betweenWords(kind: string): string {
  return wordsOf[kind]?.between ?? "to";
}

/** What an amount counts: how many digits after the point, and what it is called. */
export function transactionUnit(
  kind: string,
  symbol: string | undefined,
): { decimals: number; maximum: number; name: string } | undefined {
  const unit = wordsOf[kind]?.unit;
  return unit && { name: symbol ?? "shares", ...units[unit] };
}

type Counted = {
  kind: string;
  amount: bigint | undefined;
  asset: { symbol: string } | undefined;
  moneyAmount: bigint | undefined;
  money: Address | undefined;
};

/** How much a transaction was about, with its unit: "12 HBR12 for $2,880"; `undefined` where it counts nothing. */
export function transactionAmount(
  { kind, amount, asset, moneyAmount, money }: Counted,
  config: Pick<RuntimeConfig, "contracts">,
  exact = false,
): string | undefined {
  const unit = amount === undefined ? undefined : transactionUnit(kind, asset?.symbol);
  const paid =
    moneyAmount === undefined || money === undefined
      ? undefined
      : moneyWords(moneyAmount, money, config, exact);
  if (amount === undefined || !unit) return paid;
  const figure = exact ? exactAmount(amount, unit.decimals) : formatAmount(amount, unit);
  const words = wordsOf[kind]?.unit === "dollars" ? `$${figure}` : `${figure} ${unit.name}`;
  return paid === undefined ? words : `${words} for ${paid}`;
}
