"use client";

import { useTranslations } from "next-intl";
import { Cell, ColumnHead, Table } from "@/components/ui/table";
import { curveOf, type MarketNow, partWords, rateWords } from "@/lib/domain/market";
import { niceTicks } from "@/lib/format/chart";

const percentOf = (part: number, digits: number) => `${(part * 100).toFixed(digits)} %`;

/** What borrowing costs and lending earns by how much of a market is in use, with the place where it stands. */
export function CurveChart({ market }: { market: MarketNow }) {
  const t = useTranslations();
  const points = curveOf(market);
  const here = Math.min(1, Number(market.utilisation) / 1e18);
  const full = points.at(-1)?.borrow ?? 0;
  const ticks = niceTicks(0, full, 4);
  const high = ticks.at(-1) || 1;
  const x = (used: number) => `${used * 100}%` as const;
  const y = (rate: number) => `${100 - (rate / high) * 100}%` as const;
  const path = (key: "borrow" | "supply") =>
    points
      .map((point, index) => {
        const from = index === 0 ? "M" : "L";
        return `${from}${(point.used * 100).toFixed(2)} ${(100 - (point[key] / high) * 100).toFixed(3)}`;
      })
      .join("");
  const now = Number(market.borrowRate) * 31_536_000e-18;
  return (
    <figure>
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="text-muted">{t("markets.curve.label")}</span>
        <span className="font-medium">
          {t("markets.curve.here", { used: partWords(market.utilisation, t) })}
        </span>
      </figcaption>
      <div className="mt-4 flex gap-3">
        <svg
          role="img"
          aria-label={t("markets.curve.picture", {
            used: partWords(market.utilisation, t),
            borrow: rateWords(market.borrowRate, t),
            lend: rateWords(market.supplyRate, t),
            full: percentOf(full, 2),
          })}
          className="h-48 min-w-0 flex-1 overflow-visible sm:h-56"
        >
          {ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={y(tick)}
              y2={y(tick)}
              className="stroke-rule"
              strokeWidth="1"
            />
          ))}
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            overflow="visible"
            aria-hidden="true"
          >
            <path
              d={path("supply")}
              fill="none"
              className="stroke-muted"
              strokeWidth="2"
              strokeDasharray="5 4"
              vectorEffect="non-scaling-stroke"
            />
            <path
              d={path("borrow")}
              fill="none"
              className="stroke-accent"
              strokeWidth="2"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          <line x1={x(here)} x2={x(here)} y1="0" y2="100%" className="stroke-rule-strong" strokeWidth="1" />
          <circle cx={x(here)} cy={y(now)} r="4.5" className="fill-accent stroke-paper" strokeWidth="2" />
        </svg>
        <svg aria-hidden="true" className="h-48 w-12 shrink-0 overflow-visible sm:h-56">
          {ticks.map((tick) => (
            <text key={tick} x="0" y={y(tick)} dy="0.32em" className="fill-muted text-xs">
              {percentOf(tick, 1)}
            </text>
          ))}
        </svg>
      </div>
      <div aria-hidden className="mt-2 mr-15 flex justify-between text-muted text-xs">
        <span>0 %</span>
        <span>100 %</span>
      </div>
      <p aria-hidden className="mt-2 flex flex-wrap gap-x-6 text-muted text-sm">
        <span className="inline-flex items-center gap-2">
          <svg aria-hidden="true" className="h-0.5 w-6">
            <line x1="0" x2="24" y1="1" y2="1" className="stroke-accent" strokeWidth="2" />
          </svg>
          {t("markets.curve.borrow")}
        </span>
        <span className="inline-flex items-center gap-2">
          <svg aria-hidden="true" className="h-0.5 w-6">
            <line
              x1="0"
              x2="24"
              y1="1"
              y2="1"
              className="stroke-muted"
              strokeWidth="2"
              strokeDasharray="5 4"
            />
          </svg>
          {t("markets.curve.lend")}
        </span>
      </p>
      <details className="mt-4 text-sm">
        <summary className="disclosure">{t("markets.curve.table")}</summary>
        <Table caption={t("markets.curve.table")} className="mt-2">
          <thead>
            <tr>
              <ColumnHead>{t("markets.curve.used")}</ColumnHead>
              <ColumnHead numeric>{t("markets.curve.borrow")}</ColumnHead>
              <ColumnHead numeric>{t("markets.curve.lend")}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {curveOf(market, 10).map(({ used, borrow, supply }) => (
              <tr key={used}>
                <Cell>{percentOf(used, 0)}</Cell>
                <Cell numeric>{percentOf(borrow, 2)}</Cell>
                <Cell numeric>{percentOf(supply, 2)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
