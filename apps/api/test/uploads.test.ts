import { randomBytes } from "node:crypto";
import { createLogger } from "@qti/service/logger";
import { describe, expect, it } from "vitest";
import { BlobService, usedBytes } from "../src/blobs/blobService.ts";
import { orphanGraceMs } from "../src/blobs/collector.ts";
import { openRegions } from "../src/blobs/openRegions.ts";
import { Regions } from "../src/blobs/regions.ts";
import { uploadsAtOnce } from "../src/blobs/uploadsInFlight.ts";
import { ProblemError } from "../src/core/problem.ts";
import { sha256 } from "./support/person.ts";
import { serviceForTest } from "./support/service.ts";

const ada = `0x${"a".repeat(40)}` as const;
const ben = `0x${"b".repeat(40)}` as const;
const quotaBytes = 100_000;

/** The blobs of a service without HTTP before them, so that a test can hold an upload up in the middle. */
async function blobsForTest() {
  const service = await serviceForTest();
  const { db, clock, config, pool } = service;
  const log = createLogger("api", "silent");
  const regions = await openRegions({ ...config, regionQuorum: 1 }, log);
  const inAnotherProcess = (those: Regions = regions) =>
    new BlobService({ db, regions: those, clock, log, quotaBytes, onOwed: () => undefined });
  const blobs = inAnotherProcess();
  const letGo = (account: string, hash: string) =>
    pool.query("delete from blob_holders where account = $1 and hash = $2", [account, hash]);
  return { ...service, blobs, inAnotherProcess, regions, letGo };
}

type Blobs = Awaited<ReturnType<typeof blobsForTest>>;

/** An upload that stops half way until it is told to go on. */
async function slowUpload({ blobs }: Pick<Blobs, "blobs">, account: `0x${string}`, bytes: Uint8Array) {
  const half = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  async function* source(): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(0, bytes.length >> 1);
    half.resolve();
    await gate.promise;
    yield bytes.subarray(bytes.length >> 1);
  }
  const outcome = refusalOf(blobs.put(account, sha256(bytes), source(), bytes.length));
  await Promise.race([half.promise, outcome]);
  return { goOn: gate.resolve, outcome };
}

async function* at(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function upload({ blobs }: Pick<Blobs, "blobs">, account: `0x${string}`, bytes: Uint8Array) {
  return refusalOf(blobs.put(account, sha256(bytes), at(bytes), bytes.length));
}

/** The code of the refusal, or "kept". */
function refusalOf(putting: Promise<number>): Promise<string> {
  return putting.then(
    () => "kept",
    (error: unknown) => {
      if (error instanceof ProblemError) return error.code;
      throw error;
    },
  );
}

describe("the quota", () => {
  it("is not passed by letting go of a blob while it is uploaded a second time", async () => {
    const own = await blobsForTest();
    const first = randomBytes(90_000);
    expect(await upload(own, ada, first)).toBe("kept");
    const again = await slowUpload(own, ada, first);
    await own.letGo(ada, sha256(first));
    expect(await upload(own, ada, randomBytes(90_000))).toBe("kept");
    again.goOn();
    expect(await again.outcome).toBe("quota-exceeded");
    expect(await usedBytes(own.db, ada)).toBe(90_000);
    for (const region of own.regions.stores) expect(await region.head(sha256(first))).toBeUndefined();
  });

  it("counts what is under way, so that many uploads at once do not fill the disks", async () => {
    const own = await blobsForTest();
    const first = await slowUpload(own, ada, randomBytes(60_000));
    const second = randomBytes(60_000);
    expect(await upload(own, ada, second)).toBe("quota-exceeded");
    // Nor by not announcing them.
    expect(await refusalOf(own.blobs.put(ada, sha256(second), at(second), 0))).toBe("quota-exceeded");
    expect(await upload(own, ben, second)).toBe("kept");
    expect(await upload(own, ada, randomBytes(40_000))).toBe("kept");
    first.goOn();
    expect(await first.outcome).toBe("kept");
    expect(await usedBytes(own.db, ada)).toBe(100_000);
  });

  it("has the room again that an upload claimed which failed", async () => {
    const own = await blobsForTest();
    const bytes = randomBytes(90_000);
    const wrong = await refusalOf(own.blobs.put(ada, sha256(randomBytes(1)), at(bytes), bytes.length));
    expect(wrong).toBe("hash-mismatch");
    expect(await upload(own, ada, bytes)).toBe("kept");
  });

  it("that refuses bytes which are there already erases them at once, unless somebody else has them", async () => {
    const own = await blobsForTest();
    const [bytes, shared] = [randomBytes(60_000), randomBytes(60_000)];
    for (const one of [bytes, shared]) {
      if (one === shared) expect(await upload(own, ben, shared)).toBe("kept");
      const slow = await slowUpload(own, ada, one);
      // Another process, whose uploads this one does not see, takes the room meanwhile.
      const taken = randomBytes(90_000);
      expect(await upload({ blobs: own.inAnotherProcess() }, ada, taken)).toBe("kept");
      slow.goOn();
      expect(await slow.outcome).toBe("quota-exceeded");
      await own.letGo(ada, sha256(taken));
      await own.blobs.eraseUnreferenced([sha256(taken)]);
    }
    for (const region of own.regions.stores) {
      expect(await region.head(sha256(bytes))).toBeUndefined();
      expect(await region.head(sha256(shared))).toBe(60_000);
    }
    expect((await own.pool.query("select 1 from blobs")).rowCount).toBe(1);
  });
});

describe("one account", () => {
  it("has only so many uploads under way, and another one is not in its way", async () => {
    const own = await blobsForTest();
    const slow = [];
    for (let i = 0; i < uploadsAtOnce; i++) slow.push(await slowUpload(own, ada, randomBytes(100)));
    const bytes = randomBytes(100);
    await expect(own.blobs.put(ada, sha256(bytes), at(bytes), 100)).rejects.toMatchObject({
      code: "rate-limited",
      status: 429,
    });
    expect(await upload(own, ben, bytes)).toBe("kept");
    for (const one of slow) one.goOn();
    for (const one of slow) expect(await one.outcome).toBe("kept");
    expect(await upload(own, ada, bytes)).toBe("kept");
  });
});

describe("a failing upload", () => {
  it("under the hash of somebody else's bytes does not keep them from being erased", async () => {
    const own = await blobsForTest();
    const bytes = randomBytes(1_000);
    const hash = sha256(bytes);
    expect(await upload(own, ben, bytes)).toBe("kept");
    await own.letGo(ben, hash);
    for (let tries = 0; tries < 2; tries++) {
      own.clock.advance(orphanGraceMs / 2 + 1_000);
      expect(await refusalOf(own.blobs.put(ada, hash, at(randomBytes(1)), 1))).toBe("hash-mismatch");
    }
    expect(await own.collect()).toEqual({ released: 0, erased: 1 });
    for (const region of own.regions.stores) expect(await region.head(hash)).toBeUndefined();
  });

  it("is told from one whose bytes are right, which does", async () => {
    const own = await blobsForTest();
    const bytes = randomBytes(1_000);
    expect(await upload(own, ada, bytes)).toBe("kept");
    own.clock.advance(orphanGraceMs - 1_000);
    expect(await upload(own, ada, bytes)).toBe("kept");
    own.clock.advance(2_000);
    expect(await own.collect()).toEqual({ released: 0, erased: 0 });
  });
});

describe("an upload whose bytes are erased", () => {
  const hooked = (own: Blobs, afterPut: (hash: string) => Promise<unknown>) => {
    class Interrupted extends Regions {
      override async put(hash: string, source: AsyncIterable<Uint8Array>) {
        const written = await super.put(hash, source);
        await afterPut(hash);
        return written;
      }
    }
    return { blobs: own.inAnotherProcess(new Interrupted(own.regions.stores, 1)) };
  };

  it("after they lay there is not acknowledged, and is kept when it is repeated", async () => {
    const own = await blobsForTest();
    const bytes = randomBytes(1_000);
    expect(await upload(own, ada, bytes)).toBe("kept");
    const erasing = hooked(own, async (hash) => {
      await own.letGo(ada, hash);
      expect(await own.blobs.eraseUnreferenced([hash])).toBe(1);
    });
    expect(await upload(erasing, ada, bytes)).toBe("storage-unavailable");
    expect((await own.pool.query("select 1 from blob_holders")).rowCount).toBe(0);
    expect(await upload(own, ada, bytes)).toBe("kept");
    expect(await own.blobs.head(ada, sha256(bytes))).toBe(1_000);
  });

  it("before they lay there leaves none of them without a row", async () => {
    const own = await blobsForTest();
    const bytes = randomBytes(1_000);
    const slow = await slowUpload(own, ada, bytes);
    expect(await own.blobs.eraseUnreferenced([sha256(bytes)])).toBe(1);
    slow.goOn();
    expect(await slow.outcome).toBe("storage-unavailable");
    for (const region of own.regions.stores) expect(await region.head(sha256(bytes))).toBeUndefined();
  });

  it("is not acknowledged for the row of another upload that has only begun", async () => {
    const own = await blobsForTest();
    const bytes = randomBytes(1_000);
    const later: Awaited<ReturnType<typeof slowUpload>>[] = [];
    const erasing = hooked(own, async (hash) => {
      await own.blobs.eraseUnreferenced([hash]);
      later.push(await slowUpload(own, ben, bytes));
    });
    expect(await upload(erasing, ada, bytes)).toBe("storage-unavailable");
    expect((await own.pool.query("select 1 from blobs where stored_at is not null")).rowCount).toBe(0);
    for (const one of later) {
      one.goOn();
      expect(await one.outcome).toBe("kept");
    }
    expect(await own.blobs.head(ben, sha256(bytes))).toBe(1_000);
  });
});
