"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useState } from "react";
import { type ChartPoint, linePath, niceTicks } from "@/lib/format/chart";
import { shortDay } from "@/lib/format/time";
import { Cell, ColumnHead, Table } from "./table";

/**
 * A line over time. The figure under the pointer is said above the line, and all of them stand in a table for those who
 * cannot see it. Positions are attributes and not styles, so that the server may draw it under a strict policy.
 */
export function LineChart({
  points,
  label,
  format,
  valueHead,
  figures = points,
}: {
  points: readonly ChartPoint[];
  /** What the line shows, in words. */
  label: string;
  format: (value: number) => string;
  valueHead: string;
  /** What the table says, where the line has points that are drawn only. */
  figures?: readonly ChartPoint[];
}) {
  const t = useTranslations();
  const [hovered, setHovered] = useState<number>();
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;

  const values = points.map(({ value }) => value);
  const ticks = niceTicks(Math.min(...values), Math.max(...values), 4);
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const range = { from: first.at, to: last.at, low, high };
  const shown = points[hovered ?? points.length - 1] ?? last;
  const path = linePath(points, range);
  const xOf = (at: number) => `${((at - range.from) / (range.to - range.from || 1)) * 100}%`;
  const yOf = (value: number) => `${100 - ((value - low) / (high - low || 1)) * 100}%`;

  function hover(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const at = range.from + ((event.clientX - box.left) / box.width) * (range.to - range.from);
    let nearest = 0;
    for (const [index, point] of points.entries())
      if (Math.abs(point.at - at) < Math.abs((points[nearest]?.at ?? 0) - at)) nearest = index;
    setHovered(nearest);
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
          className="h-48 min-w-0 flex-1 touch-pan-y overflow-visible sm:h-64"
          onPointerMove={hover}
          onPointerLeave={() => setHovered(undefined)}
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
          <svg
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            width="100%"
            height="100%"
            overflow="visible"
            aria-hidden="true"
          >
            <path d={`${path}L100 100L0 100Z`} className="fill-accent-soft" opacity="0.6" />
            <path
              d={path}
              fill="none"
              className="stroke-accent"
              strokeWidth="2"
              strokeLinejoin="round"
              vectorEffect="non-scaling-stroke"
            />
          </svg>
          {hovered !== undefined && (
            <line
              x1={xOf(shown.at)}
              x2={xOf(shown.at)}
              y1="0"
              y2="100%"
              className="stroke-rule-strong"
              strokeWidth="1"
            />
          )}
          <circle
            cx={xOf(shown.at)}
            cy={yOf(shown.value)}
            r="4.5"
            className="fill-accent stroke-paper"
            strokeWidth="2"
          />
        </svg>
        <svg aria-hidden="true" className="h-48 w-16 shrink-0 overflow-visible sm:h-64">
          {ticks.map((tick) => (
            <text key={tick} x="0" y={yOf(tick)} dy="0.32em" className="fill-muted text-xs">
              {format(tick)}
            </text>
          ))}
        </svg>
      </div>
      <div className="mt-2 mr-19 flex justify-between text-muted text-xs" aria-hidden>
        <span>{shortDay(first.at, t)}</span>
        <span>{shortDay(last.at, t)}</span>
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
