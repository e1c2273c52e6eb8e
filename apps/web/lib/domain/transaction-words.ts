import type { Domain, TransactionKind } from "@qti/sdk/subgraph";
import type { Address } from "viem";
import type { RuntimeConfig } from "@/lib/config/schema";
import { exactAmount, formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";
import type { en } from "@/messages/en";
import { exactMoneyWords, moneyWords } from "./money";

/** What an amount counts, with the digits after its point. */
const units = {
  shares: { decimals: 18, maximum: 4 },
  qti: { decimals: 18, maximum: 2, name: "QTI" },
  sqti: { decimals: 24, maximum: 2, name: "sQTI" },
  points: { decimals: 6, maximum: 2 },
  /** Of a pool of the credit lines. */
  poolShares: { decimals: 12, maximum: 2 },
  /** What is pledged: shares of an asset, or QTI. */
  collateral: { decimals: 18, maximum: 4 },
  dollars: { decimals: 6, maximum: 2 },
  bps: { decimals: 2, maximum: 2, name: "%" },
} as const satisfies { [unit: string]: { decimals: number; maximum: number; name?: string } };

type Words = typeof en.transactions;
type KnownKind = keyof Words["kinds"];
type Party = keyof Words["parties"];

type KindFacts = {
  domain: Domain;
  unit?: keyof typeof units;
  /** Who the two sides are, where "Account" and "Other side" would say too little. */
  parties?: readonly [account: Party, counterparty?: Party];
  /** What stands between the two in a list, where it is not "to". */
  between?: keyof Words["between"];
};

const sides = ["from", "to"] as const;

/** Where each kind of transaction belongs, who takes part, and what its amount counts. A test holds it complete. */
const kinds: { readonly [kind in KnownKind]: KindFacts } = {
  ACCOUNT_ATTESTED: {
    domain: "IDENTITY",
    parties: ["account", "attester"],
    between: "by",
  },
  WALLET_LINKED: {
    domain: "IDENTITY",
    parties: ["account", "newAccount"],
    between: "with",
  },
  IDENTITY_REVOKED: { domain: "IDENTITY" },
  IDENTITY_FROZEN: { domain: "IDENTITY" },
  IDENTITY_UNFROZEN: { domain: "IDENTITY" },
  ATTESTER_ALLOWED: { domain: "IDENTITY", parties: ["attester"] },
  ATTESTER_REMOVED: { domain: "IDENTITY", parties: ["attester"] },
  SYSTEM_CONTRACT_ALLOWED: { domain: "IDENTITY", parties: ["contract"] },
  SYSTEM_CONTRACT_REMOVED: { domain: "IDENTITY", parties: ["contract"] },
  ROLE_GRANTED: { domain: "IDENTITY", parties: ["to"] },
  ROLE_REVOKED: { domain: "IDENTITY", parties: ["from"] },
  OPERATION_SCHEDULED: {
    domain: "IDENTITY",
    parties: ["scheduledBy"],
  },
  OPERATION_EXECUTED: {
    domain: "IDENTITY",
    parties: ["scheduledBy"],
  },
  OPERATION_CANCELED: {
    domain: "IDENTITY",
    parties: ["scheduledBy"],
  },
  RECOVERY_PROPOSED: {
    domain: "IDENTITY",
    parties: ["lostAccount", "newAccount"],
    between: "replacedBy",
  },
  RECOVERY_CANCELLED: {
    domain: "IDENTITY",
    parties: ["account", "wouldHaveReplacedIt"],
    between: "notReplacedBy",
  },
  ACCOUNT_RECOVERED: {
    domain: "IDENTITY",
    parties: ["lostAccount", "newAccount"],
    between: "replacedBy",
  },
  ASSET_TOKENIZED: { domain: "ASSETS", parties: ["issuer"] },
  ASSET_TERMS_UPDATED: { domain: "ASSETS", parties: ["issuer"] },
  ASSET_ACTIVATED: { domain: "ASSETS", parties: ["issuer"] },
  ASSET_MATURED: { domain: "ASSETS", parties: ["issuer"] },
  ASSET_RETIRED: { domain: "ASSETS", parties: ["issuer"] },
  DOCUMENTS_UPDATED: { domain: "ASSETS", parties: ["issuer"] },
  VALUATION_STATED: { domain: "ASSETS", unit: "dollars", parties: ["issuer"] },
  RULES_SET: { domain: "ASSETS", parties: ["issuer"] },
  COUNTRY_BLOCKED: { domain: "ASSETS", parties: ["issuer"] },
  COUNTRY_UNBLOCKED: { domain: "ASSETS", parties: ["issuer"] },
  MODULE_SET: { domain: "ASSETS", parties: ["issuer"] },
  MODULE_ALLOWED: { domain: "ASSETS", parties: ["module"] },
  MODULE_REMOVED: { domain: "ASSETS", parties: ["module"] },
  ASSET_PAUSED: { domain: "ASSETS", parties: ["issuer"] },
  ASSET_UNPAUSED: { domain: "ASSETS", parties: ["issuer"] },
  SHARES_MINTED: { domain: "ASSETS", unit: "shares", parties: ["to"] },
  SHARES_BURNED: { domain: "ASSETS", unit: "shares", parties: ["of"] },
  SHARES_TRANSFERRED: { domain: "ASSETS", unit: "shares", parties: sides },
  SHARES_FORCED: { domain: "ASSETS", unit: "shares", parties: sides },
  SHARES_FROZEN: { domain: "ASSETS", unit: "shares", parties: ["holder"] },
  ISSUER_CHANGED: {
    domain: "ASSETS",
    parties: ["newIssuer", "inPlaceOf"],
    between: "inPlaceOf",
  },
  SHARES_FORCE_BURNED: {
    domain: "ASSETS",
    unit: "shares",
    parties: ["of"],
  },
  SHARES_RECOVERED: {
    domain: "ASSETS",
    unit: "shares",
    parties: sides,
  },
  SHARES_REDEEMED: { domain: "ASSETS", unit: "shares", parties: ["holder"] },
  REDEMPTION_OPENED: { domain: "ASSETS", parties: ["issuer"] },
  REDEMPTION_CLOSED: { domain: "ASSETS", parties: ["issuer"] },
  REDEMPTION_CONTRACT_SET: {
    domain: "ASSETS",
    parties: ["contract"],
  },
  INCOME_PAID: { domain: "ASSETS", parties: ["issuer"] },
  INCOME_ROOT_PROPOSED: { domain: "ASSETS", parties: ["issuer"] },
  INCOME_ROOT_ACTIVATED: { domain: "ASSETS", parties: ["issuer"] },
  INCOME_ROOT_VETOED: { domain: "ASSETS", parties: ["issuer"] },
  INCOME_CLAIMED: { domain: "ASSETS", parties: ["holder", "paidTo"] },
  INCOME_RETURNED: { domain: "ASSETS", parties: ["issuer"] },
  MONEY_LISTED: { domain: "ASSETS", parties: ["contract"] },
  MONEY_DELISTED: { domain: "ASSETS", parties: ["contract"] },
  ORDER_FILLED: { domain: "EXCHANGE", unit: "shares", parties: ["seller", "buyer"] },
  ORDERS_MATCHED: {
    domain: "EXCHANGE",
    unit: "shares",
    parties: ["seller", "buyer"],
  },
  ORDER_CANCELLED: { domain: "EXCHANGE", parties: ["of"] },
  ORDERS_CANCELLED: { domain: "EXCHANGE", parties: ["of"] },
  FEE_SET: { domain: "EXCHANGE", unit: "bps" },
  FEE_RECIPIENT_SET: { domain: "EXCHANGE", parties: ["receiver"] },
  EXCHANGE_PAUSED: { domain: "EXCHANGE" },
  EXCHANGE_UNPAUSED: { domain: "EXCHANGE" },
  QTI_MINTED: { domain: "STAKING", unit: "qti", parties: ["to"] },
  QTI_BURNED: { domain: "STAKING", unit: "qti", parties: ["of"] },
  QTI_TRANSFERRED: { domain: "STAKING", unit: "qti", parties: sides },
  STAKE_DEPOSITED: {
    domain: "STAKING",
    unit: "qti",
    parties: ["for", "paidBy"],
    between: "paidBy",
  },
  STAKE_WITHDRAWN: {
    domain: "STAKING",
    unit: "qti",
    parties: ["of", "receivedBy"],
  },
  STAKE_TRANSFERRED: { domain: "STAKING", unit: "sqti", parties: sides },
  STAKING_PAUSED: { domain: "STAKING" },
  STAKING_UNPAUSED: { domain: "STAKING" },
  STAKE_SKIMMED: {
    domain: "STAKING",
    unit: "qti",
    parties: ["to"],
  },
  POSITION_OPENED: { domain: "STAKING", unit: "qti", parties: ["of"] },
  POSITION_INCREASED: { domain: "STAKING", unit: "qti", parties: ["of"] },
  POSITION_WITHDRAWN: { domain: "STAKING", unit: "qti", parties: ["of", "receivedBy"] },
  POSITION_POKED: { domain: "STAKING", parties: ["of"] },
  POSITION_REWARD_CLAIMED: { domain: "STAKING", unit: "qti", parties: ["of", "receivedBy"] },
  STREAM_FUNDED: { domain: "REWARDS", unit: "qti", parties: ["into"] },
  STREAM_LISTED: { domain: "REWARDS", parties: ["contract"] },
  STREAM_UNLISTED: { domain: "REWARDS", parties: ["contract"] },
  REWARD_BUDGET_SET: { domain: "REWARDS", unit: "qti", parties: ["contract"] },
  REWARD_PAID: { domain: "REWARDS", unit: "qti", parties: ["by", "to"] },
  REWARDS_PAUSED: { domain: "REWARDS", parties: ["contract"] },
  REWARDS_UNPAUSED: { domain: "REWARDS", parties: ["contract"] },
  POINTS_CHANNEL_SET: { domain: "REWARDS", unit: "points", parties: ["contract"] },
  POINTS_REDEEMER_ALLOWED: { domain: "REWARDS", parties: ["contract"] },
  POINTS_REDEEMER_REMOVED: { domain: "REWARDS", parties: ["contract"] },
  POINTS_EARNED: { domain: "REWARDS", unit: "points", parties: ["for", "by"], between: "by" },
  POINTS_REDEEMED: { domain: "REWARDS", unit: "points", parties: ["of", "by"], between: "by" },
  TAPS_CLAIMED: { domain: "REWARDS", unit: "points", parties: ["for", "by"], between: "by" },
  TAP_VOUCHERS_REVOKED: { domain: "REWARDS", parties: ["of"] },
  TAP_ORACLE_SET: { domain: "REWARDS" },
  TAP_DAILY_CAP_SET: { domain: "REWARDS", unit: "points", parties: ["contract"] },
  REFERRAL_BOUND: { domain: "REWARDS", parties: ["newcomer", "referrer"], between: "broughtBy" },
  REFERRAL_VESTED: { domain: "REWARDS", parties: ["newcomer", "referrer"], between: "broughtBy" },
  REFERRAL_BONUS_CLAIMED: {
    domain: "REWARDS",
    unit: "points",
    parties: ["referrer", "newcomer"],
    between: "for",
  },
  REFERRAL_TERMS_SET: { domain: "REWARDS", unit: "bps", parties: ["contract"] },
  STORE_RATE_SET: { domain: "REWARDS", unit: "qti", parties: ["contract"] },
  STORE_ITEM_SET: { domain: "REWARDS", unit: "points", parties: ["contract"] },
  POINTS_EXCHANGED: { domain: "REWARDS", unit: "points" },
  ITEM_REDEEMED: { domain: "REWARDS", unit: "points" },
  CAMPAIGN_CREATED: { domain: "REWARDS", parties: ["contract"] },
  CAMPAIGN_FUNDED: { domain: "REWARDS", unit: "qti", parties: ["contract"] },
  CAMPAIGN_EXTENDED: { domain: "REWARDS", parties: ["contract"] },
  CAMPAIGN_ROOT_PROPOSED: { domain: "REWARDS", parties: ["contract"] },
  CAMPAIGN_ROOT_ACTIVATED: { domain: "REWARDS", parties: ["contract"] },
  CAMPAIGN_ROOT_VETOED: { domain: "REWARDS", parties: ["contract"] },
  CAMPAIGN_CLAIMED: { domain: "REWARDS", unit: "qti", parties: ["account", "paidTo"] },
  CAMPAIGN_RETURNED: { domain: "REWARDS", unit: "qti", parties: ["contract"] },
  ORACLE_LISTED: { domain: "LOANS", parties: ["contract"] },
  ORACLE_DELISTED: { domain: "LOANS", parties: ["contract"] },
  RATE_MODEL_LISTED: { domain: "LOANS", parties: ["contract"] },
  RATE_MODEL_DELISTED: { domain: "LOANS", parties: ["contract"] },
  LENDING_MARKET_CREATED: { domain: "LOANS", parties: ["contract"] },
  LENDING_CAPS_SET: { domain: "LOANS", parties: ["contract"] },
  LOAN_SUPPLIED: { domain: "LOANS", parties: ["for", "paidBy"], between: "paidBy" },
  LOAN_WITHDRAWN: { domain: "LOANS", parties: ["of", "receivedBy"] },
  LOAN_BORROWED: { domain: "LOANS", parties: ["by", "receivedBy"] },
  LOAN_REPAID: { domain: "LOANS", parties: ["for", "paidBy"], between: "paidBy" },
  COLLATERAL_SUPPLIED: { domain: "LOANS", unit: "collateral", parties: ["for", "paidBy"], between: "paidBy" },
  COLLATERAL_WITHDRAWN: { domain: "LOANS", unit: "collateral", parties: ["of", "receivedBy"] },
  POSITION_LIQUIDATED: { domain: "LOANS", unit: "collateral", parties: ["of", "by"], between: "by" },
  POSITION_FLAGGED: { domain: "LOANS", parties: ["of", "by"], between: "by" },
  POSITION_UNFLAGGED: { domain: "LOANS", parties: ["of", "by"], between: "by" },
  POSITION_RECOVERED: {
    domain: "LOANS",
    unit: "collateral",
    parties: ["lostAccount", "newAccount"],
    between: "replacedBy",
  },
  LENDING_AUTHORIZED: { domain: "LOANS", parties: ["account", "to"] },
  LENDING_UNAUTHORIZED: { domain: "LOANS", parties: ["account", "to"] },
  LOANS_PAUSED: { domain: "LOANS", parties: ["contract"] },
  LOANS_UNPAUSED: { domain: "LOANS", parties: ["contract"] },
  ASSET_APPRAISED: { domain: "LOANS", unit: "dollars", parties: ["by"] },
  APPRAISAL_TERMS_SET: { domain: "LOANS", unit: "bps" },
  CREDIT_DRAWN: { domain: "LOANS", parties: ["by", "receivedBy"] },
  CREDIT_PAID: { domain: "LOANS", parties: ["by"] },
  CREDIT_ATTESTED: { domain: "LOANS", unit: "dollars", parties: ["for", "by"], between: "by" },
  CREDIT_WRITTEN_OFF: { domain: "LOANS", parties: ["of"] },
  CREDIT_TIER_CAP_SET: { domain: "LOANS", unit: "dollars" },
  UNDERWRITING_QUOTA_SET: { domain: "LOANS", unit: "dollars" },
  CREDIT_TERMS_SET: { domain: "LOANS" },
  CREDIT_PARTS_BOUND: { domain: "LOANS", parties: ["contract"] },
  VOUCHING_BOUND: { domain: "LOANS", parties: ["contract"] },
  CREDIT_SKIMMED: { domain: "LOANS", parties: ["to"] },
  CREDIT_POOL_DEPOSITED: {
    domain: "LOANS",
    unit: "poolShares",
    parties: ["for", "paidBy"],
    between: "paidBy",
  },
  CREDIT_POOL_WITHDRAWN: { domain: "LOANS", unit: "poolShares", parties: ["of", "receivedBy"] },
  CREDIT_POOL_TRANSFERRED: { domain: "LOANS", unit: "poolShares", parties: sides },
  EXIT_QUEUED: { domain: "LOANS", unit: "poolShares", parties: ["of"] },
  EXIT_CANCELLED: { domain: "LOANS", unit: "poolShares", parties: ["of"] },
  EXIT_SERVED: { domain: "LOANS", unit: "poolShares", parties: ["of"] },
  EXIT_CLAIMED: { domain: "LOANS", parties: ["of", "receivedBy"] },
  NOTICE_GIVEN: { domain: "LOANS", unit: "poolShares", parties: ["of"] },
  NOTICE_CANCELLED: { domain: "LOANS", unit: "poolShares", parties: ["of"] },
  SHARES_FORGONE: { domain: "LOANS", unit: "poolShares", parties: ["of"] },
  VOUCHER_INVITED: { domain: "LOANS", parties: ["by", "to"] },
  VOUCHER_DISINVITED: { domain: "LOANS", parties: ["by", "to"] },
  LINE_VOUCHED: { domain: "LOANS", unit: "poolShares", parties: ["by", "for"], between: "for" },
  VOUCH_ENDED: { domain: "LOANS", parties: ["by", "for"], between: "for" },
  VOUCH_UNLOCKED: { domain: "LOANS", unit: "poolShares", parties: ["of", "for"], between: "for" },
  VOUCH_BURNT: { domain: "LOANS", unit: "poolShares", parties: ["of", "for"], between: "for" },
  KEYS_REGISTERED: { domain: "RECORDS" },
  KEYS_REVOKED: { domain: "RECORDS" },
  ROOT_ANCHORED: { domain: "RECORDS", parties: ["by"] },
  ROOT_PRESERVED: { domain: "RECORDS", parties: ["by"] },
};

const domains: readonly Domain[] = [
  "IDENTITY",
  "ASSETS",
  "EXCHANGE",
  "STAKING",
  "REWARDS",
  "LOANS",
  "BRIDGE",
  "RECORDS",
];

/** Domains in which something can happen, each with its kinds, in the order in which lists show them. */
export const kindsByDomain: readonly { domain: Domain; kinds: readonly TransactionKind[] }[] = domains
  .map((domain) => ({
    domain,
    kinds: (Object.keys(kinds) as KnownKind[]).filter((kind) => kinds[kind].domain === domain),
  }))
  .filter(({ kinds }) => kinds.length > 0);

function isKnown(kind: string): kind is KnownKind {
  return Object.hasOwn(kinds, kind);
}

function factsOf(kind: string): KindFacts | undefined {
  return isKnown(kind) ? kinds[kind] : undefined;
}

/** A domain in words. */
export function domainWords(domain: Domain, t: Translator): string {
  return t(`transactions.domains.${domain}`);
}

/** The words for a kind of transaction; a kind that this version does not know is shown in its own letters. */
export function transactionWords(kind: string, t: Translator): string {
  return isKnown(kind) ? t(`transactions.kinds.${kind}`) : kind.toLowerCase().replaceAll("_", " ");
}

/** What the two sides of a transaction are to it: "From" and "To". */
export function partyWords(kind: string, t: Translator): readonly [account: string, counterparty: string] {
  const [account = "account", counterparty = "otherSide"] = factsOf(kind)?.parties ?? [];
  return [t(`transactions.parties.${account}`), t(`transactions.parties.${counterparty}`)];
}

/** What stands between the two sides of a transaction in a list: "to". */
export function betweenWords(kind: string, t: Translator): string {
  return t(`transactions.between.${factsOf(kind)?.between ?? "to"}`);
}

/** What an amount counts: how many digits after the point, and what it is called. */
export function transactionUnit(
  kind: string,
  symbol: string | undefined,
  t: Translator,
): { decimals: number; maximum: number; name: string } | undefined {
  const unit = factsOf(kind)?.unit;
  if (!unit) return undefined;
  if (unit === "shares") return { ...units.shares, name: symbol ?? t("transactions.shares") };
  if (unit === "poolShares") return { ...units.poolShares, name: t("transactions.shares") };
  if (unit === "collateral") return { ...units.collateral, name: symbol ?? "QTI" };
  if (unit === "points") return { ...units.points, name: t("words.points") };
  return unit === "dollars" ? { ...units.dollars, name: t("transactions.dollars") } : units[unit];
}

type Counted = {
  kind: string;
  amount: bigint | undefined;
  asset: { symbol: string } | undefined;
  moneyAmount: bigint | undefined;
  money: Address | undefined;
};

type Config = Pick<RuntimeConfig, "contracts">;

/** How much a transaction was about, with its unit: "12 HBR12 for $2,880"; `undefined` where it counts nothing. */
export function transactionAmount(counted: Counted, config: Config, t: Translator): string | undefined {
  return amountWords(
    counted,
    (amount, unit) => formatAmount(amount, unit, t),
    (amount, money) => moneyWords(amount, money, config, t),
    t,
  );
}

/** The same, to the last digit. */
export function exactTransactionAmount(counted: Counted, config: Config, t: Translator): string | undefined {
  return amountWords(
    counted,
    (amount, { decimals }) => exactAmount(amount, decimals, t),
    (amount, money) => exactMoneyWords(amount, money, config, t),
    t,
  );
}

function amountWords(
  { kind, amount, asset, moneyAmount, money }: Counted,
  figureOf: (amount: bigint, unit: { decimals: number; maximum: number }) => string,
  moneyOf: (amount: bigint, money: Address) => string,
  t: Translator,
): string | undefined {
  const unit = amount === undefined ? undefined : transactionUnit(kind, asset?.symbol, t);
  const paid = moneyAmount === undefined || money === undefined ? undefined : moneyOf(moneyAmount, money);
  if (amount === undefined || !unit) return paid;
  const figure = figureOf(amount, unit);
  const words = factsOf(kind)?.unit === "dollars" ? `$${figure}` : `${figure} ${unit.name}`;
  return paid === undefined ? words : t("transactions.amountFor", { amount: words, money: paid });
}
