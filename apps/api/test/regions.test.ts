import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { BlobHashError, BlobRangeError, type BlobStore, resolveRange } from "../src/blobs/blobStore.ts";
import { fanOut } from "../src/blobs/fanOut.ts";
import { FolderBlobStore } from "../src/blobs/folderBlobStore.ts";
import { NoRegionError, QuorumError, Regions } from "../src/blobs/regions.ts";
import { sha256 } from "./support/person.ts";

class TestError extends Error {
  override name = "TestError";
}

async function* chunks(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* parts;
}

async function* failing(part: Uint8Array): AsyncGenerator<Uint8Array> {
  yield part;
  throw new TestError("the source broke");
}

async function collect(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of bytes) all.push(chunk);
  return Buffer.concat(all);
}

async function folderStore(name = "eu"): Promise<FolderBlobStore & { folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), "qti-region-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const store = new FolderBlobStore(name, folder);
  await store.open();
  return Object.assign(store, { folder });
}

describe("fanOut", () => {
  it("gives every reader every byte, whatever the chunks", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 }), async (parts) => {
        const results = await fanOut(chunks(...parts), [collect, collect, collect]);
        for (const result of results) {
          expect(result.status === "fulfilled" && result.value.equals(Buffer.concat(parts))).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("leaves a reader behind that fails, and does not wait for it", async () => {
    const broken = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
      for await (const _ of bytes) throw new TestError("full");
      return Buffer.alloc(0);
    };
    const parts = Array.from({ length: 10 }, () => randomBytes(10));
    const [first, second] = await fanOut(chunks(...parts), [broken, collect]);
    expect(first).toMatchObject({ status: "rejected", reason: expect.any(TestError) });
    expect(second).toMatchObject({ status: "fulfilled", value: Buffer.concat(parts) });
  });

  it("stops reading when every reader has failed", async () => {
    let read = 0;
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        read += 1;
        yield randomBytes(1);
      }
    };
    const broken = async (bytes: AsyncIterable<Uint8Array>): Promise<void> => {
      for await (const _ of bytes) throw new TestError("full");
    };
    const results = await fanOut(source(), [broken, broken]);
    expect(results.every((result) => result.status === "rejected")).toBe(true);
    expect(read).toBeLessThan(5);
  });

  it("fails every reader when the source fails", async () => {
    const seen: unknown[] = [];
    const reader = (bytes: AsyncIterable<Uint8Array>) =>
      collect(bytes).catch((error: unknown) => {
        seen.push(error);
        throw error;
      });
    await expect(fanOut(failing(randomBytes(3)), [reader, reader])).rejects.toThrow(TestError);
    expect(seen).toHaveLength(2);
  });

  it("keeps one chunk at a time: a slow reader slows the source", async () => {
    let given = 0;
    let taken = 0;
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (let index = 0; index < 20; index++) {
        given += 1;
        yield randomBytes(1);
      }
    };
    const slow = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
      for await (const _ of bytes) {
        await new Promise((resolve) => setImmediate(resolve));
        taken += 1;
        expect(given - taken).toBeLessThanOrEqual(1);
      }
      return Buffer.alloc(0);
    };
    await fanOut(source(), [slow, collect]);
    expect(taken).toBe(20);
  });
});

describe("ranges", () => {
  it("of nothing are empty, and any part of nothing lies outside", () => {
    expect(resolveRange(undefined, 0)).toEqual({ start: 0, end: -1 });
    expect(() => resolveRange({ start: 0 }, 0)).toThrow(BlobRangeError);
    expect(() => resolveRange({ suffix: 5 }, 0)).toThrow(BlobRangeError);
    expect(() => resolveRange({ suffix: 0 }, 5)).toThrow(BlobRangeError);
  });
});

describe("regions together", () => {
  it("name those that did not take a write", async () => {
    const [eu, us] = [await folderStore("eu"), await folderStore("us")];
    rmSync(us.folder, { recursive: true });
    const bytes = randomBytes(10);
    const { size, faults } = await new Regions([eu, us], 1).put(sha256(bytes), chunks(bytes));
    expect(size).toBe(10);
    expect(faults).toEqual([{ region: "us", hash: sha256(bytes), kind: "failed", code: "ENOENT" }]);
  });

  it("refuse a write that too few of them take", async () => {
    const [eu, us] = [await folderStore("eu"), await folderStore("us")];
    rmSync(us.folder, { recursive: true });
    const bytes = randomBytes(10);
    await expect(new Regions([eu, us], 2).put(sha256(bytes), chunks(bytes))).rejects.toThrow(QuorumError);
  });

  it("do not wait again for one that was silent: for a while it is read last, and owes what is written", async () => {
    const [eu, us] = [await folderStore("eu"), await folderStore("us")];
    let now = 0;
    let asked = 0;
    const silent = async () => {
      asked += 1;
      now += 20_000;
      throw Object.assign(new Error("it said nothing"), { code: "ETIMEDOUT" });
    };
    const mute: BlobStore = Object.create(eu, { get: { value: silent }, put: { value: silent } });
    const regions = new Regions([mute, us], 1, () => now);
    const bytes = randomBytes(10);
    const hash = sha256(bytes);
    const owed = (code: string) => ({ size: 10, faults: [{ region: "eu", hash, kind: "failed", code }] });
    expect(await regions.put(hash, chunks(bytes))).toEqual(owed("ETIMEDOUT"));
    expect(await regions.put(hash, chunks(bytes))).toEqual(owed("SILENT"));
    expect((await regions.get(hash)).faults).toEqual([]);
    expect(asked).toBe(1);

    now += 30_000;
    expect((await regions.get(hash)).faults).toMatchObject([{ region: "eu", code: "ETIMEDOUT" }]);
    expect(asked).toBe(2);
    // Where the others are not enough it is asked all the same.
    rmSync(us.folder, { recursive: true });
    await expect(regions.get(hash)).rejects.toThrow(NoRegionError);
    await expect(new Regions([mute, us], 2, () => now).put(hash, chunks(bytes))).rejects.toThrow(QuorumError);
    expect(asked).toBe(4);
  });

  it("hold no sender's slowness against a region: after one who broke off, or sent other bytes, all are written to", async () => {
    const stores = [await folderStore("eu"), await folderStore("us")];
    let now = 0;
    const regions = new Regions(stores, 1, () => now);
    const bytes = randomBytes(10);
    const slowly = async function* (last: () => Uint8Array) {
      yield bytes.subarray(0, 5);
      now += 60_000;
      yield last();
    };
    const broken = (): Uint8Array => {
      throw new TestError("the sender left");
    };
    await expect(regions.put(sha256(bytes), slowly(broken))).rejects.toThrow(TestError);
    expect((await regions.put(sha256(bytes), chunks(bytes))).faults).toEqual([]);
    const others = randomBytes(20);
    await expect(
      regions.put(
        sha256(others),
        slowly(() => bytes),
      ),
    ).rejects.toThrow(BlobHashError);
    expect((await regions.put(sha256(others), chunks(others))).faults).toEqual([]);
  });

  it("take one that refused at once as soon as it is back", async () => {
    const [eu, us] = [await folderStore("eu"), await folderStore("us")];
    let isDown = true;
    const put: BlobStore["put"] = async (hash, source) => {
      if (isDown) throw Object.assign(new Error("it is down"), { code: "ECONNREFUSED" });
      return us.put(hash, source);
    };
    const regions = new Regions([eu, Object.create(us, { put: { value: put } })], 1);
    const bytes = randomBytes(10);
    expect((await regions.put(sha256(bytes), chunks(bytes))).faults).toMatchObject([
      { code: "ECONNREFUSED" },
    ]);
    isDown = false;
    expect((await regions.put(sha256(bytes), chunks(bytes))).faults).toEqual([]);
  });

  it("call wrong bytes wrong, and not a fault of a region", async () => {
    const [eu, us] = [await folderStore("eu"), await folderStore("us")];
    const regions = new Regions([eu, us], 1);
    await expect(regions.put("ab".repeat(32), chunks(randomBytes(3)))).rejects.toThrow(BlobHashError);
    await expect(regions.get("ab".repeat(32))).rejects.toThrow(NoRegionError);
  });
});
