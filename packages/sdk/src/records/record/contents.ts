import { sha512 } from "@noble/hashes/sha2.js";
import { type Bytes, concat, utf8 } from "../bytes.ts";
import { signatureBytes } from "../crypto/types.ts";
import { RecordTamperedError } from "../errors.ts";
import { padme } from "../padding.ts";
import { recordSuite } from "./manifestSchema.ts";

/**
 * The plaintext inside the age file:
 *
 * | bytes | what |
 * | --- | --- |
 * | 4 | `QTI1` |
 * | 4 | length m of the manifest, big-endian |
 * | 4 | length b of the body, big-endian |
 * | m | manifest: canonical JSON (RFC 8785) |
 * | b | body |
 * | 3309 | ML-DSA-65 signature with context `qti/record/v1` over SHA-512(manifest || body) |
 * | rest | zeros up to the Padmé length of all of the above |
 */
export type RecordContents = { manifest: Uint8Array; body: Uint8Array; signature: Uint8Array };

export const signatureContext = utf8(recordSuite);

const magic = utf8("QTI1");
const prologueBytes = 12;

/**
 * What the author signs. A manifest is one JSON object and so cannot be the beginning of another: where it ends and the body
 * begins needs no mark of its own.
 */
export function signedDigest(manifest: Uint8Array, body: Uint8Array): Uint8Array {
  return sha512.create().update(manifest).update(body).digest();
}

export function encodeContents({ manifest, body, signature }: RecordContents): Bytes {
  const size = prologueBytes + manifest.length + body.length + signature.length;
  const out = new Uint8Array(padme(size));
  const view = new DataView(out.buffer);
  out.set(magic);
  view.setUint32(4, manifest.length);
  view.setUint32(8, body.length);
  out.set(concat(manifest, body, signature), prologueBytes);
  return out;
}

/** @throws {@link RecordTamperedError} */
export function decodeContents(plaintext: Uint8Array): RecordContents {
  if (plaintext.length < prologueBytes) throw wrong("They are too short.");
  if (!magic.every((byte, i) => plaintext[i] === byte)) throw wrong("They do not begin as a record does.");
  const view = new DataView(plaintext.buffer, plaintext.byteOffset, plaintext.byteLength);
  const bodyStart = prologueBytes + view.getUint32(4);
  const signatureStart = bodyStart + view.getUint32(8);
  const end = signatureStart + signatureBytes;
  if (plaintext.length !== padme(end)) throw wrong("Their length is not that of their parts.");
  if (plaintext.subarray(end).some((byte) => byte !== 0)) throw wrong("The padding is not empty.");
  return {
    manifest: plaintext.subarray(prologueBytes, bodyStart),
    body: plaintext.subarray(bodyStart, signatureStart),
    signature: plaintext.subarray(signatureStart, end),
  };
}

function wrong(reason: string): RecordTamperedError {
  return new RecordTamperedError({ part: "contents", reason });
}
