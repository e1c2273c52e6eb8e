import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Month } from "./life.ts";

const INK = "#4a5568";
const COLOURS = { accent: "#2b5c8a", gain: "#3f7d4f", loss: "#b0452f", warn: "#8a6a1f" };

/** Paper of its own, as a page may be light or dark. */
const config = {
  background: "#fbfaf7",
  padding: 12,
  font: "system-ui, sans-serif",
  axis: {
    labelColor: INK,
    titleColor: INK,
    gridColor: "#e5e2da",
    domainColor: "#c9c5ba",
    tickColor: "#c9c5ba",
  },
  legend: { labelColor: INK, titleColor: INK, orient: "top" as const, labelLimit: 400 },
  title: { color: "#22303f", anchor: "start" as const, fontWeight: 600 as const },
  view: { stroke: null },
};

/** A picture as SVG. */
async function draw(spec: TopLevelSpec): Promise<string> {
  const { spec: vega } = compile({ ...spec, config } as TopLevelSpec);
  const svg = await new View(parse(vega), { renderer: "none" }).toSVG();
  return `${svg}\n`;
}

/** One point of a line: percent against something. */
export type Dot = { x: number; percent: number; series: string };

/** Lines of percentages, in the order in which their names first come. */
export function lines(title: string, xTitle: string, yTitle: string, dots: readonly Dot[]): Promise<string> {
  const names = [...new Set(dots.map(({ series }) => series))];
  return draw({
    title,
    width: 560,
    height: 240,
    data: { values: [...dots] },
    mark: { type: "line", point: true, strokeWidth: 2 },
    encoding: {
      x: { field: "x", type: "quantitative", title: xTitle, axis: { tickMinStep: 1, grid: false } },
      y: {
        field: "percent",
        type: "quantitative",
        title: yTitle,
        scale: { domainMin: 0 },
        axis: { format: "~g" },
      },
      color: {
        field: "series",
        type: "nominal",
        title: null,
        sort: names,
        scale: { domain: names, range: Object.values(COLOURS) },
      },
    },
  });
}

/** How often a yearly yield came about, in steps of five percent. */
export function histogram(title: string, xTitle: string, values: readonly number[]): Promise<string> {
  return draw({
    title,
    width: 560,
    height: 200,
    data: { values: values.map((value) => ({ percent: value * 100, lost: value < 0 })) },
    mark: { type: "bar" },
    encoding: {
      x: { field: "percent", bin: { step: 5 }, type: "quantitative", title: xTitle },
      y: { aggregate: "count", type: "quantitative", title: "lives" },
      color: {
        field: "lost",
        type: "nominal",
        legend: null,
        scale: { domain: [false, true], range: [COLOURS.accent, COLOURS.loss] },
      },
    },
  });
}

/** The book of one life, month by month. */
export function book(title: string, months: readonly Month[]): Promise<string> {
  const names = {
    debt: "debt",
    defaulted: "in default",
    senior: "seniors' worth",
    junior: "first loss' worth",
  };
  const values = months.flatMap((month, index) =>
    (["senior", "debt", "junior", "defaulted"] as const).map((key) => ({
      month: index + 1,
      dollars: month[key],
      series: names[key],
    })),
  );
  return draw({
    title,
    width: 560,
    height: 240,
    data: { values },
    mark: { type: "line", strokeWidth: 2 },
    encoding: {
      x: { field: "month", type: "quantitative", title: "months", axis: { grid: false } },
      y: { field: "dollars", type: "quantitative", title: "dollars", axis: { format: "~s" } },
      color: {
        field: "series",
        type: "nominal",
        title: null,
        scale: {
          domain: Object.values(names),
          range: [COLOURS.accent, COLOURS.loss, COLOURS.gain, COLOURS.warn],
        },
      },
    },
  });
}
