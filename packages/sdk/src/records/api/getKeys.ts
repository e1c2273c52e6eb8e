import { KeysNotAuthenticError } from "../errors.ts";
import { checkKeyPublic } from "../keys/fingerprint.ts";
import { type Fingerprint, type PublishedKeys, publishedKeysSchema } from "../wire.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Fetches the public keys behind a fingerprint. They are proven to be those of the fingerprint that was asked for, so a service
 * that lies is found; that the fingerprint is the right person's is for the two of them to compare.
 *
 * @throws {@link KeysNotAuthenticError} the service gave other keys
 * @throws {@link ApiProblemError} 404 when nobody published such keys
 * @throws {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function getKeys(
  api: RecordsApi,
  { fingerprint, signal }: { fingerprint: Fingerprint } & Abortable,
): Promise<PublishedKeys> {
  const path = `/v1/keys/${fingerprint}`;
  const keys = await sendJson(api, { method: "GET", path, signal }, publishedKeysSchema);
  if (keys.fingerprint !== fingerprint) {
    throw new KeysNotAuthenticError({ reason: `Asked for ${fingerprint}, given ${keys.fingerprint}.` });
  }
  return proven(keys);
}

/** The same keys, if they are those of their own fingerprint. @throws {@link KeysNotAuthenticError} */
export async function proven(keys: PublishedKeys): Promise<PublishedKeys> {
  try {
    await checkKeyPublic(keys);
    return keys;
  } catch (cause) {
    throw new KeysNotAuthenticError({ reason: "The keys are not those of their fingerprint.", cause });
  }
}
