import type { Address } from "viem";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type OrderBook, orderBookSchema } from "../wire.ts";
import { toQuery } from "./query.ts";

/** Parameters of {@link getOrderBook}. */
export type GetOrderBookParameters = Abortable & { asset: Address; money: Address };

/**
 * Reads what anybody could buy and sell of an asset at one moment, by price: the picture of a market's depth.
 *
 * @param book - Where the API is.
 * @param parameters - {@link GetOrderBookParameters}
 * @returns {@link OrderBook}, the best price of each side first.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { asks, bids } = await getOrderBook({ url }, { asset, money });
 * ```
 */
export async function getOrderBook(book: Api, parameters: GetOrderBookParameters): Promise<OrderBook> {
  const { asset, money, signal } = parameters;
  const path = `/v1/orders/book${toQuery({ asset, money })}`;
  return readJson(await send(book, { method: "GET", path, signal }), orderBookSchema);
}
