import { unwrapFileKey } from "../age/fileKey.ts";
import { openPayload, payloadNonceBytes } from "../age/payload.ts";
import { type Bytes, concat, toHex } from "../bytes.ts";
import { cryptography } from "../crypto/cryptography.ts";
import { createSha256 } from "../crypto/sha256.ts";
import type { Cryptography } from "../crypto/types.ts";
import { NotARecipientError, RecordTamperedError } from "../errors.ts";
import { parseHeader } from "../header.ts";
import { decodeIdentity } from "../keys/recipient.ts";
import { padme } from "../padding.ts";
import type { SealedAttachment } from "../record/manifestSchema.ts";
import { chunksOf, streamOf } from "./streams.ts";

export type OpenStreamParameters = {
  ciphertext: ReadableStream<Uint8Array>;
  /** From the manifest of an opened record. */
  attachment: SealedAttachment;
  /** Called with the number of bytes opened so far. */
  onProgress?: ((bytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Which implementation; by default the fastest that proves itself. */
  using?: Cryptography | undefined;
};

// Header and nonce of one recipient are 1,643 bytes.
const headerLimit = 4096;

/**
 * Opens a sealed file while it passes. Each chunk is authentic when it comes out; whether the file is the very one that the author
 * attached is known at its end, before the last chunk is given: do not act on a file whose stream has not ended well.
 *
 * @throws {@link ClassicalRecipientError} {@link HeaderMalformedError} {@link RecordTamperedError} before the stream starts;
 * afterwards the stream errs with {@link RecordTamperedError} or {@link RecordsAbortedError}
 */
export async function openStream(parameters: OpenStreamParameters): Promise<ReadableStream<Bytes>> {
  const { attachment, onProgress, signal } = parameters;
  const { kem, aead } = parameters.using ?? (await cryptography());
  const seed = decodeIdentity(attachment.key);
  if (seed === undefined) throw tampered("Its key is no identity.");
  const source = checked(chunksOf(parameters.ciphertext, signal), attachment);
  try {
    const { head, header } = await readHeader(source);
    const fileKey = await unwrap(header, await kem.importSeed(seed));
    const body = head.subarray(header.size);
    if (body.length < payloadNonceBytes) throw tampered("It ends before its payload.");
    const nonce = body.slice(0, payloadNonceBytes);
    const payload = prepend(body.subarray(payloadNonceBytes), source);
    const plaintext = openPayload(payload, { fileKey, nonce, aead });
    return streamOf(unpadded(plaintext, attachment.size, onProgress));
  } catch (cause) {
    // Nobody will read on: let go of the connection or file behind it.
    await source.return();
    throw cause;
  }
}

/** Passes ciphertext on and compares length and hash at its end, which the reader reaches before the last chunk is opened. */
async function* checked(
  chunks: AsyncGenerator<Bytes, void, void>,
  { hash, sealedSize }: SealedAttachment,
): AsyncGenerator<Bytes, void, void> {
  const digest = createSha256();
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > sealedSize) throw tampered("It is longer than the record says.");
    digest.update(chunk);
    yield chunk;
  }
  if (size < sealedSize) throw tampered("It is shorter than the record says.");
  if (toHex(digest.digest()) !== hash) throw tampered("Its hash is not the one in the record.");
}

async function readHeader(source: AsyncGenerator<Bytes, void, void>) {
  let head = new Uint8Array();
  // All of the little that a header takes, or all there is.
  while (head.length < headerLimit) {
    const { done, value } = await source.next();
    if (done) break;
    head = concat(head, value);
  }
  const header = parseHeader(head.subarray(0, headerLimit));
  if (header.stanzas.length !== 1) throw tampered("It has not exactly one recipient.");
  return { head, header };
}

async function unwrap(...parameters: Parameters<typeof unwrapFileKey>): Promise<Uint8Array> {
  try {
    return await unwrapFileKey(...parameters);
  } catch (cause) {
    // The key came from the record, so it fits or the file is another.
    if (cause instanceof NotARecipientError)
      throw tampered("It does not open with the key in the record.", cause);
    throw cause;
  }
}

async function* prepend(
  head: Bytes,
  rest: AsyncGenerator<Bytes, void, void>,
): AsyncGenerator<Bytes, void, void> {
  if (head.length > 0) yield head;
  yield* rest;
}

async function* unpadded(
  plaintext: AsyncGenerator<Bytes, void, void>,
  size: number,
  onProgress: ((bytes: number) => void) | undefined,
): AsyncGenerator<Bytes, void, void> {
  let seen = 0;
  for await (const chunk of plaintext) {
    const kept = Math.max(0, Math.min(chunk.length, size - seen));
    if (chunk.subarray(kept).some((byte) => byte !== 0)) throw tampered("The padding is not empty.");
    seen += chunk.length;
    if (kept === 0) continue;
    yield chunk.subarray(0, kept);
    onProgress?.(Math.min(seen, size));
  }
  if (seen !== padme(size)) throw tampered("Its length is not that of the file.");
}

function tampered(reason: string, cause?: unknown): RecordTamperedError {
  return new RecordTamperedError({ part: "attachment", reason, cause });
}
