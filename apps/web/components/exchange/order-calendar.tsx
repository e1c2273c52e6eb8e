"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Day } from "@/components/ui/time";
import { formatAmount } from "@/lib/format/amount";
import { useChainNow } from "@/lib/query/chain-time";
import { useSoldByWindow } from "@/lib/query/exchange";
import { calendarOf, type WindowState } from "./calendar";

const tones: { [state in WindowState]: "gain" | "warn" | "accent" | "plain" } = {
  filled: "gain",
  partly: "gain",
  missed: "warn",
  open: "accent",
  coming: "plain",
  ended: "plain",
};

/** The dates of a standing order around now. */
export function OrderCalendar({ order }: { order: BookOrder }) {
  const t = useTranslations();
  const now = useChainNow();
  const sold = useSoldByWindow(order);
  if (now === undefined) return null;
  const shares = order.side === "ask" ? order.order.sellAmount : order.order.buyEnd;
  return (
    <details className="mt-3 text-sm">
      <summary className="disclosure">{t("exchange.calendar.title")}</summary>
      <Table caption={t("exchange.calendar.table")} className="mt-2">
        <thead>
          <tr>
            <ColumnHead>{t("exchange.calendar.date")}</ColumnHead>
            <ColumnHead numeric>{t("exchange.calendar.shares")}</ColumnHead>
            <ColumnHead>{t("exchange.calendar.became")}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {calendarOf(order, sold, now).map(({ window, opensAt, state }) => (
            <tr key={window}>
              <Cell>
                <Day at={opensAt} />
              </Cell>
              <Cell numeric>{formatAmount(shares, { decimals: 18, maximum: 2 }, t)}</Cell>
              <Cell>
                <Badge tone={tones[state]}>{t(`exchange.calendar.states.${state}`)}</Badge>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </details>
  );
}
