"use client";

import { useTranslations } from "next-intl";
import { type PointerEvent, useState } from "react";
import { type ChartPoint, daysBetween, niceTicks } from "@/lib/format/chart";
import { shortDay } from "@/lib/format/time";
import { Cell, ColumnHead, Table } from "./table";

/**
 * What each day brought, as bars; days on which nothing was have none. The figure under the pointer is said above, and all
 * of them stand in a table for those who cannot see it. Positions are attributes, as in {@link LineChart}.
 */
export function BarChart({
  days,
  label,
  format,
  valueHead,
}: {
  /** Days with a figure, oldest first; `at` lies in the day, in seconds. */
  days: readonly ChartPoint[];
  label: string;
  format: (value: number) => string;
  valueHead: string;
}) {
  const t = useTranslations();
  const [hovered, setHovered] = useState<number>();
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;

  const all = daysBetween(days);
  const ticks = niceTicks(0, Math.max(1, ...all.map(({ value }) => value)), 4);
  const high = ticks.at(-1) ?? 1;
  const shown = all[hovered ?? all.length - 1] ?? last;
  const step = 100 / all.length;
  // A few days are not drawn as wide as a house.
  const width = Math.min(step * 0.7, 6);

  function hover(event: PointerEvent<SVGSVGElement>) {
    const box = event.currentTarget.getBoundingClientRect();
    const at = Math.floor(((event.clientX - box.left) / box.width) * all.length);
    setHovered(Math.min(all.length - 1, Math.max(0, at)));
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
          className="h-40 min-w-0 flex-1 touch-pan-y sm:h-48"
          onPointerMove={hover}
          onPointerLeave={() => setHovered(undefined)}
        >
          {ticks.map((tick) => (
            <line
              key={tick}
              x1="0"
              x2="100%"
              y1={`${100 - (tick / high) * 100}%`}
              y2={`${100 - (tick / high) * 100}%`}
              className="stroke-rule"
              strokeWidth="1"
            />
          ))}
          {all.map(({ at, value }, index) => (
            <rect
              key={at}
              x={`${step * index + (step - width) / 2}%`}
              y={`${100 - (value / high) * 100}%`}
              width={`${width}%`}
              height={`${(value / high) * 100}%`}
              className={index === hovered ? "fill-accent-hover" : "fill-accent"}
            />
          ))}
        </svg>
        <svg aria-hidden="true" className="h-40 w-12 shrink-0 overflow-visible sm:h-48">
          {ticks.map((tick) => (
            <text
              key={tick}
              x="0"
              y={`${100 - (tick / high) * 100}%`}
              dy="0.32em"
              className="fill-muted text-xs"
            >
              {format(tick)}
            </text>
          ))}
        </svg>
      </div>
      <div className="mt-2 mr-15 flex justify-between text-muted text-xs" aria-hidden>
        <span>{shortDay(first.at, t)}</span>
        {all.length > 1 && <span>{shortDay(last.at, t)}</span>}
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
            {days.map(({ at, value }) => (
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
