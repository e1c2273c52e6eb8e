import * as z from "zod";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type BookOrder, bookOrderSchema, type PostOrderBody, postOrderBodySchema } from "../wire.ts";

/** Parameters of {@link postOrder}: what `signOrder` answered. */
export type PostOrderParameters = PostOrderBody & Abortable;

/**
 * Offers a signed order in the book. Nobody signs in: the maker's signature is the authority. Offering the same order again
 * does no harm.
 *
 * @param book - Where the API is.
 * @param parameters - {@link PostOrderParameters}
 * @returns {@link BookOrder}: what the book thinks of it.
 * @throws {@link ApiProblemError} when the book does not take it; its sentence says why.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { hash, state } = await postOrder({ url }, await signOrder(client, { order }));
 * ```
 */
export async function postOrder(book: Api, parameters: PostOrderParameters): Promise<BookOrder> {
  const { order, signature, signal } = parameters;
  const json = z.encode(postOrderBodySchema, { order, signature });
  return readJson(await send(book, { method: "POST", path: "/v1/orders", json, signal }), bookOrderSchema);
}
