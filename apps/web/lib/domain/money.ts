import type { Address } from "viem";
import type { RuntimeConfig } from "@/lib/config/schema";
import { exactAmount, formatAmount } from "@/lib/format/amount";

/** How a token of money is counted and written. */
export type MoneyUnit = { decimals: number; name: string };

/** The money of this deployment that the app knows by name; `undefined` for any other token. */
export function moneyUnit(
  money: Address,
  { contracts }: Pick<RuntimeConfig, "contracts">,
): MoneyUnit | undefined {
  const isDollar = contracts.testDollar?.toLowerCase() === money.toLowerCase();
  return isDollar ? { decimals: 6, name: "US dollars" } : undefined;
}

/** An amount of money in words: "$1,250.50", "$2,880"; in the token's own smallest units where nobody knows how it is written. */
export function moneyWords(
  amount: bigint,
  money: Address,
  config: Pick<RuntimeConfig, "contracts">,
  exact = false,
): string {
  const unit = moneyUnit(money, config);
  if (!unit) return `${formatAmount(amount, { decimals: 0 })} units`;
  // Cents stand in twos, or not at all.
  const minimum = amount % 10n ** BigInt(unit.decimals) === 0n ? 0 : 2;
  const figure = exact
    ? exactAmount(amount, unit.decimals)
    : formatAmount(amount, { decimals: unit.decimals, maximum: 2, minimum });
  return `$${figure}`;
}
