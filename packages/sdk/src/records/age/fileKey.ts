import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { type Bytes, equalBytes, toBase64NoPad, utf8 } from "../bytes.ts";
import { hpkeOpen, hpkeSeal } from "../crypto/hpke.ts";
import type { KemPrivate, KemPublic } from "../crypto/types.ts";
import {
  HeaderMalformedError,
  NotARecipientError,
  RecipientInvalidError,
  RecordTamperedError,
} from "../errors.ts";
import {
  encodeHeader,
  encodeHeaderWithoutMac,
  type ParsedHeader,
  type Stanza,
  stanzaKind,
} from "../header.ts";

export const fileKeyBytes = 16;

/** Wraps a file key for each recipient, one stanza each. @throws {@link RecipientInvalidError} */
export function wrapFileKey(fileKey: Uint8Array, recipients: readonly KemPublic[]): Promise<Stanza[]> {
  return Promise.all(
    recipients.map(async (recipient) => {
      const { encapsulated, sharedSecret } = await recipient.encapsulate().catch((cause: unknown) => {
        throw new RecipientInvalidError({ reason: "Nothing can be sealed for this key.", cause });
      });
      return { args: [stanzaKind, toBase64NoPad(encapsulated)], body: hpkeSeal(sharedSecret, fileKey) };
    }),
  );
}

/**
 * Finds the file key in a header and proves the header by its MAC.
 *
 * @throws {@link NotARecipientError} {@link HeaderMalformedError} {@link RecordTamperedError}
 */
export async function unwrapFileKey(header: ParsedHeader, identity: KemPrivate): Promise<Uint8Array> {
  for (const { encapsulated, wrapped } of header.stanzas) {
    // A point of low order fails on the curve, in a way of each platform's own. No honest writer makes one.
    const sharedSecret = await identity.decapsulate(encapsulated).catch((cause: unknown) => {
      throw new HeaderMalformedError({ reason: "a share is none of X-Wing", cause });
    });
    const fileKey = hpkeOpen(sharedSecret, wrapped);
    if (fileKey === undefined) continue;
    if (equalBytes(headerMac(fileKey, header.authenticated), header.mac)) return fileKey;
    throw new RecordTamperedError({ part: "header", reason: "The MAC of the header is wrong." });
  }
  throw new NotARecipientError();
}

/** A whole header for a file key. */
export async function buildHeader(fileKey: Uint8Array, recipients: readonly KemPublic[]): Promise<Bytes> {
  const withoutMac = encodeHeaderWithoutMac(await wrapFileKey(fileKey, recipients));
  return encodeHeader(withoutMac, headerMac(fileKey, withoutMac));
}

/** https://c2sp.org/age#header-mac */
function headerMac(fileKey: Uint8Array, withoutMac: Uint8Array): Uint8Array {
  return hmac(sha256, hkdf(sha256, fileKey, undefined, utf8("header"), 32), withoutMac);
}
