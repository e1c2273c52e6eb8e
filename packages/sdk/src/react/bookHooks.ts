"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, createElement, type ReactNode, useContext, useEffect, useMemo } from "react";
import type { Api } from "../core/api/request.ts";
import { type WatchOrdersParameters, watchOrders } from "../exchange/book/watchOrders.ts";
import { orderBookOptions, orderOptions, orderPagesOptions, ordersOptions } from "./book.ts";
import { qtiKeys } from "./options.ts";

const BookContext = /* @__PURE__ */ createContext<Api | undefined>(undefined);

/**
 * Gives the hooks below it an order book to ask.
 *
 * @example
 * ```tsx
 * <OrderBookProvider url={apiUrl}>{children}</OrderBookProvider>
 * ```
 */
export function OrderBookProvider({ url, children }: { url: string | undefined; children?: ReactNode }) {
  const book = useMemo(() => (url === undefined ? undefined : { url }), [url]);
  return createElement(BookContext.Provider, { value: book }, children);
}

/** The order book that the provider above gives; `undefined` without one, and queries stay idle. */
export function useOrderBookApi(): Api | undefined {
  return useContext(BookContext);
}

/** Second parameter of a maker of options: what is asked. */
type Asked<options extends (book: never, parameters: never) => unknown> = Parameters<options>[1];

/** Asks the book for a page of orders; idle while the parameters are undefined. */
export function useOrders(parameters: Asked<typeof ordersOptions>) {
  return useQuery(ordersOptions(useOrderBookApi(), parameters));
}

/** Asks the book for orders, page after page; idle while the parameters are undefined. */
export function useOrderPages(parameters: Asked<typeof orderPagesOptions>) {
  return useInfiniteQuery(orderPagesOptions(useOrderBookApi(), parameters));
}

/** Asks the book for one order; idle while the parameters are undefined. */
export function useOrder(parameters: Asked<typeof orderOptions>) {
  return useQuery(orderOptions(useOrderBookApi(), parameters));
}

/** Asks the book for a market's depth; idle while the parameters are undefined. */
export function useOrderBook(parameters: Asked<typeof orderBookOptions>) {
  return useQuery(orderBookOptions(useOrderBookApi(), parameters));
}

/** What {@link useWatchOrders} follows. */
export type WatchedOrders = Pick<WatchOrdersParameters, "asset" | "money" | "maker" | "side">;

/** Milliseconds in which changes that come together are answered by one question. */
const TOGETHER = 250;

/** Follows the book and asks every question about it again when something changed; idle while the parameters are undefined. */
export function useWatchOrders(parameters: WatchedOrders | undefined): void {
  const book = useOrderBookApi();
  const queries = useQueryClient();
  const idle = parameters === undefined;
  const { asset, money, maker, side } = parameters ?? {};
  useEffect(() => {
    if (!book || idle) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: qtiKeys.book });
      }, TOGETHER);
    };
    // What changed before the stream stood, or while it was down, was told to nobody.
    const stop = watchOrders(book, { asset, money, maker, side, onChange: refresh, onReady: refresh });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [book, queries, idle, asset, money, maker, side]);
}
