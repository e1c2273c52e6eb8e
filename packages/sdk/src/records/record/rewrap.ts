import { buildHeader, unwrapFileKey } from "../age/fileKey.ts";
import type { Bytes } from "../bytes.ts";
import { parseDetachedHeader } from "../header.ts";
import type { KeyPublicClaim, Keys } from "../keys/types.ts";
import type { Fingerprint } from "../wire.ts";
import { gatherReaders } from "./readers.ts";

/**
 * Makes another header for the same payload: shares a record with more readers, or with fewer.
 *
 * A reader who is left out can no longer fetch the record, but may have kept the file key: to shut someone out of what is still
 * to come, seal a new version, which has a new file key.
 *
 * @param parameters.recipients all the other readers from now on; the holder of `keys` stays one
 * @param parameters.opener keys that open the header as it is, where these are older ones of the same holder; they are no reader after it
 * @throws {@link NotARecipientError} {@link HeaderMalformedError} {@link RecordTamperedError} {@link ClassicalRecipientError}
 * {@link RecipientInvalidError} {@link RecordTooLargeError}
 */
export async function rewrap({
  header,
  keys,
  recipients,
  opener = keys,
}: {
  header: Uint8Array;
  keys: Keys;
  recipients: readonly KeyPublicClaim[];
  opener?: Keys | undefined;
}): Promise<{ header: Bytes; readers: Fingerprint[] }> {
  const gathered = await gatherReaders(keys, recipients);
  const fileKey = await unwrapFileKey(parseDetachedHeader(header), opener.kem);
  return { header: await buildHeader(fileKey, gathered.recipients), readers: gathered.readers };
}
