import { infiniteQueryOptions, queryOptions, skipToken } from "@tanstack/react-query";
import type { Abortable, Api } from "../core/api/request.ts";
import { getOrder } from "../exchange/book/getOrder.ts";
import { getOrderBook } from "../exchange/book/getOrderBook.ts";
import { type GetOrdersParameters, getOrders } from "../exchange/book/getOrders.ts";
import type { OrderPage } from "../exchange/wire.ts";
import { orNull, plain, qtiKeys } from "./options.ts";

/** Query options of a question to the order book; idle while the book or the parameters are not known. */
function bookOptions<parameters extends Abortable, result>(
  name: string,
  ask: (book: Api, parameters: parameters) => Promise<result>,
) {
  return (book: Api | undefined, parameters: parameters | undefined) =>
    queryOptions({
      queryKey: [...qtiKeys.book, name, book?.url, plain(parameters)],
      queryFn:
        book && parameters !== undefined
          ? async ({ signal }) => orNull(await ask(book, { ...parameters, signal }))
          : skipToken,
    });
}

/** Query options of one page of `getOrders`. */
export const ordersOptions = /* @__PURE__ */ bookOptions("getOrders", getOrders);
/** Query options of `getOrder`; `null` when the book never had it. */
export const orderOptions = /* @__PURE__ */ bookOptions("getOrder", getOrder);
/** Query options of `getOrderBook`. */
export const orderBookOptions = /* @__PURE__ */ bookOptions("getOrderBook", getOrderBook);

/** Infinite query options of `getOrders`. */
export function orderPagesOptions(
  book: Api | undefined,
  parameters: Omit<GetOrdersParameters, "after"> | undefined,
) {
  const start: string | undefined = undefined;
  return infiniteQueryOptions({
    queryKey: [...qtiKeys.book, "getOrders", "pages", book?.url, plain(parameters)],
    queryFn:
      book && parameters !== undefined
        ? ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | undefined }) =>
            getOrders(book, { ...parameters, after: pageParam, signal })
        : skipToken,
    initialPageParam: start,
    getNextPageParam: (page: OrderPage): string | undefined => page.nextCursor ?? undefined,
  });
}
