import { randomBytes } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { ApiProblemError, deleteRecord, getBlob, putBlob } from "@qti/sdk/records/client";
import { recordLimits } from "@qti/sdk/records/wire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { orphanGraceMs } from "../src/blobs/collector.ts";
import { uploadsAtOnce } from "../src/blobs/uploadsInFlight.ts";
import { type Person, problemOf, sha256, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService, webOrigin } from "./support/service.ts";

let service: Service;
let ada: Person;

beforeAll(async () => {
  service = await startService();
  ada = await (await signIn(service)).publish();
});
afterAll(() => service.stop());

const fileIn = (at: Service, region: string, hash: string) =>
  join(at.regionFolder(region), hash.slice(0, 2), hash.slice(2, 4), hash);

/** How many handles of this process lead to the files of a blob. */
const handlesOf = (hash: string) =>
  readdirSync("/proc/self/fd").filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).includes(hash);
    } catch {
      return false; // closed while we looked
    }
  }).length;

const incoming = (at: Service, region: string) => readdirSync(join(at.regionFolder(region), ".incoming"));

function put(
  person: Person,
  hash: string,
  bytes: Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) {
  return person.fetch(`/v1/blobs/${hash}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream", ...headers },
    body: bytes,
  });
}

async function bytesOf(response: Response): Promise<Buffer> {
  return Buffer.from(await response.arrayBuffer());
}

/** Changes one bit of a stored file. */
function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}

describe("an upload", () => {
  it("is in every region when it is acknowledged, readable by the service alone", async () => {
    const bytes = randomBytes(5_000);
    const hash = await ada.upload(bytes);
    for (const region of ["eu", "us"]) {
      const file = fileIn(service, region, hash);
      expect(readFileSync(file).equals(bytes)).toBe(true);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(incoming(service, region)).toEqual([]);
    }
  });

  it("of the same bytes again changes nothing", async () => {
    const bytes = randomBytes(5_000);
    const hash = await ada.upload(bytes);
    expect(await putBlob(ada.api, { hash, bytes })).toEqual({ hash, size: 5_000 });
    expect(await (await ada.fetch("/v1/usage")).json()).toMatchObject({ usedBytes: expect.any(Number) });
  });

  it("of the same bytes many times at once ends with the bytes", async () => {
    const bytes = randomBytes(300_000);
    const hash = sha256(bytes);
    const answers = await Promise.all(Array.from({ length: uploadsAtOnce }, () => put(ada, hash, bytes)));
    expect(answers.every((answer) => answer.status === 200)).toBe(true);
    expect((await bytesOf(await ada.fetch(`/v1/blobs/${hash}`))).equals(bytes)).toBe(true);
    expect(incoming(service, "eu")).toEqual([]);
  });

  it("may be empty", async () => {
    const hash = await ada.upload(new Uint8Array());
    const response = await ada.fetch(`/v1/blobs/${hash}`);
    expect(response.status).toBe(200);
    expect((await bytesOf(response)).length).toBe(0);
  });

  it("of other bytes than its hash says is refused, and nothing of it is kept", async () => {
    const hash = sha256(randomBytes(10));
    const problem = await problemOf(await put(ada, hash, randomBytes(100_000)));
    expect(problem).toMatchObject({ status: 422, code: "hash-mismatch" });
    for (const region of ["eu", "us"]) {
      expect(existsSync(fileIn(service, region, hash))).toBe(false);
      expect(incoming(service, region)).toEqual([]);
    }
    expect((await ada.fetch(`/v1/blobs/${hash}`)).status).toBe(404);
  });

  it("of another media type is refused", async () => {
    const bytes = randomBytes(10);
    for (const type of ["text/plain", "application/json", "multipart/form-data"]) {
      const response = await put(ada, sha256(bytes), bytes, { "content-type": type });
      expect(await problemOf(response)).toMatchObject({ status: 415, code: "unsupported-media-type" });
    }
  });

  it("that announces more than the limit is refused before it is read", async () => {
    const answer = await raw(service, {
      method: "PUT",
      path: `/v1/blobs/${"ab".repeat(32)}`,
      headers: {
        cookie: ada.cookie ?? "",
        "content-type": "application/octet-stream",
        "content-length": String(recordLimits.blobBytes + 1),
      },
      body: "x",
    });
    expect(answer.status).toBe(413);
    expect(JSON.parse(answer.body)).toMatchObject({ code: "too-large", limit: recordLimits.blobBytes });
  });

  it("that grows beyond the limit without announcing it is cut off, and nothing of it is kept", async () => {
    const own = await serviceForTest({ environment: { QTI_QUOTA_BYTES: String(10 ** 12) } });
    const person = await signIn(own);
    const hash = "cd".repeat(32);
    const chunk = new Uint8Array(4 * 1024 * 1024);
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += chunk.length;
        if (sent > recordLimits.blobBytes + 64 * 1024 * 1024) controller.close();
        else controller.enqueue(chunk);
      },
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body,
      duplex: "half",
    };
    const problem = await problemOf(await person.fetch(`/v1/blobs/${hash}`, init));
    expect(problem).toMatchObject({ status: 413, code: "too-large", limit: recordLimits.blobBytes });
    for (const region of ["eu", "us"]) {
      expect(existsSync(fileIn(own, region, hash))).toBe(false);
      expect(incoming(own, region)).toEqual([]);
    }
  });

  it("that breaks off leaves nothing behind", async () => {
    const own = await serviceForTest();
    const person = await signIn(own);
    const hash = "ef".repeat(32);
    const sending = request({
      port: own.port,
      host: "127.0.0.1",
      method: "PUT",
      path: `/v1/blobs/${hash}`,
      headers: {
        host: "localhost",
        origin: webOrigin,
        cookie: person.cookie ?? "",
        "content-type": "application/octet-stream",
        "content-length": "1000000",
      },
    });
    sending.on("error", () => undefined);
    sending.write(randomBytes(500_000));
    await until(() => incoming(own, "eu").length === 1);
    sending.destroy();
    await until(() => incoming(own, "eu").length === 0 && incoming(own, "us").length === 0);
    expect(existsSync(fileIn(own, "eu", hash))).toBe(false);
  });

  it.each([
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "AB".repeat(32),
    "ab",
    "%00".repeat(64),
    `${"ab".repeat(32)}%00`,
  ])("under the name %s is no address", async (name) => {
    const response = await ada.fetch(`/v1/blobs/${name}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: "x",
    });
    expect([404, 422]).toContain((await problemOf(response)).status);
  });
});

describe("a download", () => {
  it("comes as bytes that no browser interprets", async () => {
    const hash = await ada.upload(new Uint8Array(Buffer.from("<script>alert(1)</script>")));
    const { headers } = await ada.fetch(`/v1/blobs/${hash}`);
    expect(headers.get("content-type")).toBe("application/octet-stream");
    expect(headers.get("content-disposition")).toBe("attachment");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it.each([4_000, 3_000_000])("of %i bytes can be had in ranges", async (size) => {
    const bytes = randomBytes(size);
    const hash = await ada.upload(bytes);
    const range = async (value: string) => {
      const response = await ada.fetch(`/v1/blobs/${hash}`, { headers: { range: value } });
      return { response, body: await bytesOf(response) };
    };
    for (const [value, start, end] of [
      ["bytes=0-0", 0, 0],
      ["bytes=10-99", 10, 99],
      [`bytes=${size - 1}-`, size - 1, size - 1],
      ["bytes=1000-", 1000, size - 1],
      ["bytes=-500", size - 500, size - 1],
      [`bytes=-${size * 2}`, 0, size - 1],
      [`bytes=5-${size * 2}`, 5, size - 1],
    ] as const) {
      const { response, body } = await range(value);
      expect(response.status).toBe(206);
      expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end}/${size}`);
      expect(body.equals(bytes.subarray(start, end + 1))).toBe(true);
    }
    for (const value of ["bytes=0-1,5-6", "items=0-1", "bytes=9-3", "bytes=-", "bytes=a-b"]) {
      const { response, body } = await range(value);
      expect(response.status).toBe(200);
      expect(body.equals(bytes)).toBe(true);
    }
    for (const value of [`bytes=${size}-`, "bytes=-0"]) {
      const { response } = await range(value);
      expect(response.status).toBe(416);
      expect(response.headers.get("content-range")).toBe(`bytes */${size}`);
    }
  });

  it("is told apart from what the reader has by its entity tag", async () => {
    const hash = await ada.upload(randomBytes(100));
    const etag = (await ada.fetch(`/v1/blobs/${hash}`)).headers.get("etag") ?? "";
    expect((await ada.fetch(`/v1/blobs/${hash}`, { headers: { "if-none-match": etag } })).status).toBe(304);
    const partial = await ada.fetch(`/v1/blobs/${hash}`, {
      headers: { range: "bytes=0-9", "if-range": '"other"' },
    });
    expect(partial.status).toBe(200);
  });

  it("answers HEAD with the size and no body", async () => {
    const hash = await ada.upload(randomBytes(2_000_000));
    const response = await ada.fetch(`/v1/blobs/${hash}`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-length")).toBe("2000000");
    expect((await bytesOf(response)).length).toBe(0);
  });

  it("that the reader breaks off closes the file", async () => {
    const hash = await ada.upload(randomBytes(8_000_000));
    const controller = new AbortController();
    const response = await ada.fetch(`/v1/blobs/${hash}`, { signal: controller.signal });
    await response.body?.getReader().read();
    expect(handlesOf(hash)).toBeGreaterThan(0);
    controller.abort();
    await until(() => handlesOf(hash) === 0);
  });
});

describe.each([3_000, 2_500_000])("with %i bytes, a region", (size) => {
  it("that lies is passed over and gets the right bytes back", async () => {
    const bytes = randomBytes(size);
    const hash = await ada.upload(bytes);
    const file = fileIn(service, "eu", hash);
    damage(file);
    expect((await bytesOf(await ada.fetch(`/v1/blobs/${hash}`))).equals(bytes)).toBe(true);
    await service.bringRegionsUp();
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("that lies after it was believed is found out all the same", async () => {
    const bytes = randomBytes(size);
    const hash = await ada.upload(bytes);
    await bytesOf(await ada.fetch(`/v1/blobs/${hash}`));
    damage(fileIn(service, "eu", hash));
    const ranged = await ada.fetch(`/v1/blobs/${hash}`, { headers: { range: "bytes=0-99" } });
    expect((await bytesOf(ranged)).equals(bytes.subarray(0, 100))).toBe(true);
    expect((await bytesOf(await ada.fetch(`/v1/blobs/${hash}`))).equals(bytes)).toBe(true);
  });

  it("that truncated a file is passed over", async () => {
    const bytes = randomBytes(size);
    const hash = await ada.upload(bytes);
    writeFileSync(fileIn(service, "eu", hash), bytes.subarray(0, size - 1));
    expect((await bytesOf(await ada.fetch(`/v1/blobs/${hash}`))).equals(bytes)).toBe(true);
  });

  it("that lost a file gets it back", async () => {
    const bytes = randomBytes(size);
    const hash = await ada.upload(bytes);
    const file = fileIn(service, "eu", hash);
    rmSync(dirname(file), { recursive: true });
    expect((await bytesOf(await ada.fetch(`/v1/blobs/${hash}`))).equals(bytes)).toBe(true);
    await service.bringRegionsUp();
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it("none of which tells the truth delivers nothing, and says so", async () => {
    const bytes = randomBytes(size);
    const hash = await ada.upload(bytes);
    for (const region of ["eu", "us"]) damage(fileIn(service, region, hash));
    const problem = await problemOf(await ada.fetch(`/v1/blobs/${hash}`));
    expect(problem).toMatchObject({ status: 503, code: "blob-unavailable" });
    // Uploading it again heals it.
    await ada.upload(bytes);
    expect((await bytesOf(await ada.fetch(`/v1/blobs/${hash}`))).equals(bytes)).toBe(true);
  });
});

describe("a region that is gone as a whole", () => {
  it("stops nobody: records are read, written and deleted, and it is brought up when it is back", async () => {
    const own = await serviceForTest();
    const person = await (await signIn(own)).publish();
    const before = await person.write("before");
    const doomed = await person.write("doomed");
    const away = `${own.regionFolder("eu")}.away`;
    renameSync(own.regionFolder("eu"), away);

    expect(await person.read(before.id, person)).toBe("before");
    const during = await person.write("during");
    expect(await person.read(during.id, person)).toBe("during");
    await deleteRecord(person.api, { id: doomed.id, current: doomed });
    const health = await person.fetch("/v1/health");
    expect(health.status).toBe(200);
    expect(await health.json()).toMatchObject({
      status: "degraded",
      regions: { eu: { ok: false }, us: { ok: true } },
    });
    expect(existsSync(own.regionFolder("eu"))).toBe(false);
    expect((await own.bringRegionsUp()).failed).toBeGreaterThan(0);

    renameSync(away, own.regionFolder("eu"));
    own.clock.advance(60 * 60_000);
    expect((await own.bringRegionsUp()).failed).toBe(0);
    expect(existsSync(fileIn(own, "eu", during.payloadHash))).toBe(true);
    expect(existsSync(fileIn(own, "eu", doomed.payloadHash))).toBe(false);
    expect((await own.pool.query("select 1 from region_outbox")).rowCount).toBe(0);
  });

  it("and is owed a large blob leaves no file of another region open: one that is collected as garbage ends the process", async () => {
    const own = await serviceForTest();
    const person = await signIn(own);
    rmSync(own.regionFolder("us"), { recursive: true });
    const hash = await person.upload(randomBytes(2_000_000));
    own.clock.advance(60 * 60_000);
    expect(await own.bringRegionsUp()).toMatchObject({ failed: 1 });
    expect(handlesOf(hash)).toBe(0);
  });

  it("is what the strict quorum is for: with it no write is acknowledged", async () => {
    const own = await serviceForTest({ environment: { QTI_REGION_QUORUM: "2" } });
    const person = await signIn(own);
    rmSync(own.regionFolder("us"), { recursive: true });
    const bytes = randomBytes(1_000);
    const problem = await problemOf(await put(person, sha256(bytes), bytes));
    expect(problem).toMatchObject({ status: 503, code: "storage-unavailable" });
    expect((await person.fetch(`/v1/blobs/${sha256(bytes)}`)).status).toBe(404);
    expect((await person.fetch("/v1/health")).status).toBe(503);
  });

  it("with all the others refuses writes, and the service goes on", async () => {
    const own = await serviceForTest();
    const person = await signIn(own);
    for (const region of ["eu", "us"]) rmSync(own.regionFolder(region), { recursive: true });
    const bytes = randomBytes(1_000);
    expect(await problemOf(await put(person, sha256(bytes), bytes))).toMatchObject({
      code: "storage-unavailable",
    });
    expect((await person.fetch("/v1/session")).status).toBe(200);
    expect(await (await person.fetch("/v1/health")).json()).toMatchObject({ status: "down" });
  });
});

describe("a blob without a record", () => {
  it("is left alone for an hour and erased after it", async () => {
    const own = await serviceForTest();
    own.clock.stand();
    const person = await signIn(own);
    const hash = await person.upload(randomBytes(1_000));
    own.clock.advance(orphanGraceMs - 1_000);
    expect(await own.collect()).toEqual({ released: 0, erased: 0 });
    own.clock.advance(2_000);
    expect(await own.collect()).toEqual({ released: 1, erased: 1 });
    for (const region of ["eu", "us"]) expect(existsSync(fileIn(own, region, hash))).toBe(false);
    expect((await person.fetch(`/v1/blobs/${hash}`)).status).toBe(404);
    expect(await (await person.fetch("/v1/usage")).json()).toMatchObject({ usedBytes: 0 });
  });

  it("that is an upload which failed half way is erased too", async () => {
    const own = await serviceForTest();
    const person = await signIn(own);
    const hash = sha256(randomBytes(10));
    await put(person, hash, randomBytes(100));
    expect((await own.pool.query("select 1 from blobs")).rowCount).toBe(1);
    own.clock.advance(orphanGraceMs + 1_000);
    expect(await own.collect()).toEqual({ released: 0, erased: 1 });
    expect((await own.pool.query("select 1 from blobs")).rowCount).toBe(0);
  });

  it("any more, because the record has a new version, can still be fetched for an hour", async () => {
    const own = await serviceForTest();
    const person = await (await signIn(own)).publish();
    const first = await person.write("one");
    own.clock.advance(3 * orphanGraceMs);
    // Sessions outlive this; the upload of the first payload does not.
    const second = await person.rewrite(first, "two");
    await own.collect();
    expect((await person.fetch(`/v1/blobs/${first.payloadHash}`)).status).toBe(200);
    own.clock.advance(orphanGraceMs + 1_000);
    expect(await own.collect()).toEqual({ released: 1, erased: 1 });
    expect((await person.fetch(`/v1/blobs/${first.payloadHash}`)).status).toBe(404);
    expect(await person.read(second.id, person)).toBe("two");
  });

  it("is never one that a record is just being written with", async () => {
    const own = await serviceForTest();
    const person = await (await signIn(own)).publish();
    for (let round = 0; round < 5; round++) {
      const sealed = await person.seal(`round ${round}`);
      const hash = await person.upload(sealed.payload);
      own.clock.advance(orphanGraceMs + 1_000);
      const [stored] = await Promise.allSettled([
        person.json(
          "PUT",
          `/v1/records/${sealed.manifest.recordId}`,
          {
            space: "notes",
            version: 1,
            author: person.keys.public.fingerprint,
            header: Buffer.from(sealed.header).toString("base64"),
            payloadHash: sealed.payloadHash,
            manifestHash: sealed.manifestHash,
            attachments: [],
            readers: sealed.readers,
            leafSalt: sealed.leafSalt,
          },
          { "if-none-match": "*" },
        ),
        own.collect(),
      ]);
      if (stored.status === "rejected") throw stored.reason;
      // Either the record came first and has its bytes, or the collector did and the record was refused.
      if (stored.value.status === 201)
        expect((await getBlob(person.api, { hash })).size).toBe(sealed.payload.length);
      else expect(stored.value.status).toBe(422);
    }
  });
});

describe("somebody else", () => {
  it("who has the same bytes keeps them when the first one deletes", async () => {
    const own = await serviceForTest();
    const [one, two] = [await signIn(own), await signIn(own)];
    const bytes = randomBytes(1_000);
    const hash = await one.upload(bytes);
    await two.upload(bytes);
    await own.pool.query("delete from blob_holders where account = $1", [one.account]);
    own.clock.advance(1_000);
    await own.collect();
    expect((await getBlob(two.api, { hash })).size).toBe(1_000);
    await expect(getBlob(one.api, { hash })).rejects.toThrow(ApiProblemError);
  });
});

/** A request in which every header is what the test says. */
function raw(
  at: Service,
  options: { method: string; path: string; headers: Record<string, string>; body?: string },
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const { method, path, headers, body } = options;
    const sending = request(
      {
        host: "127.0.0.1",
        port: at.port,
        method,
        path,
        headers: { host: "localhost", origin: webOrigin, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
          sending.destroy();
        });
      },
    );
    sending.on("error", reject);
    if (body !== undefined) sending.write(body);
    else sending.end();
  });
}

/** Waits until something is so. */
async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { timeout: 10_000 }).toBe(true);
}
