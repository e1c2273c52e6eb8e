import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deleteRecord } from "@qti/sdk/records/client";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashesOf, leafOf, rootOf } from "../src/blobs/regionTree.ts";
import { filesBelow } from "./support/everyByte.ts";
import { type Person, sha256, signIn } from "./support/person.ts";
import { s3Credentials, s3Server } from "./support/s3Server.ts";
import { type Service, serviceForTest } from "./support/service.ts";

const fileIn = (at: Service, region: string, hash: string) =>
  join(at.regionFolder(region), hash.slice(0, 2), hash.slice(2, 4), hash);

async function withPerson(environment: Record<string, string> = {}) {
  const service = await serviceForTest({ environment });
  return { service, ada: await (await signIn(service)).publish() };
}

/** Looks through the regions and brings them up until nothing is found any more; answers with what was found. */
async function heal(service: Service): Promise<number> {
  let all = 0;
  for (let turn = 0; turn < 5; turn++) {
    const { found } = (await service.lookThroughRegions()) ?? { found: 0 };
    all += found;
    service.clock.advance(2 * 60 * 60_000);
    expect((await service.bringRegionsUp()).failed).toBe(0);
  }
  expect(await service.lookThroughRegions()).toEqual({ found: 0 });
  expect((await service.pool.query("select 1 from region_outbox")).rowCount).toBe(0);
  return all;
}

/** Every blob that ought to be there is, in each region, and nothing else but the region's own tree. */
async function expectWhole(service: Service, regions = ["eu", "us"]): Promise<void> {
  const { rows } = await service.pool.query<{ hash: string }>("select hash from blobs");
  for (const region of regions) {
    const nodes = await service.pool.query<{ node: string }>(
      "select node from region_leaves where region = $1 union select root from region_trees where region = $1 and root is not null",
      [region],
    );
    const files = filesBelow(service.regionFolder(region)).map(({ name }) => name.slice(-64));
    const ought = [...rows.map(({ hash }) => hash), ...nodes.rows.map(({ node }) => node)];
    expect(files.sort()).toEqual(ought.sort());
    for (const hash of ought) expect(sha256(readFileSync(fileIn(service, region, hash)))).toBe(hash);
  }
}

async function uploads(ada: Person, count: number): Promise<string[]> {
  const hashes: string[] = [];
  for (let each = 0; each < count; each++) hashes.push(await ada.upload(randomBytes(100 + each)));
  return hashes;
}

describe("a region's tree", () => {
  it("has the leaves and the root that the database computes, whatever the order", async () => {
    const { service, ada } = await withPerson();
    const hashes = await uploads(ada, 30);
    await service.lookThroughRegions();
    const byPrefix = Map.groupBy(hashes.toReversed(), (hash) => hash.slice(0, 2));
    const leaves = new Map([...byPrefix].map(([prefix, some]) => [prefix, leafOf(some).hash]));
    const { rows } = await service.pool.query<{ prefix: string; node: string }>(
      "select prefix, node from region_leaves where region = 'eu'",
    );
    expect(new Map(rows.map(({ prefix, node }) => [prefix, node]))).toEqual(leaves);
    const trees = await service.pool.query<{ root: string }>("select root from region_trees");
    const root = rootOf(leaves).hash;
    expect(trees.rows.map((tree) => tree.root)).toEqual([root, root]);
    await expectWhole(service);
  });

  it("gives back the hashes of a leaf in order", () => {
    const hash = fc
      .uint8Array({ minLength: 32, maxLength: 32 })
      .map((bytes) => Buffer.from(bytes).toString("hex"));
    fc.assert(
      fc.property(fc.uniqueArray(hash), (hashes) => {
        expect(hashesOf(leafOf(hashes).bytes)).toEqual([...hashes].sort());
      }),
    );
  });
});

describe("a region", () => {
  it("that is what it ought to be is asked for its root, and for what came since", async () => {
    const { service, ada } = await withPerson();
    await uploads(ada, 20);
    expect(await heal(service)).toBe(0);
    await uploads(ada, 5);
    expect(await heal(service)).toBe(0);
    await expectWhole(service);
  });

  it("that comes back empty is filled again, and health tells how far it is", async () => {
    const { service, ada } = await withPerson();
    const record = await ada.write("kept");
    const hashes = [record.payloadHash, ...(await uploads(ada, 20))];
    await service.lookThroughRegions();
    const health = async () =>
      ((await (await ada.fetch("/v1/health")).json()) as { regions: object }).regions;
    expect(await health()).toMatchObject({ eu: { owed: 0, wholeAt: expect.any(String) } });
    rmSync(service.regionFolder("eu"), { recursive: true });
    mkdirSync(join(service.regionFolder("eu"), ".incoming"), { recursive: true });

    expect(await service.lookThroughRegions()).toEqual({ found: hashes.length });
    expect(await health()).toMatchObject({
      eu: { owed: hashes.length, wholeAt: null },
      us: { owed: 0, wholeAt: expect.any(String) },
    });
    expect(service.logs.join()).toContain("a region is not what it was");
    await heal(service);
    await expectWhole(service);
    expect(await health()).toMatchObject({ eu: { owed: 0, wholeAt: expect.any(String) } });
    rmSync(service.regionFolder("us"), { recursive: true });
    expect(await ada.read(record.id, ada)).toBe("kept");
  });

  it("that comes back as an old copy gets what it missed, and what was erased meanwhile is erased again", async () => {
    const { service, ada } = await withPerson();
    const doomed = await ada.write("erased while the copy lay there");
    await uploads(ada, 10);
    await heal(service);
    const copy = join(service.folder, "copy");
    cpSync(service.regionFolder("eu"), copy, { recursive: true });
    const late = await ada.write("after the copy");
    await deleteRecord(ada.api, { id: doomed.id, current: doomed });
    await heal(service);

    rmSync(service.regionFolder("eu"), { recursive: true });
    cpSync(copy, service.regionFolder("eu"), { recursive: true });
    expect(existsSync(fileIn(service, "eu", doomed.payloadHash))).toBe(true);
    expect(await heal(service)).toBe(1);
    expect(existsSync(fileIn(service, "eu", doomed.payloadHash))).toBe(false);
    expect(existsSync(fileIn(service, "eu", late.payloadHash))).toBe(true);
    await expectWhole(service);
  });

  it("that slept through an erasure it is still believed to have done is told again", async () => {
    const { service, ada } = await withPerson();
    const record = await ada.write("erased");
    const bytes = readFileSync(fileIn(service, "eu", record.payloadHash));
    await heal(service);
    await deleteRecord(ada.api, { id: record.id, current: record });
    // Put back by somebody.
    mkdirSync(join(fileIn(service, "eu", record.payloadHash), ".."), { recursive: true });
    writeFileSync(fileIn(service, "eu", record.payloadHash), bytes);
    await heal(service);
    await expectWhole(service);
  });

  it.each([
    ["changed", (bytes: Buffer) => Buffer.concat([Buffer.of((bytes[0] ?? 0) ^ 1), bytes.subarray(1)])],
    ["cut", (bytes: Buffer) => bytes.subarray(0, -1)],
    ["emptied", () => Buffer.alloc(0)],
    ["lost", () => undefined],
  ])("that %s a blob without a word is found out by reading, small or large", async (_, lie) => {
    const { service, ada } = await withPerson();
    await uploads(ada, 3);
    const hashes = [await ada.upload(randomBytes(1_000)), await ada.upload(randomBytes(1_500_000))];
    await heal(service);
    for (const hash of hashes) {
      const file = fileIn(service, "us", hash);
      const wrong = lie(readFileSync(file));
      if (wrong === undefined) rmSync(file);
      else writeFileSync(file, wrong);
    }
    expect(await heal(service)).toBe(2);
    await expectWhole(service);
  });

  it("is read to its end, a piece a turn, and then from the beginning", async () => {
    const { service, ada } = await withPerson();
    const hashes = (await uploads(ada, 3)).sort();
    await heal(service);
    const [first = "", middle = "", last = ""] = hashes;
    await service.pool.query("update region_trees set scrubbed_to = $1 where region = 'eu'", [middle]);
    for (const hash of [first, last]) writeFileSync(fileIn(service, "eu", hash), "lies");
    const owed = async () => {
      const { rows } = await service.pool.query<{ hash: string }>(
        "select hash from region_outbox order by hash",
      );
      return rows.map(({ hash }) => hash);
    };
    expect(await service.lookThroughRegions()).toEqual({ found: 1 });
    expect(await owed()).toEqual([last]);
    expect(await service.lookThroughRegions()).toEqual({ found: 1 });
    expect(await owed()).toEqual([first, last]);
    await heal(service);
    await expectWhole(service);
  });

  it("keeps its tree where a process was killed between writing a node down and forgetting that it might have to go", async () => {
    const { service, ada } = await withPerson();
    await uploads(ada, 5);
    await service.lookThroughRegions();
    await service.pool.query(
      `insert into region_outbox (hash, region, action, next_at)
       select node, region, 'delete', $1::timestamptz from region_leaves
       union all select root, region, 'delete', $1 from region_trees where root is not null`,
      [service.clock.now().toISOString()],
    );
    expect(await service.bringRegionsUp()).toMatchObject({ failed: 0 });
    await expectWhole(service);
  });

  it("that held something and holds nothing any more has no tree either", async () => {
    const { service, ada } = await withPerson();
    const hashes = await uploads(ada, 3);
    await service.lookThroughRegions();
    await service.pool.query("delete from blob_holders");
    await service.blobs.eraseUnreferenced(hashes);
    await heal(service);
    await expectWhole(service);
    for (const region of ["eu", "us"]) expect(filesBelow(service.regionFolder(region))).toEqual([]);
  });

  it("that is away is passed over, and the others are looked through", async () => {
    const { service, ada } = await withPerson();
    await uploads(ada, 3);
    rmSync(service.regionFolder("eu"), { recursive: true });
    expect(await service.lookThroughRegions()).toEqual({ found: 0 });
    const { rows } = await service.pool.query("select region from region_trees where whole_at is not null");
    expect(rows).toEqual([{ region: "us" }]);
    expect(existsSync(service.regionFolder("eu"))).toBe(false);
  });

  it("is looked through by one process at a time", async () => {
    const { service, ada } = await withPerson();
    await uploads(ada, 20);
    const turns = await Promise.all([service.lookThroughRegions(), service.lookThroughRegions()]);
    expect(turns.filter((turn) => turn === undefined)).toHaveLength(1);
    await expectWhole(service);
  });

  it("that is a bucket and comes back empty is filled again", async () => {
    const us = await s3Server();
    const service = await serviceForTest({ regions: ["eu"] });
    const both = await serviceForTest({
      environment: {
        DATABASE_URL: service.config.databaseUrl,
        QTI_REGIONS: `eu=${service.regionFolder("eu")},us=${us.place}`,
        QTI_S3_KEYS: JSON.stringify({ us: s3Credentials }),
      },
    });
    // Uploaded before there was a second region: that is a region that lacks everything.
    const ada = await (await signIn(service)).publish();
    const hashes = await uploads(ada, 10);
    expect(await heal(both)).toBe(10);
    for (const hash of hashes) expect(sha256(readFileSync(us.file(hash)))).toBe(hash);
    us.removeBucket();
    us.makeBucket();
    expect(us.objects()).toEqual([]);
    expect(await heal(both)).toBe(10);
    for (const hash of hashes) expect(sha256(readFileSync(us.file(hash)))).toBe(hash);
    expect(readdirSync(join(service.regionFolder("eu"), ".incoming"))).toEqual([]);
  });
});
