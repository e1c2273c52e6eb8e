/**
 * The payload of an age v1 file as a stream: a nonce, then chunks of 64 KiB, each sealed under its number and whether it is the
 * last. https://c2sp.org/age#payload
 *
 * The same bytes that typage makes and reads, but with the platform's ChaCha20-Poly1305 where there is one, a few chunks at a time.
 */
import { hkdf } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { inPieces } from "../attachments/streams.ts";
import { type Bytes, utf8 } from "../bytes.ts";
import type { Aead, AeadKey } from "../crypto/types.ts";
import { RecordTamperedError } from "../errors.ts";

export const payloadNonceBytes = 16;
const chunkBytes = 64 * 1024;
const tagBytes = 16;
/** Chunks under way at once: enough to keep a second core busy, few enough to be no burden. */
const ahead = 4;

/** The sealed chunks, without the nonce in front. */
export async function* sealPayload(
  plaintext: AsyncGenerator<Bytes, void, void>,
  { fileKey, nonce, aead }: { fileKey: Uint8Array; nonce: Uint8Array; aead: Aead },
): AsyncGenerator<Bytes, void, void> {
  const key = await payloadKey(aead, fileKey, nonce);
  yield* numbered(inPieces(plaintext, chunkBytes), (chunk, number) => key.encrypt(number, chunk));
}

/**
 * The opened chunks.
 *
 * @throws {@link RecordTamperedError} one is not authentic, not the next, or not the last
 */
export async function* openPayload(
  ciphertext: AsyncGenerator<Bytes, void, void>,
  { fileKey, nonce, aead }: { fileKey: Uint8Array; nonce: Uint8Array; aead: Aead },
): AsyncGenerator<Bytes, void, void> {
  const key = await payloadKey(aead, fileKey, nonce);
  yield* numbered(inPieces(ciphertext, chunkBytes + tagBytes), async (chunk, number) => {
    if (chunk.length === tagBytes && !isFirst(number)) throw tampered("Its last chunk is empty.");
    // Neither implementation has a class for this; nothing else can fail here.
    return key.decrypt(number, chunk).catch((cause: unknown) => {
      throw tampered("It does not decrypt.", cause);
    });
  });
}

function tampered(reason: string, cause?: unknown): RecordTamperedError {
  return new RecordTamperedError({ part: "attachment", reason, cause });
}

function payloadKey(aead: Aead, fileKey: Uint8Array, nonce: Uint8Array): Promise<AeadKey> {
  return aead.importKey(hkdf(sha256, fileKey, nonce, utf8("payload"), 32));
}

/** Works on chunks in advance, and gives the results in their order. The last is known only when none follows. */
async function* numbered(
  chunks: AsyncGenerator<Bytes, void, void>,
  work: (chunk: Bytes, number: Bytes) => Promise<Bytes>,
): AsyncGenerator<Bytes, void, void> {
  const underWay: Promise<Bytes>[] = [];
  const start = (chunk: Bytes, index: number, last: boolean) => {
    const result = work(chunk, chunkNumber(index, last));
    // Awaited in its turn; until then a failure is not unheard.
    result.catch(() => undefined);
    underWay.push(result);
  };
  let index = 0;
  let held: Bytes | undefined;
  for await (const chunk of chunks) {
    if (held !== undefined) start(held, index++, false);
    held = chunk;
    if (underWay.length <= ahead) continue;
    const first = underWay.shift();
    if (first !== undefined) yield await first;
  }
  start(held ?? new Uint8Array(), index, true);
  for (const result of underWay) yield await result;
}

/** Eleven bytes of counter, big-endian, and one that says whether this chunk is the last. */
function chunkNumber(index: number, last: boolean): Bytes {
  const number = new Uint8Array(12);
  const view = new DataView(number.buffer);
  view.setUint32(3, Math.floor(index / 2 ** 32));
  view.setUint32(7, index % 2 ** 32);
  number[11] = last ? 1 : 0;
  return number;
}

function isFirst(number: Uint8Array): boolean {
  return number.subarray(0, 11).every((byte) => byte === 0);
}
