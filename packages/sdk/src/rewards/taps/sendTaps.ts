import * as z from "zod";
import { ApiResponseError } from "../../core/api/errors.ts";
import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import { type TapBatch, type TapReceipt, tapBatchSchema, tapReceiptSchema } from "./wire.ts";

/** Parameters of {@link sendTaps}. */
export type SendTapsParameters = Abortable & {
  /** From {@link signTapBatch}. */
  batch: TapBatch;
};

/**
 * Sends a batch of taps. Sent again it counts once and answers the same: repeat it until an answer comes, as
 * {@link createTapQueue} does.
 *
 * @param api - Where the API is.
 * @param parameters - {@link SendTapsParameters}
 * @returns {@link TapReceipt}
 * @throws {@link ApiProblemError} when the service does not take it: then none of its taps was counted.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const { counted, points } = await sendTaps({ url }, { batch });
 * ```
 */
export async function sendTaps(api: Api, parameters: SendTapsParameters): Promise<TapReceipt> {
  const { batch, signal } = parameters;
  const json = z.encode(tapBatchSchema, batch);
  const response = await send(api, { method: "POST", path: "/v1/taps", json, signal });
  const receipt = await readJson(response, tapReceiptSchema);
  if (receipt.session === batch.session && receipt.sequence === batch.sequence) return receipt;
  throw new ApiResponseError({ status: response.status, reason: "It is about another batch." });
}
