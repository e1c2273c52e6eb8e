/** A point of a line: seconds, and a number exact enough to draw. */
export type ChartPoint = { at: number; value: number };

/** Round figures that cover a range, about `count` of them. */
export function niceTicks(low: number, high: number, count: number): number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, count - 1);
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const ticks: number[] = [];
  // Counted and not added up: 0.1 + 0.2 would put a label at 0.30000000000000004.
  for (let index = Math.floor(low / step); index * step <= high + step * 0.999; index++)
    ticks.push(Number((index * step).toPrecision(12)));
  return ticks;
}

/** A path through points, scaled to a box of 100 by 100 with the origin at the lower left. */
export function linePath(
  points: readonly ChartPoint[],
  range: { from: number; to: number; low: number; high: number },
): string {
  const width = range.to - range.from || 1;
  const height = range.high - range.low || 1;
  return points
    .map(({ at, value }, index) => {
      const x = ((at - range.from) / width) * 100;
      const y = 100 - ((value - range.low) / height) * 100;
      return `${index === 0 ? "M" : "L"}${x.toFixed(3)} ${y.toFixed(3)}`;
    })
    .join("");
}

const day = 86_400;

/** Figures of days with those between them on which nothing was. */
export function daysBetween(days: readonly ChartPoint[]): ChartPoint[] {
  const values = new Map(days.map(({ at, value }) => [Math.floor(at / day), value]));
  const [first, last] = [Math.min(...values.keys()), Math.max(...values.keys())];
  const all: ChartPoint[] = [];
  for (let index = first; index <= last; index++)
    all.push({ at: index * day, value: values.get(index) ?? 0 });
  return all;
}

/** Whole dollars, as short as an axis needs them: "$2.46M". */
export function shortDollars(value: number): string {
  if (value >= 1e6) return `$${(value / 1e6).toFixed(2)}M`;
  return value >= 1e4 ? `$${(value / 1e3).toFixed(0)}k` : `$${value.toFixed(0)}`;
}
