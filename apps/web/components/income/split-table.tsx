"use client";

import { AddressText } from "@/components/ui/address";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { useRuntimeConfig } from "@/lib/config/context";
import { moneyWords } from "@/lib/domain/money";
import { formatAmount, formatShare } from "@/lib/format/amount";
import type { Split } from "@/lib/income/compute-tree";

/** Most rows at once: beyond that the file is the better way to look. */
const shown = 100;

/** Who gets how much of an income, the largest part first. */
export function SplitTable({ split, money, symbol }: { split: Split; money: `0x${string}`; symbol: string }) {
  const config = useRuntimeConfig();
  const parts = [...split.parts].sort((a, b) => (a.amount < b.amount ? 1 : a.amount > b.amount ? -1 : 0));
  return (
    <>
      <Table caption="Who gets how much" className="max-h-96 overflow-y-auto">
        <thead>
          <tr>
            <ColumnHead>Holder</ColumnHead>
            <ColumnHead numeric>Shares</ColumnHead>
            <ColumnHead numeric>Part</ColumnHead>
            <ColumnHead numeric>Gets</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {parts.slice(0, shown).map(({ holder, shares, amount }) => (
            <tr key={holder}>
              <Cell>
                <AddressText address={holder} />
              </Cell>
              <Cell numeric>
                {formatAmount(shares, { decimals: 18, maximum: 2 })} {symbol}
              </Cell>
              <Cell numeric>{formatShare(amount, split.total)}</Cell>
              <Cell numeric>{moneyWords(amount, money, config)}</Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {parts.length > shown && (
        <p className="mt-2 text-muted text-sm">And {parts.length - shown} more, with smaller parts.</p>
      )}
    </>
  );
}
