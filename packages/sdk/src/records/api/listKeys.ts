import { KeysNotAuthenticError } from "../errors.ts";
import { type Account, keysPageSchema, type PublishedKeys } from "../wire.ts";
import { proven } from "./getKeys.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Lists the public keys of an account, the newest first. Each belongs to its fingerprint; that they are the account's is the
 * service's word: compare with `KeyDirectory` on chain, or with the person.
 *
 * @throws {@link KeysNotAuthenticError} {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError}
 * {@link RecordsAbortedError}
 */
export async function listKeys(
  api: RecordsApi,
  { account, signal }: { account: Account } & Abortable,
): Promise<PublishedKeys[]> {
  const path = `/v1/keys?${new URLSearchParams({ account })}`;
  const { items } = await sendJson(api, { method: "GET", path, signal }, keysPageSchema);
  for (const keys of items) {
    if (keys.account !== account.toLowerCase()) {
      throw new KeysNotAuthenticError({
        reason: `Asked for keys of ${account}, given keys of ${keys.account}.`,
      });
    }
  }
  return Promise.all(items.map(proven));
}
