import { chunksOf } from "../attachments/streams.ts";
import { concat, equalBytes, randomBytes, toHex0x, utf8 } from "../bytes.ts";
import { createSha256 } from "../crypto/sha256.ts";
import { type Bytes32, decodeBytes32 } from "./bytes32.ts";

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
  return { salt: toHex0x(salt), hash: toHex0x(await commitmentOf(await digestDocument(document), salt)) };
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
  const [saltBytes, hashBytes] = [decodeBytes32("salt", salt), decodeBytes32("hash", hash)];
  return equalBytes(await commitmentOf(await digestDocument(document), saltBytes), hashBytes);
}

/** What is known of the reading of a file. */
export type ReadingOptions = {
  signal?: AbortSignal | undefined;
  /** Called as the file is read. */
  onProgress?: ((bytes: number) => void) | undefined;
};

/** SHA-256 of a document, read piece by piece: a file of any size needs no more memory than a small one. */
export async function digestDocument(
  document: Uint8Array | Blob,
  { signal, onProgress }: ReadingOptions = {},
): Promise<Uint8Array> {
  const digest = createSha256();
  if (document instanceof Uint8Array) digest.update(document);
  else {
    let read = 0;
    for await (const chunk of chunksOf(document.stream(), signal)) {
      digest.update(chunk);
      read += chunk.length;
      onProgress?.(read);
    }
  }
  return digest.digest();
}

/** What stands on chain for a document with this digest under this salt. */
export async function commitmentOf(digest: Uint8Array, salt: Uint8Array): Promise<Uint8Array> {
  const input = concat(utf8("qti/document/v1\0"), salt, digest);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", input));
}
