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
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        alignments[column] === "right"
          ? cell.padStart(widths[column] ?? 0)
          : cell.padEnd(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return rows.map((row) => (row === undefined ? "" : `  ${line(row)}`)).join("\n");
}
