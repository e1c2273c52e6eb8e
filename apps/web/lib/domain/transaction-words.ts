import { formatAmount } from "@/lib/format/amount";

type Unit = "shares" | "qti" | "sqti" | "dollars";

/** What each kind of transaction is called, and what its amount counts. */
const kinds: { readonly [kind: string]: { words: string; unit?: Unit } } = {
  ACCOUNT_ATTESTED: { words: "Account verified" },
  WALLET_LINKED: { words: "Wallet linked to an identity" },
  IDENTITY_REVOKED: { words: "Verification revoked" },
  IDENTITY_FROZEN: { words: "Identity frozen" },
  IDENTITY_UNFROZEN: { words: "Identity released" },
  ATTESTER_ALLOWED: { words: "Attester admitted" },
  ATTESTER_REMOVED: { words: "Attester removed" },
  SYSTEM_CONTRACT_ALLOWED: { words: "System contract admitted" },
  SYSTEM_CONTRACT_REMOVED: { words: "System contract removed" },
  ROLE_GRANTED: { words: "Role given" },
  ROLE_REVOKED: { words: "Role taken away" },
  OPERATION_SCHEDULED: { words: "Delayed operation scheduled" },
  OPERATION_EXECUTED: { words: "Delayed operation carried out" },
  OPERATION_CANCELED: { words: "Delayed operation cancelled" },
  ASSET_TOKENIZED: { words: "Asset drafted" },
  ASSET_TERMS_UPDATED: { words: "Terms changed" },
  ASSET_ACTIVATED: { words: "Asset put into circulation" },
  ASSET_MATURED: { words: "Asset matured" },
  ASSET_RETIRED: { words: "Asset ended" },
  DOCUMENTS_UPDATED: { words: "Documents added" },
  VALUATION_STATED: { words: "Value stated", unit: "dollars" },
  RULES_SET: { words: "Rules changed" },
  COUNTRY_BLOCKED: { words: "Country excluded" },
  COUNTRY_UNBLOCKED: { words: "Country admitted" },
  MODULE_SET: { words: "Compliance module changed" },
  ASSET_PAUSED: { words: "Transfers paused" },
  ASSET_UNPAUSED: { words: "Transfers go on" },
  SHARES_MINTED: { words: "Shares issued", unit: "shares" },
  SHARES_BURNED: { words: "Shares cancelled", unit: "shares" },
  SHARES_TRANSFERRED: { words: "Shares sent", unit: "shares" },
  SHARES_FORCED: { words: "Shares moved by order", unit: "shares" },
  SHARES_FROZEN: { words: "Shares frozen", unit: "shares" },
  QTI_MINTED: { words: "QTI issued", unit: "qti" },
  QTI_BURNED: { words: "QTI destroyed", unit: "qti" },
  QTI_TRANSFERRED: { words: "QTI sent", unit: "qti" },
  STAKE_DEPOSITED: { words: "Staked", unit: "qti" },
  STAKE_WITHDRAWN: { words: "Withdrawn from the stake", unit: "qti" },
  STAKE_TRANSFERRED: { words: "Stake passed on", unit: "sqti" },
  STAKING_PAUSED: { words: "Deposits paused" },
  STAKING_UNPAUSED: { words: "Deposits go on" },
  STAKE_SKIMMED: { words: "Donation passed to the treasury", unit: "qti" },
  STREAM_FUNDED: { words: "Rewards started to stream", unit: "qti" },
  KEYS_REGISTERED: { words: "Record keys registered" },
  KEYS_REVOKED: { words: "Record keys revoked" },
  ROOT_ANCHORED: { words: "Log of records anchored" },
};

/** The words for a kind of transaction; a kind that this version does not know is shown in its own letters. */
export function transactionWords(kind: string): string {
  return kinds[kind]?.words ?? kind.toLowerCase().replaceAll("_", " ");
}

/** The amount of a transaction with its unit; `undefined` where it counts nothing. */
export function transactionAmount(
  kind: string,
  amount: bigint | undefined,
  symbol: string | undefined,
): string | undefined {
  const unit = kinds[kind]?.unit;
  if (amount === undefined || !unit) return undefined;
  switch (unit) {
    case "shares":
      return `${formatAmount(amount, { decimals: 18, maximum: 4 })} ${symbol ?? "shares"}`;
    case "qti":
      return `${formatAmount(amount, { decimals: 18, maximum: 2 })} QTI`;
    case "sqti":
      return `${formatAmount(amount, { decimals: 24, maximum: 2 })} sQTI`;
    case "dollars":
      return `$${formatAmount(amount, { decimals: 6, maximum: 2 })}`;
  }
}
