"use client";

import { annualRate } from "@qti/sdk";
import { useTranslations } from "next-intl";
import { Section } from "@/components/shell/section";
import { Empty } from "@/components/ui/empty";
import { LineChart } from "@/components/ui/line-chart";
import { indexMeanwhile, QueryPanel } from "@/components/ui/query-panel";
import { type MarketNow, partWords } from "@/lib/domain/market";
import { useMarketHistory } from "@/lib/query/markets";
import { CurveChart } from "./curve-chart";

/** Percent a year: enough for a line on a screen. */
const toPercent = (rate: bigint): number => Number(annualRate(rate)) / 1e16;

/** The curve of the rate model with where the market stands, and what borrowing cost day by day. */
export function CurvePanel({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const history = useMarketHistory(market.id);
  return (
    <Section
      title={t("markets.curve.title")}
      lead={t("markets.curve.lead", { target: partWords(market.rateTerms.target, t) })}
    >
      <div className="grid grid-cols-1 gap-12">
        <CurveChart market={market} />
        <QueryPanel
          query={history}
          meanwhile={indexMeanwhile}
          lines={6}
          isEmpty={(steps) => steps.length === 0}
          empty={<Empty title={t("markets.curve.historyNone")}>{t("markets.curve.historyNoneText")}</Empty>}
        >
          {(steps) => {
            const points = steps.map(({ timestamp, borrowRate }) => ({
              at: Number(timestamp),
              value: toPercent(borrowRate),
            }));
            const last = points.at(-1);
            if (last && market.at > last.at)
              points.push({ at: market.at, value: toPercent(market.borrowRate) });
            return (
              <LineChart
                points={points}
                label={t("markets.curve.history")}
                valueHead={t("markets.curve.rate")}
                format={(value) => `${value.toFixed(2)} %`}
              />
            );
          }}
        </QueryPanel>
      </div>
    </Section>
  );
}
