import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { QtiError } from "../../errors/base.ts";
import { buildHeader } from "../age/fileKey.ts";
import { sealPayload } from "../age/payload.ts";
import { type Bytes, concat, own, randomBytes } from "../bytes.ts";
import { createSha256 } from "../crypto/sha256.ts";
import {
  AttachmentTooLargeError,
  ClassicalRecipientError,
  HeaderMalformedError,
  RecordsAbortedError,
  RecordTamperedError,
} from "../errors.ts";
import { encodeIdentity, encodeRecipient } from "../keys/recipient.ts";
import { padme } from "../padding.ts";
import type { SealedAttachment } from "../record/manifestSchema.ts";
import { flipped, implementations } from "../testing/people.ts";
import { openStream } from "./openStream.ts";
import { sealStream } from "./sealStream.ts";
import { chunksOf } from "./streams.ts";

/** Many bytes that no two calls share. */
function fileOf(size: number): Bytes {
  const seed = randomBytes(64);
  return new Uint8Array(size).map((_, i) => (seed[i % 64] ?? 0) ^ (i >> 6));
}

function streamed(bytes: Uint8Array, chunk = 64 * 1024): ReadableStream<Uint8Array> {
  let offset = 0;
  return new ReadableStream({
    pull(controller) {
      if (offset >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(offset, offset + chunk));
      offset += chunk;
    },
  });
}

function readAll(stream: ReadableStream<Uint8Array>): Promise<Bytes> {
  return collect(chunksOf(stream));
}

async function collect(source: AsyncGenerator<Bytes, void, void>): Promise<Bytes> {
  const chunks: Bytes[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return concat(...chunks);
}

async function sealed(bytes: Uint8Array, chunk?: number) {
  const { ciphertext, attachment } = await sealStream({ stream: streamed(bytes, chunk), name: "scan.pdf" });
  return { ciphertext: await readAll(ciphertext), attachment: await attachment };
}

async function opened(ciphertext: Uint8Array, attachment: SealedAttachment, chunk?: number) {
  return readAll(await openStream({ ciphertext: streamed(ciphertext, chunk), attachment }));
}

/** The attachment that would name this ciphertext, as only the author can write it. */
function naming(attachment: SealedAttachment, ciphertext: Uint8Array): SealedAttachment {
  const digest = createSha256();
  digest.update(ciphertext);
  const hash = Buffer.from(digest.digest()).toString("hex");
  return { ...attachment, hash, sealedSize: ciphertext.length };
}

describe("sealStream and openStream", () => {
  test("any bytes in any chunks come out as they went in", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 500 }),
        async (bytes, chunkIn, chunkOut) => {
          const { ciphertext, attachment } = await sealed(bytes, chunkIn);
          expect(attachment).toMatchObject({ size: bytes.length, sealedSize: ciphertext.length });
          expect(await opened(ciphertext, attachment, chunkOut)).toEqual(new Uint8Array(bytes));
        },
      ),
      { numRuns: 30 },
    );
  });

  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 1_000_000])("a file of %i bytes", async (size) => {
    const bytes = new Uint8Array(size).map((_, i) => i);
    const { ciphertext, attachment } = await sealed(bytes);
    expect(await opened(ciphertext, attachment)).toEqual(bytes);
  });

  test("files of similar size have ciphertexts of equal size", async () => {
    const [one, two] = await Promise.all([sealed(fileOf(100_100)), sealed(fileOf(100_300))]);
    expect(one.ciphertext.length).toBe(two.ciphertext.length);
  });

  test("each file has a key and an id of its own", async () => {
    const [one, two] = await Promise.all([sealed(randomBytes(9)), sealed(randomBytes(9))]);
    expect(one.attachment.key).not.toBe(two.attachment.key);
    expect(one.attachment.id).not.toBe(two.attachment.id);
  });

  test("any age tool opens it with the key from the record", async () => {
    const bytes = fileOf(200_000);
    const { ciphertext, attachment } = await sealed(bytes);
    const decrypter = new Decrypter();
    decrypter.addIdentity(attachment.key);
    const padded = await decrypter.decrypt(ciphertext);
    expect(padded.length).toBe(padme(bytes.length));
    expect(padded.slice(0, bytes.length)).toEqual(bytes);
  });

  test("what one implementation sealed the other opens", async () => {
    const { best, noble } = await implementations();
    for (const [writer, reader] of [
      [best, noble],
      [noble, best],
    ]) {
      const sealing = await sealStream({ stream: streamed(randomBytes(10)), name: "a", using: writer });
      const ciphertext = await readAll(sealing.ciphertext);
      const attachment = await sealing.attachment;
      const stream = await openStream({ ciphertext: streamed(ciphertext), attachment, using: reader });
      expect((await readAll(stream)).length).toBe(10);
    }
  });

  test("progress rises to the size of the file, on both ways", async () => {
    const bytes = fileOf(300_000);
    const seen: number[] = [];
    const sealing = await sealStream({
      stream: streamed(bytes),
      name: "a",
      onProgress: (done) => seen.push(done),
    });
    const ciphertext = await readAll(sealing.ciphertext);
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const read: number[] = [];
    const attachment = await sealing.attachment;
    await readAll(
      await openStream({
        ciphertext: streamed(ciphertext),
        attachment,
        onProgress: (done) => read.push(done),
      }),
    );
    expect(read.at(-1)).toBe(bytes.length);
  });

  test("a file of 64 MiB passes with a few chunks in memory, and waits for its reader", async () => {
    let given = 0;
    const chunk = new Uint8Array(64 * 1024);
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (given === 1024) return controller.close();
          given++;
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    );
    const { ciphertext } = await sealStream({ stream, name: "large" });
    let taken = 0;
    for await (const piece of chunksOf(ciphertext)) {
      taken += piece.length;
      expect(given * chunk.length - taken).toBeLessThan(2 * 1024 * 1024);
    }
    expect(taken).toBeGreaterThan(64 * 1024 * 1024);
  });
});

describe("limits and cancelling", () => {
  test("error: AttachmentTooLargeError as soon as the limit is passed; the source is let go", async () => {
    let cancelled = false;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array(1000)),
      cancel: () => {
        cancelled = true;
      },
    });
    const { ciphertext, attachment } = await sealStream({ stream, name: "endless", maxBytes: 100_000 });
    await expect(readAll(ciphertext)).rejects.toThrow(AttachmentTooLargeError);
    await expect(attachment).rejects.toThrow(AttachmentTooLargeError);
    expect(cancelled).toBe(true);
  });

  test("error: RecordsAbortedError when it is cancelled, even while the source is silent", async () => {
    const controller = new AbortController();
    const silent = new ReadableStream<Uint8Array>();
    const { ciphertext, attachment } = await sealStream({
      stream: silent,
      name: "a",
      signal: controller.signal,
    });
    const reading = readAll(ciphertext);
    controller.abort();
    await expect(reading).rejects.toThrow(RecordsAbortedError);
    await expect(attachment).rejects.toThrow(RecordsAbortedError);
  });

  test("error: RecordsAbortedError for an attachment whose ciphertext was not read to its end", async () => {
    const { ciphertext, attachment } = await sealStream({
      stream: streamed(fileOf(500_000)),
      name: "a",
    });
    const reader = ciphertext.getReader();
    await reader.read();
    await reader.cancel();
    await expect(attachment).rejects.toThrow(RecordsAbortedError);
  });

  test("an error of the source is the error of the stream", async () => {
    const failing = new ReadableStream<Uint8Array>({
      pull: () => {
        throw new RangeError("the disk is gone");
      },
    });
    const { ciphertext } = await sealStream({ stream: failing, name: "a" });
    await expect(readAll(ciphertext)).rejects.toThrow(RangeError);
  });

  test("error: RecordsAbortedError when opening is cancelled", async () => {
    const { ciphertext, attachment } = await sealed(fileOf(500_000));
    const controller = new AbortController();
    const stream = await openStream({
      ciphertext: streamed(ciphertext, 1000),
      attachment,
      signal: controller.signal,
    });
    controller.abort();
    await expect(readAll(stream)).rejects.toThrow(RecordsAbortedError);
  });
});

describe("a file that was touched is refused", () => {
  const size = 150_000;

  test("error: RecordTamperedError at any byte behind the header, one of ours at any byte of it", async () => {
    const { ciphertext, attachment } = await sealed(fileOf(size));
    const positions = [
      ...Array.from({ length: 30 }, (_, i) => i * 55),
      ...[1650, 70_000, ciphertext.length - 1],
    ];
    for (const position of positions) {
      const touched = flipped(ciphertext, position);
      const error = await opened(touched, attachment).catch((e: unknown) => e);
      expect(error, `byte ${position}`).toBeInstanceOf(QtiError);
      if (position > 1627) expect(error).toBeInstanceOf(RecordTamperedError);
      // Even if the record named exactly these bytes, they would not open.
      const named = await opened(touched, naming(attachment, touched)).catch((e: unknown) => e);
      expect(named, `byte ${position}`).toBeInstanceOf(QtiError);
    }
  });

  test.each([1, 17, 65_552, 100_000, 151_000])(
    "error: RecordTamperedError when %i bytes are cut off",
    async (cut) => {
      const { ciphertext, attachment } = await sealed(fileOf(size));
      const short = ciphertext.slice(0, -cut);
      await expect(opened(short, attachment)).rejects.toThrow(RecordTamperedError);
      await expect(opened(short, naming(attachment, short))).rejects.toThrow(RecordTamperedError);
    },
  );

  test("error: RecordTamperedError when chunks are swapped or bytes are added", async () => {
    const { ciphertext, attachment } = await sealed(fileOf(size));
    const first = 1627 + 16;
    const chunk = 65_536 + 16;
    const [head, one, two, rest] = [
      ciphertext.slice(0, first),
      ciphertext.slice(first, first + chunk),
      ciphertext.slice(first + chunk, first + 2 * chunk),
      ciphertext.slice(first + 2 * chunk),
    ];
    for (const wrong of [
      concat(head, two, one, rest),
      concat(head, two, rest),
      concat(ciphertext, Uint8Array.of(0)),
    ]) {
      await expect(opened(wrong, attachment)).rejects.toThrow(RecordTamperedError);
      await expect(opened(wrong, naming(attachment, wrong))).rejects.toThrow(RecordTamperedError);
    }
  });

  test("error: RecordTamperedError for another file, even under the same key", async () => {
    const [one, two] = await Promise.all([sealed(fileOf(size)), sealed(fileOf(size))]);
    await expect(opened(two.ciphertext, one.attachment)).rejects.toThrow(RecordTamperedError);
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(one.attachment.key));
    const other = own(await encrypter.encrypt(new Uint8Array(padme(size))));
    expect(other.length).toBe(one.ciphertext.length);
    await expect(opened(other, one.attachment)).rejects.toThrow(RecordTamperedError);
  });

  test("the last chunk of a file is never given out when its hash is wrong", async () => {
    const { ciphertext, attachment } = await sealed(fileOf(100_000));
    const stream = await openStream({
      ciphertext: streamed(ciphertext),
      attachment: { ...attachment, hash: "0".repeat(64) },
    });
    let given = 0;
    const reading = (async () => {
      for await (const chunk of chunksOf(stream)) given += chunk.length;
    })();
    await expect(reading).rejects.toThrow(RecordTamperedError);
    expect(given).toBeLessThanOrEqual(65_536);
  });

  test("error: RecordTamperedError for a size, a padding or a key that do not fit", async () => {
    const { ciphertext, attachment } = await sealed(fileOf(1000));
    for (const change of [
      { size: 5000 },
      { size: 10 },
      { key: encodeIdentity(randomBytes(32)) },
      { key: "AGE-SECRET-KEY-1QQQ" },
    ]) {
      await expect(opened(ciphertext, { ...attachment, ...change })).rejects.toThrow(RecordTamperedError);
    }
  });

  test("error: ClassicalRecipientError for a file with an X25519 stanza, HeaderMalformedError for none", async () => {
    const { attachment } = await sealed(randomBytes(10));
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(attachment.key));
    encrypter.addRecipient(await identityToRecipient(await generateX25519Identity()));
    const mixed = own(await encrypter.encrypt("text"));
    await expect(opened(mixed, naming(attachment, mixed))).rejects.toThrow(ClassicalRecipientError);
    const none = randomBytes(3000);
    await expect(opened(none, naming(attachment, none))).rejects.toThrow(HeaderMalformedError);
    await expect(opened(new Uint8Array(), naming(attachment, new Uint8Array()))).rejects.toThrow(QtiError);
  });

  test("error: RecordTamperedError for a file with a second recipient", async () => {
    const { attachment } = await sealed(randomBytes(10));
    const { noble } = await implementations();
    const encrypter = new Encrypter();
    encrypter.addRecipient(await identityToRecipient(attachment.key));
    encrypter.addRecipient(encodeRecipient((await noble.kem.importSeed(randomBytes(32))).publicKey));
    const shared = own(await encrypter.encrypt(new Uint8Array(10)));
    await expect(opened(shared, naming(attachment, shared))).rejects.toThrow(RecordTamperedError);
  });
});

describe("the payload of age", () => {
  const sizes = [0, 1, 65_535, 65_536, 65_537, 200_000, 262_144];

  test.each(sizes)(
    "of %i bytes is what stock typage makes and reads, whichever implementation sealed it",
    async (size) => {
      const { best, noble } = await implementations();
      const bytes = fileOf(size);
      const fileKey = randomBytes(16);
      const nonce = randomBytes(16);
      const files = await Promise.all(
        [best, noble].map(({ aead }) =>
          collect(sealPayload(chunksOf(streamed(bytes)), { fileKey, nonce, aead })),
        ),
      );
      expect(files[0]).toEqual(files[1]);
      const decrypter = new Decrypter();
      decrypter.addIdentity({ unwrapFileKey: () => fileKey });
      const recipient = await best.kem.importPublic((await best.kem.importSeed(randomBytes(32))).publicKey);
      const header = await buildHeader(fileKey, [recipient]);
      expect(await decrypter.decrypt(concat(header, nonce, ...files.slice(0, 1)))).toEqual(bytes);
    },
  );

  test("an error of the source stays itself: a broken line is no tampering", async () => {
    const { attachment, ciphertext } = await sealed(fileOf(300_000));
    let given = 0;
    const breaking = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (given > 100_000) throw new TypeError("network error");
        controller.enqueue(ciphertext.slice(given, given + 20_000));
        given += 20_000;
      },
    });
    await expect(readAll(await openStream({ ciphertext: breaking, attachment }))).rejects.toThrow(TypeError);
  });
});
