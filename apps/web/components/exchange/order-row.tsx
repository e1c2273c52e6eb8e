"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { formatAmount, formatShare } from "@/lib/format/amount";
import { useAsset } from "@/lib/query/assets";
import { OrderCalendar } from "./order-calendar";
import { issueWords } from "./order-terms";

const tones = {
  open: "gain",
  waiting: "accent",
  unfillable: "warn",
  filled: "plain",
  cancelled: "plain",
  expired: "plain",
} as const;

/** One order of mine: what it says, how far it is, and what I can do about it. */
export function OrderRow({ order: entry }: { order: BookOrder }) {
  const t = useTranslations();
  const { order, side, state, issue, price, filled } = entry;
  const asset = useAsset(order.asset);
  const transact = useTransact();
  const queries = useQueryClient();
  const symbol = asset.data?.asset.symbol ?? t("exchange.shares");
  const shares = side === "ask" ? order.sellAmount : order.buyEnd;
  const what = `${formatAmount(shares, { decimals: 18, maximum: 2 }, t)} ${symbol}`;
  const words = side === "ask" ? t("exchange.sell", { what }) : t("exchange.buy", { what });
  const isAlive = state === "open" || state === "waiting" || state === "unfillable";
  const reason = state === "unfillable" ? issueWords(issue, t) : undefined;

  async function cancel() {
    const { cancelOrderFlow } = await import("./order-flows");
    transact(cancelOrderFlow(entry, words, () => void queries.invalidateQueries({ queryKey: ["book"] }), t));
  }

  return (
    <li className="border-rule border-b py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/exchange/${order.asset}`} className="font-medium hover:underline">
              {words}
            </Link>
            <Badge tone={tones[state]}>{t(`exchange.row.states.${state}`)}</Badge>
          </p>
          <p className="mt-1 text-muted text-sm">
            {t.rich("exchange.row.at", { price: () => <Money value={price} /> })}
            {order.interval > 0
              ? `, ${t("exchange.row.every", { days: order.interval / 86_400 })}, ${t("exchange.row.times", { count: order.count })}`
              : order.buyEnd < order.buyStart && `, ${t("exchange.row.moving")}`}
            {filled > 0n &&
              `, ${t("exchange.row.filled", { part: formatShare(filled, order.sellAmount, 0, t) })}`}
            {isAlive && <>, {t.rich("exchange.row.ends", { time: () => <Time at={entry.endsAt} /> })}</>}
          </p>
          {reason && (
            <p className="mt-2 text-sm">
              {reason.sentence} <span className="text-muted">{reason.next}</span>
            </p>
          )}
        </div>
        {isAlive && (
          <Button
            size="small"
            onClick={() => void cancel()}
            aria-label={t("exchange.row.cancelOf", { order: words })}
          >
            {t("exchange.row.cancel")}
          </Button>
        )}
      </div>
      {order.interval > 0 && <OrderCalendar order={entry} />}
    </li>
  );
}
