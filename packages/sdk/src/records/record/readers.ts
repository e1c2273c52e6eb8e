import type { Bytes } from "../bytes.ts";
import type { Kem, KemPublic } from "../crypto/types.ts";
import { RecipientInvalidError, RecordTooLargeError } from "../errors.ts";
import { decodeKeyPublic } from "../keys/fingerprint.ts";
import { decodeRecipient } from "../keys/recipient.ts";
import type { KeyPublicClaim, Keys } from "../keys/types.ts";
import { type Fingerprint, recordLimits } from "../wire.ts";

/**
 * Everyone who shall read: the keys' own holder and the others, each once, in the order of their fingerprints, so that the order
 * of stanzas tells nothing. Each is proven to belong to its fingerprint before anything is sealed for it.
 *
 * @throws {@link ClassicalRecipientError} {@link RecipientInvalidError} {@link RecordTooLargeError}
 */
export async function gatherReaders(
  keys: Keys,
  others: readonly KeyPublicClaim[],
): Promise<{ readers: Fingerprint[]; recipients: KemPublic[] }> {
  const own = decodeRecipient(keys.public.recipient);
  const byFingerprint = new Map<Fingerprint, Bytes>([[keys.public.fingerprint, own]]);
  for (const other of await Promise.all(others.map(decodeKeyPublic)))
    byFingerprint.set(other.public.fingerprint, other.kem);
  const sorted = [...byFingerprint].sort(([a], [b]) => (a < b ? -1 : 1));
  if (sorted.length > recordLimits.readers) {
    throw new RecordTooLargeError({ part: "readers", size: sorted.length, limit: recordLimits.readers });
  }
  return {
    readers: sorted.map(([fingerprint]) => fingerprint),
    recipients: await Promise.all(sorted.map(([, kem]) => importRecipient(keys.cryptography.kem, kem))),
  };
}

/** Bytes of the right length can still be no key, which each implementation says in its own way, here or when it is used. */
async function importRecipient(kem: Kem, publicKey: Bytes): Promise<KemPublic> {
  try {
    return await kem.importPublic(publicKey);
  } catch (cause) {
    throw new RecipientInvalidError({ reason: "The recipient is no X-Wing key.", cause });
  }
}
