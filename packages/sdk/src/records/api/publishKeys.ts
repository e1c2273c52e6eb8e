import { type PublishedKeys, type PutKeysBody, publishedKeysSchema } from "../wire.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Publishes the signed-in account's public keys, so that others can share with it. Publishing them again changes nothing.
 *
 * @param parameters.keys from {@link signKeys}
 *
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export function publishKeys(
  api: RecordsApi,
  { keys, signal }: { keys: PutKeysBody } & Abortable,
): Promise<PublishedKeys> {
  return sendJson(api, { method: "PUT", path: "/v1/keys", json: keys, signal }, publishedKeysSchema);
}
