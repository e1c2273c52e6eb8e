import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  BlobDamagedError,
  BlobHashError,
  BlobMissingError,
  BlobNameError,
  BlobRangeError,
  type BlobReading,
  type BlobStore,
} from "../src/blobs/blobStore.ts";
import { FolderBlobStore } from "../src/blobs/folderBlobStore.ts";
import { BlobRegionError } from "../src/blobs/s3BlobStore.ts";
import { problemOf, sha256, signIn } from "./support/person.ts";
import { type S3Fault, s3Credentials, s3Server } from "./support/s3Server.ts";
import { serviceForTest } from "./support/service.ts";

class TestError extends Error {
  override name = "TestError";
}

async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

/** As bytes come from a socket. */
async function* inPieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function* failingAfter(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* inPieces(bytes);
  throw new TestError("the source broke");
}

async function bytesOf({ body }: BlobReading): Promise<Buffer> {
  if (body instanceof Uint8Array) return Buffer.from(body);
  const all: Uint8Array[] = [];
  for await (const chunk of body) all.push(chunk);
  return Buffer.concat(all);
}

/** A region, and what a test can see and do behind its back. */
type Kept = {
  store: BlobStore;
  file: (hash: string) => string;
  /** Names of everything that lies in the region, finished or not. */
  everything: () => string[];
  /** Takes away the whole of it, as a disk or a bucket is lost. */
  lose: () => void;
};

async function folderForTest(): Promise<Kept> {
  const folder = mkdtempSync(join(tmpdir(), "qti-region-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = new FolderBlobStore("eu", folder);
  await store.open();
  return {
    store,
    file: (hash) => join(folder, hash.slice(0, 2), hash.slice(2, 4), hash),
    everything: () =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name),
    lose: () => rmSync(folder, { recursive: true }),
  };
}

async function bucketForTest(): Promise<Kept> {
  const server = await s3Server();
  const store = server.store("eu");
  await store.open();
  return {
    store,
    file: server.file,
    everything: () => [...server.objects(), ...server.uploads()],
    lose: server.removeBucket,
  };
}

const stores = [
  ["a folder", folderForTest],
  ["a bucket", bucketForTest],
] as const;
/** Read at once, read through before it is delivered, and written in several parts. */
const sizes = [0, 1_000, 1_048_576, 1_048_577, 6_000_000];
const large = 6_000_000;

describe.each(stores)("%s as a region", (_, regionForTest) => {
  it.each(sizes)("keeps, reads, measures and forgets %i bytes", async (size) => {
    const { store, everything } = await regionForTest();
    const bytes = randomBytes(size);
    const hash = sha256(bytes);
    expect(await store.head(hash)).toBeUndefined();
    await expect(store.get(hash)).rejects.toThrow(BlobMissingError);
    expect(await store.put(hash, inPieces(bytes))).toBe(size);
    expect(await store.head(hash)).toBe(size);
    for (let time = 0; time < 2; time++) {
      const reading = await store.get(hash);
      expect(reading).toMatchObject({ size, start: 0, end: size - 1 });
      expect((await bytesOf(reading)).equals(bytes)).toBe(true);
    }
    expect(everything()).toEqual([hash]);
    await store.delete(hash);
    await store.delete(hash);
    expect(await store.head(hash)).toBeUndefined();
    await expect(store.get(hash)).rejects.toThrow(BlobMissingError);
    expect(everything()).toEqual([]);
  });

  it.each(["../escape", "", "AB".repeat(32), `${"ab".repeat(31)}/x`, `${"ab".repeat(32)}/../../x`])(
    "takes no name but a hash: %s",
    async (name) => {
      const { store } = await regionForTest();
      await expect(store.put(name, chunks())).rejects.toThrow(BlobNameError);
      await expect(store.get(name)).rejects.toThrow(BlobNameError);
      await expect(store.head(name)).rejects.toThrow(BlobNameError);
      await expect(store.delete(name)).rejects.toThrow(BlobNameError);
    },
  );

  it.each([10, large])("leaves nothing of %i bytes that have another hash", async (size) => {
    const { store, everything } = await regionForTest();
    await expect(store.put("ab".repeat(32), inPieces(randomBytes(size)))).rejects.toThrow(BlobHashError);
    expect(everything()).toEqual([]);
    expect(await store.head("ab".repeat(32))).toBeUndefined();
  });

  it.each([10, large])("leaves nothing when the source breaks after %i bytes", async (size) => {
    const { store, everything } = await regionForTest();
    const bytes = randomBytes(size);
    await expect(store.put(sha256(bytes), failingAfter(bytes))).rejects.toThrow(TestError);
    expect(everything()).toEqual([]);
  });

  it.each([10, large])("keeps its %i bytes when a second upload of them breaks off", async (size) => {
    const { store, everything } = await regionForTest();
    const bytes = randomBytes(size);
    const hash = sha256(bytes);
    await store.put(hash, inPieces(bytes));
    await expect(store.put(hash, failingAfter(bytes.subarray(0, size >> 1)))).rejects.toThrow(TestError);
    await expect(store.put(hash, inPieces(randomBytes(size)))).rejects.toThrow(BlobHashError);
    expect((await bytesOf(await store.get(hash))).equals(bytes)).toBe(true);
    expect(everything()).toEqual([hash]);
  });

  it("shows nothing of an upload under its hash before all of it is there", async () => {
    const { store } = await regionForTest();
    const bytes = randomBytes(large);
    const hash = sha256(bytes);
    const seen: (number | undefined)[] = [];
    async function* looking(): AsyncGenerator<Uint8Array> {
      for await (const piece of inPieces(bytes, 2_000_000)) {
        yield piece;
        seen.push(await store.head(hash));
      }
    }
    await store.put(hash, looking());
    expect(seen).toEqual([undefined, undefined, undefined]);
    expect(await store.head(hash)).toBe(large);
  });

  it.each([300, 1_100_000])("delivers exactly the range of %i bytes, for every range", async (size) => {
    const { store } = await regionForTest();
    const bytes = randomBytes(size);
    const hash = sha256(bytes);
    await store.put(hash, chunks(bytes));
    await fc.assert(
      fc.asyncProperty(fc.nat(size + 100), fc.nat(size + 100), async (start, end) => {
        const reading = store.get(hash, { start, end });
        if (start > Math.min(end, size - 1)) await expect(reading).rejects.toThrow(BlobRangeError);
        else expect((await bytesOf(await reading)).equals(bytes.subarray(start, end + 1))).toBe(true);
      }),
      { numRuns: 25 },
    );
    const suffix = await store.get(hash, { suffix: 7 });
    expect((await bytesOf(suffix)).equals(bytes.subarray(-7))).toBe(true);
    await expect(store.get(hash, { start: size })).rejects.toThrow(BlobRangeError);
  });

  it.each([1_000, large])("finds out that its %i bytes became others, were cut or emptied", async (size) => {
    const { store, file } = await regionForTest();
    const bytes = randomBytes(size);
    const hash = sha256(bytes);
    await store.put(hash, inPieces(bytes));
    await bytesOf(await store.get(hash));
    const wrong = Buffer.from(bytes);
    wrong[size >> 1] = (wrong[size >> 1] ?? 0) ^ 1;
    for (const lie of [wrong, bytes.subarray(0, size - 1), Buffer.concat([bytes, bytes]), Buffer.alloc(0)]) {
      writeFileSync(file(hash), lie);
      await expect(store.get(hash).then(bytesOf)).rejects.toThrow(BlobDamagedError);
      await expect(store.get(hash, { start: 0, end: 9 })).rejects.toThrow(BlobDamagedError);
    }
    // A second upload heals it.
    await store.put(hash, inPieces(bytes));
    expect((await bytesOf(await store.get(hash))).equals(bytes)).toBe(true);
  });

  it("takes the same bytes many times at once", async () => {
    const { store, everything } = await regionForTest();
    const bytes = randomBytes(200_000);
    const hash = sha256(bytes);
    await Promise.all(Array.from({ length: 10 }, () => store.put(hash, inPieces(bytes))));
    expect((await bytesOf(await store.get(hash))).equals(bytes)).toBe(true);
    expect(everything()).toEqual([hash]);
  });

  it("that is lost as a whole fails, and is neither made anew nor believed to have deleted or never had anything", async () => {
    const { store, lose } = await regionForTest();
    const hash = sha256(Buffer.from("x"));
    expect((await store.check()).freeBytes).toBeGreaterThan(0);
    lose();
    await expect(store.check()).rejects.toThrow();
    await expect(store.put(hash, chunks(Buffer.from("x")))).rejects.toThrow();
    await expect(store.delete(hash)).rejects.toThrow();
    await expect(store.check()).rejects.toThrow();
  });

  it("lets go of what a reader leaves", async () => {
    const { store } = await regionForTest();
    const bytes = randomBytes(large);
    const hash = sha256(bytes);
    await store.put(hash, inPieces(bytes));
    for (let reader = 0; reader < 5; reader++) {
      const { body } = await store.get(hash);
      if (body instanceof Uint8Array) throw new TestError("expected a stream");
      const reading = body.getReader();
      await reading.read();
      await reading.cancel();
    }
    expect((await bytesOf(await store.get(hash))).equals(bytes)).toBe(true);
  });
});

describe("a bucket", () => {
  const impatient = { connect: 500, silence: 500 };
  const always =
    (fault: S3Fault, method?: string) =>
    (request: { method?: string | undefined }): S3Fault | undefined =>
      method === undefined || request.method === method ? fault : undefined;

  it.each([100_000, large])("that breaks off an upload of %i bytes has nothing of it", async (size) => {
    const server = await s3Server();
    const store = server.store();
    const bytes = randomBytes(size);
    const hash = sha256(bytes);
    server.setWeather(always({ kind: "cut-upload", after: 50_000 }, "PUT"));
    await expect(store.put(hash, inPieces(bytes))).rejects.toThrow(BlobRegionError);
    server.setWeather(() => undefined);
    expect(await store.head(hash)).not.toBe(size);
    await expect(store.get(hash)).rejects.toThrow(BlobMissingError);
    await store.put(hash, inPieces(bytes));
    expect((await bytesOf(await store.get(hash))).equals(bytes)).toBe(true);
  });

  it.each([100_000, large])(
    "that breaks off a download of %i bytes fails, and never ends short",
    async (size) => {
      const server = await s3Server();
      const store = server.store();
      const bytes = randomBytes(size);
      const hash = sha256(bytes);
      await store.put(hash, inPieces(bytes));
      server.setWeather(always({ kind: "cut-download", after: 50_000 }, "GET"));
      await expect(store.get(hash).then(bytesOf)).rejects.toThrow(BlobRegionError);
      server.setWeather(() => undefined);
      const { body } = await store.get(hash);
      if (size === large && !(body instanceof Uint8Array)) {
        await body.cancel();
        // Verified by now: what is delivered from here on is cut in the middle.
        server.setWeather(always({ kind: "cut-download", after: 50_000 }, "GET"));
        await expect(store.get(hash).then(bytesOf)).rejects.toThrow(BlobRegionError);
        server.setWeather(() => undefined);
      }
      expect((await bytesOf(await store.get(hash))).equals(bytes)).toBe(true);
    },
  );

  it("whose bytes are others at the second look does not deliver the end of them", async () => {
    const server = await s3Server();
    const store = server.store();
    const bytes = randomBytes(large);
    const hash = sha256(bytes);
    await store.put(hash, inPieces(bytes));
    await bytesOf(await store.get(hash));
    const wrong = Buffer.from(bytes);
    wrong[0] = (wrong[0] ?? 0) ^ 1;
    // Size, entity tag and time of the object are as before: only the bytes tell.
    const file = server.file(hash);
    const { atime, mtime } = statSync(file);
    writeFileSync(file, wrong);
    utimesSync(file, atime, mtime);
    const reading = await store.get(hash);
    await expect(bytesOf(reading)).rejects.toThrow(BlobDamagedError);
    // It is not believed a second time.
    await expect(store.get(hash)).rejects.toThrow(BlobDamagedError);
  });

  it.each([
    ["SlowDown", 503],
    ["InternalError", 500],
    ["AccessDenied", 403],
  ])("that answers %s is a region that failed, whatever is asked", async (code, status) => {
    const server = await s3Server();
    const store = server.store();
    server.setWeather(always({ kind: "refuse", status, code }));
    const bytes = randomBytes(10);
    const hash = sha256(bytes);
    const answers = await Promise.allSettled([
      store.put(hash, chunks(bytes)),
      store.put(hash, inPieces(randomBytes(large))),
      store.get(hash),
      store.head(hash),
      store.delete(hash),
      store.check(),
    ]);
    for (const answer of answers)
      expect(answer).toMatchObject({ status: "rejected", reason: { name: "BlobRegionError", status } });
  });

  it("that has no room says so in the way of a full disk", async () => {
    const server = await s3Server();
    server.setWeather(always({ kind: "refuse", status: 507, code: "XMinioStorageFull" }, "PUT"));
    const bytes = randomBytes(10);
    await expect(server.store().put(sha256(bytes), chunks(bytes))).rejects.toMatchObject({ code: "EDQUOT" });
  });

  it("that says nothing is given up after its time", async () => {
    const server = await s3Server();
    const store = server.store("us", impatient);
    server.setWeather(always({ kind: "silent" }));
    const bytes = randomBytes(10);
    const hash = sha256(bytes);
    const asked = [store.put(hash, chunks(bytes)), store.get(hash), store.head(hash), store.delete(hash)];
    for (const result of await Promise.allSettled([...asked, store.check()])) {
      expect(result).toMatchObject({ status: "rejected", reason: { name: "BlobRegionError" } });
    }
  });

  it("that nobody listens for is a region that failed", async () => {
    const server = await s3Server();
    const store = server.store("us", impatient);
    await server.goAway();
    await expect(store.check()).rejects.toMatchObject({ code: "ECONNREFUSED" });
    await expect(store.head("ab".repeat(32))).rejects.toThrow(BlobRegionError);
  });

  it("that does not know the keys fails", async () => {
    const server = await s3Server();
    const store = server.store("us", undefined, { credentials: { ...s3Credentials, accessKeyId: "nobody" } });
    await expect(store.get("ab".repeat(32))).rejects.toMatchObject({ code: "InvalidAccessKeyId" });
    await expect(store.put(sha256(Buffer.from("x")), chunks(Buffer.from("x")))).rejects.toThrow(
      BlobRegionError,
    );
  });

  it("whose refusal repeats keys and what was signed is not quoted", async () => {
    const server = await s3Server();
    server.setWeather(always({ kind: "refuse", status: 403, code: "SignatureDoesNotMatch" }));
    const error = await server
      .store()
      .get("ab".repeat(32))
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(error).toMatchObject({ code: "SignatureDoesNotMatch", status: 403 });
    const told = inspect(error, { depth: 20, showHidden: true });
    for (const secret of ["AWS4-HMAC-SHA256", "StringToSign", s3Credentials.accessKeyId])
      expect(told).not.toContain(secret);
  });

  it("is not asked for what lies beside its prefix", async () => {
    const server = await s3Server();
    const bytes = randomBytes(10);
    const hash = sha256(bytes);
    await server.store().put(hash, chunks(bytes));
    expect(await server.store("us", undefined, { prefix: "others/" }).head(hash)).toBeUndefined();
    expect(existsSync(server.file(hash))).toBe(true);
  });
});

describe("a service whose regions are buckets", () => {
  it("keeps records, and reads past a region that lies, is cut or gone", async () => {
    const [eu, us] = [await s3Server(), await s3Server()];
    const service = await serviceForTest({
      environment: {
        QTI_REGIONS: `eu=${eu.place},us=${us.place}`,
        QTI_S3_KEYS: JSON.stringify({ eu: s3Credentials, us: s3Credentials }),
      },
    });
    const ada = await (await signIn(service)).publish();
    const row = await ada.write("kept in two buckets");
    const bytes = randomBytes(large);
    const hash = await ada.upload(bytes);
    const download = async () => Buffer.from(await (await ada.fetch(`/v1/blobs/${hash}`)).arrayBuffer());
    for (const server of [eu, us]) expect(server.objects().sort()).toEqual([hash, row.payloadHash].sort());
    expect(await ada.read(row.id, ada)).toBe("kept in two buckets");

    writeFileSync(eu.file(row.payloadHash), "lies");
    rmSync(eu.file(hash));
    expect(await ada.read(row.id, ada)).toBe("kept in two buckets");
    expect((await download()).equals(bytes)).toBe(true);
    expect(await service.bringRegionsUp()).toEqual({ done: 2, failed: 0 });
    expect(readFileSync(eu.file(hash)).equals(bytes)).toBe(true);

    eu.setWeather(() => ({ kind: "refuse", status: 503, code: "SlowDown" }));
    expect((await download()).equals(bytes)).toBe(true);
    const during = await ada.write("while a region is down");
    expect(await (await ada.fetch("/v1/health")).json()).toMatchObject({
      status: "degraded",
      regions: { eu: { ok: false }, us: { ok: true } },
    });
    us.setWeather(() => ({ kind: "refuse", status: 503, code: "SlowDown" }));
    const refused = await ada.fetch(`/v1/blobs/${sha256(Buffer.from("x"))}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: "x",
    });
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: "storage-unavailable" });
    for (const server of [eu, us]) server.setWeather(() => undefined);
    service.clock.advance(60 * 60_000);
    expect((await service.bringRegionsUp()).failed).toBe(0);
    for (const server of [eu, us]) expect(server.objects()).toContain(during.payloadHash);
    expect(service.logs.join()).not.toContain(s3Credentials.secretAccessKey);
  });
});
