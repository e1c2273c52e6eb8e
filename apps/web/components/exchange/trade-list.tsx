"use client";

import { useTranslations } from "next-intl";
import type { Address } from "viem";
import { Money } from "@/components/ui/amount";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { formatAmount } from "@/lib/format/amount";
import { useTrades } from "@/lib/query/exchange";

/** How far back the list looks at first. */
export const shownTrades = 200;
/** Enough for a line on a screen. */
const dollars = (price: bigint) => Number(price) / 1e6;

/** What was paid for a share, trade by trade: the line, and the trades behind it. */
export function PriceHistory({ asset }: { asset: Address }) {
  const t = useTranslations();
  const trades = useTrades(asset, shownTrades);
  return (
    <QueryPanel
      query={trades}
      meanwhile={indexMeanwhile}
      lines={6}
      isEmpty={(rows) => rows.length === 0}
      empty={<Empty title={t("exchange.trades.empty")}>{t("exchange.trades.emptyText")}</Empty>}
    >
      {(rows) => (
        <div className="grid grid-cols-1 gap-8">
          {rows.length > 1 && (
            <LineChart
              points={[...rows].reverse().map(({ timestamp, price }) => ({
                at: Number(timestamp),
                value: dollars(price),
              }))}
              label={t("exchange.trades.line")}
              valueHead={t("words.amount.usDollars")}
              format={(value) => `$${value.toFixed(2)}`}
            />
          )}
          <Table caption={t("exchange.trades.title")}>
            <thead>
              <tr>
                <ColumnHead>{t("exchange.trades.when")}</ColumnHead>
                <ColumnHead>{t("exchange.trades.how")}</ColumnHead>
                <ColumnHead numeric>{t("exchange.trades.shares")}</ColumnHead>
                <ColumnHead numeric>{t("exchange.trades.price")}</ColumnHead>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, 10).map((trade) => (
                <tr key={trade.id}>
                  <Cell>
                    <Time at={Number(trade.timestamp)} />
                  </Cell>
                  <Cell>{t(`exchange.trades.${trade.kind}`)}</Cell>
                  <Cell numeric>{formatAmount(trade.assetAmount, { decimals: 18, maximum: 2 }, t)}</Cell>
                  <Cell numeric>
                    <Money value={trade.price} />
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
          {trades.hasNextPage && (
            <Button
              className="justify-self-start"
              busy={trades.isFetchingNextPage}
              onClick={() => void trades.fetchNextPage()}
            >
              {t("exchange.trades.more")}
            </Button>
          )}
        </div>
      )}
    </QueryPanel>
  );
}
