"use client";

import { useState } from "react";
import { type ChartPoint, linePath, niceTicks } from "@/lib/format/chart";
import { ChartFrame } from "./chart-frame";

/** A line over time. */
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
  const yOf = (value: number) => `${100 - ((value - low) / (high - low || 1)) * 100}%` as const;

  function hover(part: number | undefined) {
    if (part === undefined) return setHovered(undefined);
    const at = range.from + part * (range.to - range.from);
    let nearest = 0;
    for (const [index, point] of points.entries())
      if (Math.abs(point.at - at) < Math.abs((points[nearest]?.at ?? 0) - at)) nearest = index;
    setHovered(nearest);
  }

  return (
    <ChartFrame
      label={label}
      valueHead={valueHead}
      format={format}
      first={first}
      last={last}
      shown={shown}
      figures={figures}
      ticks={ticks}
      yOf={yOf}
      height="h-48 sm:h-64"
      onHover={hover}
    >
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
    </ChartFrame>
  );
}
