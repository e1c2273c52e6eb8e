import { type GetOrdersParameters, getOrders } from "@qti/sdk/exchange/book";
import type { BookOrder } from "@qti/sdk/exchange/wire";

/** Every order of the book that fits, page by page. */
export async function allOrders(
  apiUrl: string,
  which: Omit<GetOrdersParameters, "first" | "after">,
): Promise<BookOrder[]> {
  const found: BookOrder[] = [];
  let after: string | undefined;
  do {
    const page = await getOrders({ url: apiUrl }, { ...which, first: 100, after });
    found.push(...page.items);
    after = page.nextCursor ?? undefined;
  } while (after !== undefined);
  return found;
}
