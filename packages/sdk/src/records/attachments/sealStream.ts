import { buildHeader, fileKeyBytes } from "../age/fileKey.ts";
import { payloadNonceBytes, sealPayload } from "../age/payload.ts";
import { type Bytes, randomBytes, toHex } from "../bytes.ts";
import { cryptography } from "../crypto/cryptography.ts";
import { createSha256 } from "../crypto/sha256.ts";
import { type Cryptography, seedBytes } from "../crypto/types.ts";
import { AttachmentTooLargeError, RecordsAbortedError } from "../errors.ts";
import { encodeIdentity } from "../keys/recipient.ts";
import { padme } from "../padding.ts";
import type { SealedAttachment } from "../record/manifestSchema.ts";
import { recordLimits } from "../wire.ts";
import { chunksOf, streamOf } from "./streams.ts";

export type SealStreamParameters = {
  stream: ReadableStream<Uint8Array>;
  name: string;
  mediaType?: string | undefined;
  /** Most bytes that are taken. By default what the service takes. */
  maxBytes?: number | undefined;
  /** Called with the number of bytes sealed so far. */
  onProgress?: ((bytes: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Which implementation; by default the fastest that proves itself. */
  using?: Cryptography | undefined;
};

export type SealedStream = {
  /** An age v1 file of its own, readable once. */
  ciphertext: ReadableStream<Bytes>;
  /** For the manifest of the record; known once `ciphertext` has been read to its end, rejected when that fails. */
  attachment: Promise<SealedAttachment>;
};

/**
 * Seals a file of any size while it passes, a few chunks in memory at a time. The file gets a key of its own, which then lies in
 * the manifest of its record: who can open the record can open the file, and sharing never touches it.
 *
 * @throws the stream errs with {@link AttachmentTooLargeError} or {@link RecordsAbortedError}
 */
export async function sealStream(parameters: SealStreamParameters): Promise<SealedStream> {
  const { stream, name, mediaType, maxBytes = recordLimits.attachmentBytes, onProgress, signal } = parameters;
  const { kem, aead } = parameters.using ?? (await cryptography());
  const seed = randomBytes(seedBytes);
  const fileKey = randomBytes(fileKeyBytes);
  const nonce = randomBytes(payloadNonceBytes);
  const recipient = await kem.importPublic((await kem.importSeed(seed)).publicKey);
  const header = await buildHeader(fileKey, [recipient]);

  let size = 0;
  async function* padded(): AsyncGenerator<Bytes, void, void> {
    for await (const chunk of chunksOf(stream, signal)) {
      size += chunk.length;
      if (size > maxBytes) throw new AttachmentTooLargeError({ size, limit: maxBytes });
      yield chunk;
      onProgress?.(size);
    }
    yield* zeros(padme(size) - size);
  }

  async function* file(): AsyncGenerator<Bytes, void, void> {
    yield header;
    yield nonce;
    yield* sealPayload(padded(), { fileKey, nonce, aead });
  }

  const { promise: attachment, resolve, reject } = Promise.withResolvers<SealedAttachment>();
  // Whoever reads the stream sees its error; not everyone waits for the attachment as well.
  attachment.catch(() => undefined);

  async function* hashed(): AsyncGenerator<Bytes, void, void> {
    const hash = createSha256();
    let sealedSize = 0;
    // Stays when the reader stops before the end: then there is no attachment.
    let failure: unknown = new RecordsAbortedError();
    try {
      for await (const chunk of file()) {
        hash.update(chunk);
        sealedSize += chunk.length;
        yield chunk;
      }
      failure = undefined;
      resolve({
        id: crypto.randomUUID(),
        name,
        mediaType: mediaType || "application/octet-stream",
        size,
        hash: toHex(hash.digest()),
        sealedSize,
        key: encodeIdentity(seed),
      });
    } catch (error) {
      failure = error;
      throw error;
    } finally {
      if (failure !== undefined) reject(failure);
    }
  }

  return { ciphertext: streamOf(hashed()), attachment };
}

const zeroChunk = new Uint8Array(64 * 1024);

async function* zeros(count: number): AsyncGenerator<Bytes, void, void> {
  for (let left = count; left > 0; left -= zeroChunk.length) {
    yield zeroChunk.subarray(0, Math.min(left, zeroChunk.length));
  }
}
