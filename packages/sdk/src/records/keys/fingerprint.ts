import { base32crockford } from "@scure/base";
import { type Bytes, concat, fromBase64, fromHex, own, toHex0x, utf8 } from "../bytes.ts";
import { verifierBytes } from "../crypto/types.ts";
import { FingerprintInvalidError, RecipientInvalidError } from "../errors.ts";
import type { Fingerprint, RecipientString } from "../wire.ts";
import { decodeRecipient } from "./recipient.ts";
import type { KeyPublic, KeyPublicClaim } from "./types.ts";

const domains = {
  recipient: "qti/keys/recipient/v1\0",
  verifier: "qti/keys/verifier/v1\0",
  keys: "qti/keys/v1\0",
} as const;

/** The three hashes by which keys are known; the first two are what `KeyDirectory.register` takes. */
export type KeyFingerprints = {
  recipient: Fingerprint;
  verifier: Fingerprint;
  /** SHA-256 over the other two: what people compare and records name. */
  fingerprint: Fingerprint;
};

/**
 * Computes the fingerprints of public keys. Each is SHA-256 over a domain and the bytes, so none can pass for another.
 *
 * @throws {@link ClassicalRecipientError} {@link RecipientInvalidError}
 */
export async function keyFingerprints(keys: {
  recipient: string;
  verifier: string;
}): Promise<KeyFingerprints> {
  return fingerprintsOf(decodeRecipient(keys.recipient), decodeVerifier(keys.verifier));
}

export async function fingerprintsOf(recipient: Uint8Array, verifier: Uint8Array): Promise<KeyFingerprints> {
  const [recipientHash, verifierHash] = await Promise.all([
    digest(domains.recipient, recipient),
    digest(domains.verifier, verifier),
  ]);
  return {
    recipient: toHex0x(recipientHash),
    verifier: toHex0x(verifierHash),
    fingerprint: toHex0x(await digest(domains.keys, recipientHash, verifierHash)),
  };
}

/** The fingerprint that people know, of keys of which only the two in `KeyDirectory` are at hand. */
export async function directoryFingerprint({
  recipient,
  verifier,
}: Pick<KeyFingerprints, "recipient" | "verifier">): Promise<Fingerprint> {
  return toHex0x(await digest(domains.keys, fromHex(recipient), fromHex(verifier)));
}

/** The ML-DSA-65 public key in its base64 form. @throws {@link RecipientInvalidError} */
export function decodeVerifier(verifier: string): Bytes {
  try {
    const bytes = fromBase64(verifier);
    if (bytes.length === verifierBytes) return bytes;
  } catch (cause) {
    throw new RecipientInvalidError({ reason: "The verifier is not base64.", cause });
  }
  throw new RecipientInvalidError({ reason: "The verifier has not the length of an ML-DSA-65 key." });
}

/**
 * Takes public keys from anywhere and answers with them, proven to belong to their fingerprint.
 *
 * @throws {@link ClassicalRecipientError} {@link RecipientInvalidError}
 */
export async function checkKeyPublic(keys: KeyPublicClaim): Promise<KeyPublic> {
  return (await decodeKeyPublic(keys)).public;
}

/** The same, with the X-Wing key in the recipient: to decode it takes a tenth as long as to seal for it. */
export async function decodeKeyPublic(keys: KeyPublicClaim): Promise<{ public: KeyPublic; kem: Bytes }> {
  const kem = decodeRecipient(keys.recipient);
  const { fingerprint } = await fingerprintsOf(kem, decodeVerifier(keys.verifier));
  if (fingerprint !== keys.fingerprint) {
    throw new RecipientInvalidError({ reason: "The keys are not those of their fingerprint." });
  }
  const recipient: RecipientString = `age1pq1${keys.recipient.slice("age1pq1".length)}`;
  return { public: { recipient, verifier: keys.verifier, fingerprint }, kem };
}

/**
 * A fingerprint for people: 13 groups of 4 in Crockford's base32, which has no letters that look like digits.
 *
 * @example
 * ```ts
 * formatFingerprint(keys.public.fingerprint); // "7KQ2-9M4C-..."
 * ```
 */
export function formatFingerprint(fingerprint: Fingerprint): string {
  return (base32crockford.encode(fromHex(fingerprint)).match(/.{4}/g) ?? []).join("-");
}

/**
 * Reads a fingerprint that a person typed or pasted, in either form.
 *
 * @throws {@link FingerprintInvalidError}
 */
export function parseFingerprint(text: string): Fingerprint {
  const compact = text.replace(/[\s-]/g, "");
  const hexDigits = /^(?:0x)?([0-9a-f]{64})$/i.exec(compact)?.[1];
  if (hexDigits !== undefined) return `0x${hexDigits.toLowerCase()}`;
  try {
    const bytes = own(base32crockford.decode(compact));
    if (bytes.length === 32) return toHex0x(bytes);
  } catch (cause) {
    throw new FingerprintInvalidError({ cause });
  }
  throw new FingerprintInvalidError();
}

async function digest(domain: string, ...parts: readonly Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", concat(utf8(domain), ...parts)));
}
