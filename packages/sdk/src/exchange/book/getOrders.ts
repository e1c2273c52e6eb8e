import type { Address } from "viem";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type BookState, type OrderPage, type OrderSide, orderPageSchema } from "../wire.ts";
import { isAsked, toQuery } from "./query.ts";

/** Parameters of {@link getOrders}. */
export type GetOrdersParameters = Abortable & {
  asset?: Address | undefined;
  money?: Address | undefined;
  maker?: Address | undefined;
  /** Orders that this account alone may take; the zero address for those that anybody may. */
  taker?: Address | undefined;
  side?: OrderSide | undefined;
  /** All when left out. */
  states?: readonly BookState[] | undefined;
  /** `price` is best first and needs a side; the default with one, else `newest`. */
  sort?: "price" | "newest" | undefined;
  /** Most orders, 1 to 100. */
  first?: number | undefined;
  /** `nextCursor` of the page before. */
  after?: string | undefined;
};

/**
 * Lists orders of the book. Prices and amounts are those of the chain's time `at`.
 *
 * @param book - Where the API is.
 * @param parameters - {@link GetOrdersParameters}
 * @returns {@link OrderPage}; its `position` is where `watchOrders` goes on.
 * @throws {@link ApiProblemError} when the service refuses.
 * @throws {@link ApiResponseError} when the answer holds other orders than were asked for.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { items } = await getOrders({ url }, { asset, side: "ask", states: ["open"] });
 * ```
 */
export async function getOrders(book: Api, parameters: GetOrdersParameters = {}): Promise<OrderPage> {
  const { signal, states, ...rest } = parameters;
  const path = `/v1/orders${toQuery({ ...rest, state: states?.join(",") })}`;
  const response = await send(book, { method: "GET", path, signal });
  const page = await readJson(response, orderPageSchema);
  if (page.items.every((item) => isAsked(item, rest))) return page;
  throw new ApiResponseError({ status: response.status, reason: "It holds orders that were not asked for." });
}
