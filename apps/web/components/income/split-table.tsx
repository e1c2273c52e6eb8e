"use client";

import { useTranslations } from "next-intl";
import { AddressText } from "@/components/ui/address";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { formatAmount, formatCount, formatShare } from "@/lib/format/amount";
import type { Split } from "@/lib/income/compute-tree";

/** Most rows at once: beyond that the file is the better way to look. */
const shown = 100;

/** Who gets how much of an income, the largest part first. */
export function SplitTable({ split, money, symbol }: { split: Split; money: `0x${string}`; symbol: string }) {
  const t = useTranslations();
  const config = useRuntimeConfig();
  const parts = [...split.parts].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
  return (
    <>
      <Table caption={t("income.split.title")} className="max-h-96 overflow-y-auto">
        <thead>
          <tr>
            <ColumnHead>{t("income.split.holder")}</ColumnHead>
            <ColumnHead numeric>{t("income.split.shares")}</ColumnHead>
            <ColumnHead numeric>{t("income.split.part")}</ColumnHead>
            <ColumnHead numeric>{t("income.split.gets")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, shown).map(({ holder, shares, amount }) => (
            <tr key={holder}>
              <Cell>
                <AddressText address={holder} />
              </Cell>
              <Cell numeric>
                {formatAmount(shares, { decimals: 18, maximum: 2 }, t)} {symbol}
              </Cell>
              <Cell numeric>{formatShare(amount, split.total, 2, t)}</Cell>
              <Cell numeric>{moneyWords(amount, money, config, t)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {parts.length > shown && (
        <p className="mt-2 text-muted text-sm">
          {t("income.split.more", { n: formatCount(parts.length - shown, t) })}
        </p>
      )}
    </>
  );
}
