import type { Hash } from "viem";
import { ApiProblemError, ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type BookOrder, bookOrderSchema } from "../wire.ts";

/** Parameters of {@link getOrder}. */
export type GetOrderParameters = Abortable & {
  /** From `hashOrder` or `signOrder`. */
  hash: Hash;
};

/**
 * Reads one order of the book, whatever became of it.
 *
 * @param book - Where the API is.
 * @param parameters - {@link GetOrderParameters}
 * @returns {@link BookOrder}; `undefined` when the book never had it.
 * @throws {@link ApiResponseError} when the answer is another order.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const found = await getOrder({ url }, { hash });
 * ```
 */
export async function getOrder(book: Api, parameters: GetOrderParameters): Promise<BookOrder | undefined> {
  const { hash, signal } = parameters;
  const path = `/v1/orders/${hash.toLowerCase()}`;
  try {
    const response = await send(book, { method: "GET", path, signal });
    const found = await readJson(response, bookOrderSchema);
    if (found.hash === hash.toLowerCase()) return found;
    throw new ApiResponseError({ status: response.status, reason: "It is about another order." });
  } catch (error) {
    if (error instanceof ApiProblemError && error.status === 404) return undefined;
    throw error;
  }
}
