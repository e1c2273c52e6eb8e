/** Where a column's cells stand. */
export type Alignment = "left" | "right";

/** Rows as aligned text. A row of `undefined` is a blank line. */
export function table(
  rows: readonly (readonly string[] | undefined)[],
  alignments: readonly Alignment[] = [],
): string {
  const widths: number[] = [];
  for (const row of rows) {
    row?.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  const pad = (cell: string, column: number) => {
    const width = widths[column] ?? 0;
    return alignments[column] === "right" ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => (row === undefined ? "" : `  ${row.map(pad).join("  ")}`.trimEnd())).join("\n");
}
