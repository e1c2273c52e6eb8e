"use client";

import { useState } from "react";
import { type ChartPoint, daysBetween, niceTicks } from "@/lib/format/chart";
import { ChartFrame } from "./chart-frame";

/** What each day brought, as bars; days on which nothing was have none. */
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
  const [hovered, setHovered] = useState<number>();
  const first = days[0];
  const last = days.at(-1);
  if (!first || !last) return null;

  const all = daysBetween(days);
  const ticks = niceTicks(0, Math.max(1, ...all.map(({ value }) => value)), 4);
  const high = ticks.at(-1) ?? 1;
  const yOf = (value: number) => `${100 - (value / high) * 100}%` as const;
  const step = 100 / all.length;
  // A few days are not drawn as wide as a house.
  const width = Math.min(step * 0.7, 6);

  return (
    <ChartFrame
      label={label}
      valueHead={valueHead}
      format={format}
      first={first}
      last={last}
      shown={all[hovered ?? all.length - 1] ?? last}
      figures={days}
      ticks={ticks}
      yOf={yOf}
      height="h-40 sm:h-48"
      onHover={(part) =>
        setHovered(
          part === undefined
            ? undefined
            : Math.min(all.length - 1, Math.max(0, Math.floor(part * all.length))),
        )
      }
    >
      {all.map(({ at, value }, index) => (
        <rect
          key={at}
          x={`${step * index + (step - width) / 2}%`}
          y={yOf(value)}
          width={`${width}%`}
          height={`${(value / high) * 100}%`}
          className={index === hovered ? "fill-accent-hover" : "fill-accent"}
        />
      ))}
    </ChartFrame>
  );
}
