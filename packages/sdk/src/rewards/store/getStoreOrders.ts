import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type StoreOrderPage, storeOrderPageSchema } from "./wire.ts";

/** Parameters of {@link getStoreOrders}. */
export type GetStoreOrdersParameters = Abortable & {
  /** Most purchases, 1 to 50. */
  first?: number | undefined;
  /** `nextCursor` of the page before. */
  after?: string | undefined;
};

/**
 * Lists what the signed-in account bought, newest first, and how each delivery stands. A delivered order names a record that
 * the buyer's keys open.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetStoreOrdersParameters}
 * @returns {@link StoreOrderPage}
 * @throws {@link ApiProblemError} when the service refuses.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { items } = await getStoreOrders({ url });
 * const waiting = items.filter(({ state }) => state === "waitingForKeys");
 * ```
 */
export async function getStoreOrders(
  api: Api,
  { first, after, signal }: GetStoreOrdersParameters = {},
): Promise<StoreOrderPage> {
  const query = new URLSearchParams();
  if (first !== undefined) query.set("first", `${first}`);
  if (after !== undefined) query.set("after", after);
  const path = query.size === 0 ? "/v1/store/orders" : `/v1/store/orders?${query}`;
  return readJson(await send(api, { method: "GET", path, signal }), storeOrderPageSchema);
}
