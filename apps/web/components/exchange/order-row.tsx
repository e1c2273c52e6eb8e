"use client";

import type { BookOrder } from "@qti/sdk/exchange/wire";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTransact } from "@/components/transactions/transactions-provider";
import { Money } from "@/components/ui/amount";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { formatAmount, formatShare } from "@/lib/format/amount";
import { useAsset } from "@/lib/query/assets";
import { OrderCalendar } from "./order-calendar";
import { issueWords } from "./order-terms";

const stateWords = {
  open: { word: "open", tone: "gain" },
  waiting: { word: "waiting", tone: "accent" },
  unfillable: { word: "cannot be filled now", tone: "warn" },
  filled: { word: "filled", tone: "plain" },
  cancelled: { word: "cancelled", tone: "plain" },
  expired: { word: "over", tone: "plain" },
} as const;

/** One order of mine: what it says, how far it is, and what I can do about it. */
export function OrderRow({ order: entry }: { order: BookOrder }) {
  const { order, side, state, issue, price, filled } = entry;
  const asset = useAsset(order.asset);
  const transact = useTransact();
  const queries = useQueryClient();
  const symbol = asset.data?.asset.symbol ?? "shares";
  const shares = side === "ask" ? order.sellAmount : order.buyEnd;
  const words = `${side === "ask" ? "Sell" : "Buy"} ${formatAmount(shares, { decimals: 18, maximum: 2 })} ${symbol}`;
  const { word, tone } = stateWords[state];
  const isAlive = state === "open" || state === "waiting" || state === "unfillable";
  const reason = state === "unfillable" ? issueWords[issue] : undefined;

  async function cancel() {
    const { cancelOrderFlow } = await import("./order-flows");
    transact(cancelOrderFlow(entry, words, () => void queries.invalidateQueries({ queryKey: ["book"] })));
  }

  return (
    <li className="border-rule border-b py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={`/exchange/${order.asset}`} className="font-medium hover:underline">
              {words}
            </Link>
            <Badge tone={tone}>{word}</Badge>
          </p>
          <p className="mt-1 text-muted text-sm">
            at <Money value={price} /> a share
            {order.interval > 0
              ? `, every ${order.interval / 86_400} days, ${order.count} times`
              : order.buyEnd < order.buyStart && ", moving"}
            {filled > 0n && `, ${formatShare(filled, order.sellAmount, 0)} filled`}
            {isAlive && (
              <>
                , ends <Time at={entry.endsAt} />
              </>
            )}
          </p>
          {reason && (
            <p className="mt-2 text-sm">
              {reason.sentence} <span className="text-muted">{reason.next}</span>
            </p>
          )}
        </div>
        {isAlive && (
          <Button size="small" onClick={() => void cancel()} aria-label={`Cancel: ${words}`}>
            Cancel
          </Button>
        )}
      </div>
      {order.interval > 0 && <OrderCalendar order={entry} />}
    </li>
  );
}
