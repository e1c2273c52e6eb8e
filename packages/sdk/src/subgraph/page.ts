/** A page of a list, and where the next one starts; `undefined` when this one is the last. */
export type Page<item, cursor> = { items: readonly item[]; next: cursor | undefined };

/** How much of a list to read. */
export type PageParameters<cursor> = {
  /** Most items, 1 to 1,000. Default 50. */
  first?: number | undefined;
  /** `next` of the page before. */
  after?: cursor | undefined;
};

/** Items a page has when nothing is said. */
export const PAGE = 50;

/** A full page may have a successor; a shorter one has none. */
export function toPage<row, item, cursor>(
  rows: readonly row[],
  first: number,
  item: (row: row) => item,
  cursor: (row: row) => cursor,
): Page<item, cursor> {
  const last = rows.at(-1);
  return {
    items: rows.map(item),
    next: last !== undefined && rows.length >= first ? cursor(last) : undefined,
  };
}
