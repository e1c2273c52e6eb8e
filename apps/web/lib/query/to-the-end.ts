import type { Page } from "@qti/sdk/subgraph";

/** Reads a list to its end, page by page: for what is never much. */
export async function toTheEnd<item, cursor>(
  read: (after: cursor | undefined) => Promise<Page<item, cursor>>,
): Promise<item[]> {
  const found: item[] = [];
  let after: cursor | undefined;
  do {
    const page = await read(after);
    found.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return found;
}
