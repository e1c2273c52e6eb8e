import type { Address } from "viem";
import type { RuntimeConfig } from "@/lib/config/schema";
import { exactAmount, formatAmount } from "@/lib/format/amount";
import type { Translator } from "@/lib/i18n/translator";

type Config = Pick<RuntimeConfig, "contracts">;

/** Digits after the point of the money that this deployment knows; `undefined` for any other token. */
export function moneyDecimals(money: Address, { contracts }: Config): number | undefined {
  return contracts.testDollar?.toLowerCase() === money.toLowerCase() ? 6 : undefined;
}

/** What points are exchanged for is told like money, and is QTI. */
const isQti = (token: Address, { contracts }: Config): boolean =>
  contracts.qtiToken?.toLowerCase() === token.toLowerCase();

/** An amount of money in words: "$1,250.50", "$2,880", "12.5 QTI"; in the token's own smallest units where nobody knows how it is written. */
export function moneyWords(amount: bigint, money: Address, config: Config, t: Translator): string {
  if (isQti(money, config)) return `${formatAmount(amount, { decimals: 18, maximum: 2 }, t)} QTI`;
  const decimals = moneyDecimals(money, config);
  if (decimals === undefined) return unitsWords(amount, t);
  // Cents stand in twos, or not at all.
  const minimum = amount % 10n ** BigInt(decimals) === 0n ? 0 : 2;
  return `$${formatAmount(amount, { decimals, maximum: 2, minimum }, t)}`;
}

/** An amount of money in words, to its last digit. */
export function exactMoneyWords(amount: bigint, money: Address, config: Config, t: Translator): string {
  if (isQti(money, config)) return `${exactAmount(amount, 18, t)} QTI`;
  const decimals = moneyDecimals(money, config);
  return decimals === undefined ? unitsWords(amount, t) : `$${exactAmount(amount, decimals, t)}`;
}

function unitsWords(amount: bigint, t: Translator): string {
  return t("words.units", { amount: formatAmount(amount, { decimals: 0 }, t) });
}
