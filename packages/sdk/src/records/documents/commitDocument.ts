import { chunksOf } from "../attachments/streams.ts";
import { concat, equalBytes, fromHex, randomBytes, toHex0x, utf8 } from "../bytes.ts";
import { createSha256 } from "../crypto/sha256.ts";
import { RecordInputError } from "../errors.ts";
import { bytes32Schema } from "../wire.ts";

export type Bytes32 = `0x${string}`;

/** A document for which a hash stands on chain. Keep the salt in the record of the document. */
export type DocumentCommitment = {
  /** 32 random bytes. Without them anyone could try guesses of a short or public document against the hash. */
  salt: Bytes32;
  /** SHA-256 of the domain `qti/document/v1`, a zero byte, the salt, and SHA-256 of the document. */
  hash: Bytes32;
};

/**
 * Commits to a document without saying anything about it: whoever is later given document and salt can check that it is the one.
 *
 * @example
 * ```ts
 * import { commitDocument, documentsRoot } from "@qti/sdk/records";
 *
 * const { salt, hash } = await commitDocument(file);
 * const root = await documentsRoot([hash]);
 * ```
 */
export async function commitDocument(document: Uint8Array | Blob): Promise<DocumentCommitment> {
  const salt = randomBytes(32);
  return { salt: toHex0x(salt), hash: toHex0x(await commitment(document, salt)) };
}

/**
 * Whether this is the document that was committed to.
 *
 * @throws {@link RecordInputError} when salt or hash are not 32 bytes
 */
export async function verifyDocument(
  document: Uint8Array | Blob,
  { salt, hash }: DocumentCommitment,
): Promise<boolean> {
  return equalBytes(await commitment(document, decode("salt", salt)), decode("hash", hash));
}

async function commitment(document: Uint8Array | Blob, salt: Uint8Array): Promise<Uint8Array> {
  const digest = createSha256();
  if (document instanceof Uint8Array) digest.update(document);
  else for await (const chunk of chunksOf(document.stream())) digest.update(chunk);
  const input = concat(utf8("qti/document/v1\0"), salt, digest.digest());
  return new Uint8Array(await crypto.subtle.digest("SHA-256", input));
}

function decode(field: string, value: string): Uint8Array {
  const parsed = bytes32Schema.safeParse(value);
  if (!parsed.success) {
    throw new RecordInputError({
      field,
      reason: "It is not 32 bytes in lower-case hex.",
      cause: parsed.error,
    });
  }
  return fromHex(parsed.data);
}
