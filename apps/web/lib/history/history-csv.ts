import type { IndexedTransaction } from "@qti/sdk/subgraph";
import type { RuntimeConfig } from "@/lib/config/schema";
import { moneyDecimals } from "@/lib/domain/money";
import { domainWords, transactionUnit, transactionWords } from "@/lib/domain/transaction-words";
import { plainAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";

type Config = Pick<RuntimeConfig, "contracts">;

const head = [
  "time",
  "block",
  "transaction",
  "log_index",
  "domain",
  "kind",
  "what",
  "account",
  "counterparty",
  "asset",
  "asset_name",
  "asset_symbol",
  "amount_units",
  "amount",
  "unit",
  "decimals",
  "token",
  "money_units",
  "fee_units",
  "money_amount",
  "money",
  "sender",
  "emitter",
  "block_hash",
] as const;

/**
 * The history as rows of a CSV file: each amount exactly, in its smallest unit, and once more as people write it, without
 * grouping, so that a spreadsheet can add it up. Heads and kinds are names for programs, the same in every language.
 */
export function historyCsv(rows: readonly IndexedTransaction[], config: Config, t: Translator): string[][] {
  return [[...head], ...rows.map((row) => line(row, config, t))];
}

function line(row: IndexedTransaction, config: Config, t: Translator): string[] {
  const decimals = row.money === undefined ? undefined : moneyDecimals(row.money, config);
  const unit = row.amount === undefined ? undefined : transactionUnit(row.kind, row.asset?.symbol, t);
  return [
    new Date(Number(row.timestamp) * 1000).toISOString().replace(".000Z", "Z"),
    String(row.blockNumber),
    row.transactionHash,
    String(row.logIndex),
    domainWords(row.domain, t),
    row.kind,
    transactionWords(row.kind, t),
    row.account,
    row.counterparty ?? "",
    row.asset?.asset ?? "",
    row.asset?.name ?? "",
    row.asset?.symbol ?? "",
    row.amount === undefined ? "" : String(row.amount),
    row.amount === undefined || !unit ? "" : plainAmount(row.amount, unit.decimals),
    unit?.name ?? "",
    unit ? String(unit.decimals) : "",
    row.token ?? "",
    row.moneyAmount === undefined ? "" : String(row.moneyAmount),
    row.fee === undefined ? "" : String(row.fee),
    row.moneyAmount === undefined || decimals === undefined ? "" : plainAmount(row.moneyAmount, decimals),
    row.money ?? "",
    row.sender,
    row.emitter,
    row.blockHash,
  ];
}
