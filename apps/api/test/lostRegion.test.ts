import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { RecordRow } from "@qti/sdk/records/wire";
import { expect, it } from "vitest";
import { type Person, sha256, signIn } from "./support/person.ts";
import { s3Credentials, s3Server } from "./support/s3Server.ts";
import { serviceForTest } from "./support/service.ts";

const people = 4;
const recordsAPhase = 8;

it("a region that is lost under load and comes back empty costs no record and no reading, and is whole in the end", {
  timeout: 300_000,
}, async () => {
  const us = await s3Server();
  const service = await serviceForTest({ regions: ["eu"] });
  // Reads prefer the region that will be lost.
  const both = await serviceForTest({
    environment: {
      DATABASE_URL: service.config.databaseUrl,
      QTI_REGIONS: `us=${us.place},eu=${service.regionFolder("eu")}`,
      QTI_S3_KEYS: JSON.stringify({ us: s3Credentials }),
    },
  });
  const writers = await Promise.all(
    Array.from({ length: people }, async () => (await signIn(both)).publish()),
  );
  const acknowledged: { row: RecordRow; text: string; owner: Person }[] = [];
  let reads = 0;
  let working = true;
  const reached = async (count: number): Promise<void> => {
    await expect
      .poll(() => acknowledged.length, { timeout: 120_000, interval: 20 })
      .toBeGreaterThanOrEqual(count);
  };
  // Whatever is refused or read wrong ends the test here: people were promised that nothing is.
  const write = async (owner: Person, number: number): Promise<void> => {
    for (let each = 0; working; each++) {
      const text = `record ${each} of person ${number}`;
      acknowledged.push({ row: await owner.write(text), text, owner });
    }
  };
  const read = async (from: number): Promise<void> => {
    for (let each = from; working; each += 1) {
      const some = acknowledged[each % Math.max(acknowledged.length, 1)];
      if (some === undefined) {
        await new Promise((resolve) => setImmediate(resolve));
        continue;
      }
      expect(await some.owner.read(some.row.id, some.owner)).toBe(some.text);
      reads += 1;
    }
  };
  await writers[0]?.write("before the load").then((row) => {
    if (writers[0] !== undefined) acknowledged.push({ row, text: "before the load", owner: writers[0] });
  });
  expect(await both.lookThroughRegions()).toEqual({ found: 0 });
  const load = Promise.all([...writers.map(write), read(0), read(7)]);
  const script = async (): Promise<void> => {
    await reached(recordsAPhase);
    await us.goAway();
    const readBefore = reads;
    await reached(acknowledged.length + recordsAPhase);
    expect(reads).toBeGreaterThan(readBefore);
    // Only now: what had reached it when it went away it may still have written since.
    us.removeBucket();
    us.makeBucket();
    expect(us.objects()).toEqual([]);
    await us.comeBack();
    await Promise.all([both.bringRegionsUp(), reached(acknowledged.length + recordsAPhase)]);
  };
  await Promise.race([load, script()]);
  working = false;
  await load;

  for (let turn = 0; turn < 3; turn++) {
    both.clock.advance(60 * 60_000);
    expect((await both.bringRegionsUp()).failed).toBe(0);
    await both.lookThroughRegions();
  }
  expect(await both.lookThroughRegions()).toEqual({ found: 0 });
  expect((await both.pool.query("select 1 from region_outbox where action = 'put'")).rowCount).toBe(0);
  expect(await (await writers[0]?.fetch("/v1/health"))?.json()).toMatchObject({
    status: "ok",
    regions: { us: { ok: true, wholeAt: expect.any(String) } },
  });
  const { rows } = await both.pool.query<{ id: string }>("select id from records");
  expect(rows.map(({ id }) => id).sort()).toEqual(acknowledged.map(({ row }) => row.id).sort());
  for (const { row } of acknowledged) {
    const hash = row.payloadHash;
    const file = join(service.regionFolder("eu"), hash.slice(0, 2), hash.slice(2, 4), hash);
    expect(sha256(readFileSync(file))).toBe(hash);
    expect(sha256(readFileSync(us.file(hash)))).toBe(hash);
  }
  // What came back empty serves alone now.
  rmSync(service.regionFolder("eu"), { recursive: true });
  for (const { row, text, owner } of acknowledged) expect(await owner.read(row.id, owner)).toBe(text);
});
