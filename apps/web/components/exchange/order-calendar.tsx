"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { Badge } from "@/components/ui/badge";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Day } from "@/components/ui/time";
import { formatAmount } from "@/lib/format/amount";
import { useChainNow } from "@/lib/query/chain-time";
import { useSoldByWindow } from "@/lib/query/exchange";
import { calendarOf, type WindowState, windowWords } from "./calendar";

const tones: { [state in WindowState]: "gain" | "warn" | "accent" | "plain" } = {
  done: "gain",
  partly: "gain",
  missed: "warn",
  open: "accent",
  coming: "plain",
  ended: "plain",
};

/** The dates of a standing order around now. */
export function OrderCalendar({ order }: { order: BookOrder }) {
  const now = useChainNow();
  const sold = useSoldByWindow(order);
  if (now === undefined) return null;
  const shares = order.side === "ask" ? order.order.sellAmount : order.order.buyEnd;
  return (
    <details className="mt-3 text-sm">
      <summary className="disclosure">Calendar</summary>
      <Table caption="Dates of this standing order" className="mt-2">
        <thead>
          <tr>
            <ColumnHead>Date</ColumnHead>
            <ColumnHead numeric>Shares</ColumnHead>
            <ColumnHead>What became of it</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {calendarOf(order, sold, now).map(({ window, opensAt, state }) => (
            <tr key={window}>
              <Cell>
                <Day at={opensAt} />
              </Cell>
              <Cell numeric>{formatAmount(shares, { decimals: 18, maximum: 2 })}</Cell>
              <Cell>
                <Badge tone={tones[state]}>{windowWords[state]}</Badge>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
