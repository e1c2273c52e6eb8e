import { type Fingerprint, type PublishedKeys, publishedKeysSchema } from "../wire.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Says that keys of the signed-in account are not to be used any more: nothing new is signed by them or shared with them. What was
 * shared before stays readable to them. Revoking again changes nothing.
 *
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export function revokePublishedKeys(
  api: RecordsApi,
  { fingerprint, signal }: { fingerprint: Fingerprint } & Abortable,
): Promise<PublishedKeys> {
  return sendJson(api, { method: "DELETE", path: `/v1/keys/${fingerprint}`, signal }, publishedKeysSchema);
}
