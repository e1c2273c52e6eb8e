import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type UploadedCodes, uploadedCodesSchema } from "./wire.ts";

/** Parameters of {@link uploadStoreCodes}. */
export type UploadStoreCodesParameters = Abortable & {
  itemId: bigint;
  /** What buyers are given, one each; at most 1,000 at a time. */
  codes: readonly string[];
};

/**
 * Gives the service codes that buyers of an item are to receive. Needs to be signed in as an account that holds
 * REWARDS_OPERATOR. Sent again it adds nothing.
 *
 * @param api - Where the API is.
 * @param parameters - {@link UploadStoreCodesParameters}
 * @returns {@link UploadedCodes}
 * @throws {@link ApiProblemError} when the service refuses.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { added, available } = await uploadStoreCodes({ url }, { itemId: 0n, codes: ["CAFE-2931", "CAFE-7720"] });
 * ```
 */
export async function uploadStoreCodes(
  api: Api,
  { itemId, codes, signal }: UploadStoreCodesParameters,
): Promise<UploadedCodes> {
  const path = `/v1/store/items/${itemId}/codes`;
  return readJson(await send(api, { method: "POST", path, json: { codes }, signal }), uploadedCodesSchema);
}
