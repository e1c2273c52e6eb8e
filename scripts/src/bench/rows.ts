import { existsSync, readFileSync } from "node:fs";
import colors from "picocolors";
import { z } from "zod";
import { table } from "../core/table.ts";

/** One measured figure. */
export const benchRow = z.object({
  name: z.string().min(1),
  value: z.number(),
  unit: z.string(),
  /** What it has to be at most or at least; absent where nothing was promised. */
  bar: z.number().nullish(),
  better: z.enum(["lower", "higher"]),
});

/** One measured figure. */
export type BenchRow = z.infer<typeof benchRow>;

/** The rows that a package's bench wrote into its file; none where there is no file. */
export function readRows(file: string): BenchRow[] {
  return existsSync(file) ? z.array(benchRow).parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

/** False where a figure is on the wrong side of its bar. */
export function meetsBar({ value, bar, better }: BenchRow): boolean {
  if (bar === undefined || bar === null) return true;
  return better === "lower" ? value <= bar : value >= bar;
}

/** All figures as one table, with a mark where a bar is missed. */
export function benchTable(rows: readonly BenchRow[]): string {
  const shown = [...rows]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map((row) => [
      row.name,
      formatted(row.value),
      row.unit,
      row.bar === undefined || row.bar === null
        ? ""
        : `${row.better === "lower" ? "≤" : "≥"} ${formatted(row.bar)}`,
      meetsBar(row) ? "" : colors.red("✗ misses its bar"),
    ]);
  return table([["", "value", "", "bar"], ...shown], ["left", "right", "left", "right"]);
}

function formatted(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : 2;
  return value.toLocaleString("en-US", { maximumFractionDigits: digits });
}
