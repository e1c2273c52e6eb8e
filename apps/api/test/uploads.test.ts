import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { BlobService, usedBytes } from "../src/blobs/blobService.ts";
import { FolderBlobStore } from "../src/blobs/folderBlobStore.ts";
import { Regions } from "../src/blobs/regions.ts";
import { createLogger } from "../src/core/logger.ts";
import { ProblemError } from "../src/core/problem.ts";
import { sha256 } from "./support/person.ts";
import { serviceForTest } from "./support/service.ts";

const ada = `0x${"a".repeat(40)}` as const;
const quotaBytes = 100_000;

/** The blobs of a service without HTTP before them, so that a test can hold an upload up in the middle. */
async function blobsForTest() {
  const service = await serviceForTest();
  const { db, clock, config, pool } = service;
  const stores = config.regions.map(({ name, folder }) => new FolderBlobStore(name, folder));
  const regions = new Regions(stores, 1);
  const blobs = new BlobService({
    db,
    regions,
    clock,
    log: createLogger("silent"),
    quotaBytes,
    onOwed: () => undefined,
  });
  const letGo = async (account: string, hash: string) => {
    await pool.query("delete from blob_holders where account = $1 and hash = $2", [account, hash]);
    await blobs.eraseUnreferenced([hash]);
  };
  return { ...service, blobs, regions, letGo };
}

type Blobs = Awaited<ReturnType<typeof blobsForTest>>;

/** An upload that stops half way until it is told to go on. */
async function slowUpload({ blobs }: Pick<Blobs, "blobs">, account: typeof ada, bytes: Uint8Array) {
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

function upload({ blobs }: Pick<Blobs, "blobs">, account: typeof ada, bytes: Uint8Array) {
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
  });
});
