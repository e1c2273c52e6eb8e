import { bech32 } from "@scure/base";
import { type Bytes, own } from "../bytes.ts";
import { kemPublicBytes, seedBytes } from "../crypto/types.ts";
import { ClassicalRecipientError, RecipientInvalidError } from "../errors.ts";
import type { RecipientString } from "../wire.ts";

const recipientPrefix = "age1pq";
const identityPrefix = "age-secret-key-pq-";

export function encodeRecipient(publicKey: Uint8Array): RecipientString {
  // No limit on the length: bech32's own 90 characters are for what people type.
  return bech32.encode(recipientPrefix, bech32.toWords(publicKey), false);
}

/**
 * The X-Wing public key in an `age1pq1...` recipient.
 *
 * @throws {@link ClassicalRecipientError} for any other kind of recipient
 * @throws {@link RecipientInvalidError} for a damaged one
 */
export function decodeRecipient(recipient: string): Bytes {
  if (!recipient.startsWith("age1pq1")) {
    const kind = /^age1(?!pq1)[a-z0-9]{8,}$/.test(recipient) ? `${recipient.slice(0, 12)}...` : "unknown";
    throw new ClassicalRecipientError({ kind, place: "recipient" });
  }
  try {
    const { prefix, words } = bech32.decode(recipient, false);
    const bytes = own(bech32.fromWords(words));
    if (prefix === recipientPrefix && bytes.length === kemPublicBytes) return bytes;
  } catch (cause) {
    throw new RecipientInvalidError({ reason: "The recipient is damaged.", cause });
  }
  throw new RecipientInvalidError({ reason: "The recipient has not the length of an X-Wing key." });
}

/** A seed in the form in which age's tools read an identity. */
export function encodeIdentity(seed: Uint8Array): string {
  return bech32.encode(identityPrefix, bech32.toWords(seed), false).toUpperCase();
}

/** The seed of an identity `AGE-SECRET-KEY-PQ-1...`, or undefined when it is none. */
export function decodeIdentity(identity: string): Bytes | undefined {
  if (!identity.startsWith("AGE-SECRET-KEY-PQ-1")) return undefined;
  try {
    const { prefix, bytes } = bech32.decodeToBytes(identity);
    return prefix.toLowerCase() === identityPrefix && bytes.length === seedBytes ? own(bytes) : undefined;
  } catch {
    return undefined;
  }
}
