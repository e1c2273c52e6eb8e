import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type ItemCodes, itemCodesSchema } from "./wire.ts";

/** Parameters of {@link getStoreCodes}. */
export type GetStoreCodesParameters = Abortable & { itemId: bigint };

/**
 * Asks how many codes of an item are left and how many orders wait for. For accounts that hold REWARDS_OPERATOR; the codes
 * themselves never come back.
 *
 * @param api - Where the API is.
 * @param parameters - {@link GetStoreCodesParameters}
 * @returns {@link ItemCodes}
 * @throws {@link ApiProblemError} when the service refuses.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { available, wanted } = await getStoreCodes({ url }, { itemId: 0n });
 * ```
 */
export async function getStoreCodes(
  api: Api,
  { itemId, signal }: GetStoreCodesParameters,
): Promise<ItemCodes> {
  const path = `/v1/store/items/${itemId}/codes`;
  return readJson(await send(api, { method: "GET", path, signal }), itemCodesSchema);
}
