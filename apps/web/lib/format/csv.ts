/**
 * Writes rows as RFC 4180 says: commas, CRLF at the end of each line, quotes around what needs them.
 *
 * Texts of strangers land in these files, and spreadsheets take a cell that starts like a formula for one: such a cell
 * gets an apostrophe in front, which they show as text.
 *
 * @example
 * toCsv([["name", "shares"], ["=1+1", "5"]]) // "name,shares\r\n'=1+1,5\r\n"
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

function cell(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A CSV file, to be handed to the browser's downloads. */
export function csvBlob(rows: readonly (readonly string[])[]): Blob {
  return new Blob([toCsv(rows)], { type: "text/csv;charset=utf-8" });
}
