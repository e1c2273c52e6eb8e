"use client";

import { useTranslations } from "next-intl";
import type { PointerEvent, ReactNode } from "react";
import { cn } from "@/lib/cn";
import type { ChartPoint } from "@/lib/format/chart";
import { shortDay } from "@/lib/format/time";
import { Cell, ColumnHead, Table } from "./table";

/**
 * What is around every picture of figures over time: the figure that is shown, a scale, the first and the last day, and a
 * table with all figures for those who cannot see the picture. Positions are attributes and not styles, so that the server
 * may draw it under a strict policy.
 */
export function ChartFrame({
  label,
  valueHead,
  format,
  first,
  last,
  shown,
  figures,
  ticks,
  yOf,
  height,
  onHover,
  children,
}: {
  /** What the picture shows, in words. */
  label: string;
  valueHead: string;
  format: (value: number) => string;
  first: ChartPoint;
  last: ChartPoint;
  /** The figure that is said above. */
  shown: ChartPoint;
  /** What the table says. */
  figures: readonly ChartPoint[];
  ticks: readonly number[];
  /** Where a value stands, from the top. */
  yOf: (value: number) => `${number}%`;
  height: string;
  /** Where the pointer is, from 0 at the left to 1 at the right; nowhere when it left. */
  onHover: (part: number | undefined) => void;
  children: ReactNode;
}) {
  const t = useTranslations();

  function hover(event: PointerEvent<SVGSVGElement>) {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onHover((event.clientX - left) / width);
  }

  return (
    <figure>
      <figcaption className="flex items-baseline justify-between gap-4 text-sm">
        <span className="text-muted">{label}</span>
        <span>
          <span className="font-medium">{format(shown.value)}</span>{" "}
          <span className="text-muted">{shortDay(shown.at, t)}</span>
        </span>
      </figcaption>
      <div className="mt-4 flex gap-3">
        <svg
          role="img"
          aria-label={t("ui.chart.summary", {
            label,
            first: format(first.value),
            firstDay: shortDay(first.at, t),
            last: format(last.value),
            lastDay: shortDay(last.at, t),
          })}
          className={cn("min-w-0 flex-1 touch-pan-y overflow-visible", height)}
          onPointerMove={hover}
          onPointerLeave={() => onHover(undefined)}
        >
          {ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={yOf(tick)}
              y2={yOf(tick)}
              className="stroke-rule"
              strokeWidth="1"
            />
          ))}
          {children}
        </svg>
        <svg aria-hidden="true" className={cn("w-16 shrink-0 overflow-visible", height)}>
          {ticks.map((tick) => (
            <text key={tick} x="0" y={yOf(tick)} dy="0.32em" className="fill-muted text-xs">
              {format(tick)}
            </text>
          ))}
        </svg>
      </div>
      <div className="mt-2 mr-19 flex justify-between text-muted text-xs" aria-hidden>
        <span>{shortDay(first.at, t)}</span>
        {last.at !== first.at && <span>{shortDay(last.at, t)}</span>}
      </div>
      <details className="mt-4 text-sm">
        <summary className="disclosure">{t("ui.chart.figures")}</summary>
        <Table caption={label} className="mt-2 max-h-64 overflow-y-auto">
          <thead>
            <tr>
              <ColumnHead>{t("ui.chart.day")}</ColumnHead>
              <ColumnHead numeric>{valueHead}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ at, value }) => (
              <tr key={at}>
                <Cell>{shortDay(at, t)}</Cell>
                <Cell numeric>{format(value)}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </figure>
  );
}
