import { newRecordId } from "@qti/sdk/records";
import { deleteRecord, getRecord } from "@qti/sdk/records/client";
import {
  headerHash,
  type LogKeys,
  openCheckpoint,
  openHead,
  readLogKeys,
  recordLeafHash,
  rootOf,
  tombstoneLeafHash,
  verifyConsistency,
  verifyInclusion,
} from "@qti/sdk/records/log";
import {
  consistencyProofSchema,
  inclusionProofSchema,
  logSchema,
  type RecordRow,
  recordProofSchema,
} from "@qti/sdk/records/wire";
import { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { adoptRecords } from "../src/log/adoptRecords.ts";
import { listening, startChild } from "./support/childService.ts";
import { type Person, problemOf, signIn, Visitor } from "./support/person.ts";
import { freshDatabase, type Service, secretsOf, serviceForTest, startService } from "./support/service.ts";

const key = `0x${"6b".repeat(32)}`;

let service: Service;
let ada: Person;
let ben: Person;
let keys: LogKeys;

beforeAll(async () => {
  service = await startService();
  [ada, ben] = await Promise.all([newPerson(service), newPerson(service)]);
  keys = await readLogKeys(logSchema.parse(await (await visit("/v1/log")).json()));
});
afterAll(() => service.stop());

async function newPerson(at: Pick<Service, "url" | "config">): Promise<Person> {
  return (await signIn(at)).publish();
}

const visit = (path: string, at: Pick<Service, "url" | "config"> = service) => new Visitor(at).fetch(path);

async function checkpointOf(size?: number, at: Pick<Service, "url" | "config"> = service) {
  const response = await visit(`/v1/log/checkpoint${size === undefined ? "" : `/${size}`}`, at);
  return openCheckpoint(await response.text(), keys);
}

/** What the service says of a record, proven. */
async function proven(person: Person, row: RecordRow) {
  const proof = recordProofSchema.parse(await (await person.fetch(`/v1/records/${row.id}/proof`)).json());
  const head = await openHead(proof.head, keys);
  const checkpoint = await openCheckpoint(proof.checkpoint, keys);
  const { index, size, hashes } = proof.inclusion;
  const leafHash = await recordLeafHash(row);
  expect(head).toEqual({
    origin: keys.origin,
    id: row.id,
    version: row.version,
    revision: row.revision,
    leafHash,
    leafIndex: index,
    headerHash: await headerHash(new Uint8Array(Buffer.from(row.header, "base64"))),
    size: checkpoint.size,
  });
  const inclusion = { leafHash, index, size, proof: bytesOf(hashes) };
  expect(size).toBe(checkpoint.size);
  expect(await verifyInclusion(inclusion, checkpoint.root)).toBe(true);
  return { head, checkpoint };
}

const bytesOf = (hashes: readonly string[]) => hashes.map((hash) => new Uint8Array(Buffer.from(hash, "hex")));
const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** Every leaf of the log, from the database. */
async function leavesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ hash: Buffer; index: string }>(
    "select hash, index from log_nodes where level = 0 order by index",
  );
  expect(rows.map(({ index }) => Number(index))).toEqual(rows.map((_, index) => index));
  return rows.map(({ hash }) => hexOf(hash));
}

/** That each record has the leaf it names, and the tree is that of the leaves. */
async function isWhole(pool: Pool, at: Pick<Service, "url" | "config">): Promise<string[]> {
  const leaves = await leavesOf(pool);
  const { rows } = await pool.query<{
    id: string;
    version: number;
    manifest_hash: string;
    leaf_index: string;
  }>("select * from records");
  const secrets = await secretsOf(
    at,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const { id, version, manifest_hash: manifestHash } = row;
    const leafSalt = secrets.get(id)?.leafSalt ?? "";
    const leaf = await recordLeafHash({ id, version, manifestHash, leafSalt });
    expect(leaves[Number(row.leaf_index)]).toBe(hexOf(leaf));
  }
  const checkpoint = await checkpointOf(undefined, at);
  expect(checkpoint).toMatchObject({ size: leaves.length, root: await rootOf(bytesOf(leaves)) });
  return leaves;
}

describe("the log", () => {
  it("has one leaf of each accepted write, proven to its readers, and signed twice", async () => {
    const before = await checkpointOf();
    const row = await ada.write("one", [ben]);
    const first = await proven(ada, row);
    expect(first.checkpoint.size).toBe(before.size + 1);
    await proven(ben, row);
    const next = await ada.rewrite(row, "two", [ben]);
    const second = await proven(ben, next);
    expect(second.head).toMatchObject({ version: 2, leafIndex: first.head.leafIndex + 1 });
    // Sharing is no version: the head says so, and the log has nothing new.
    const shared = await ada.shareWith(next, [ben, await newPerson(service)]);
    const third = await proven(ada, shared);
    expect(third.head).toMatchObject({ revision: 1, leafHash: second.head.leafHash });
    expect(third.checkpoint.size).toBe(second.checkpoint.size);
  });

  it("has nothing of a write that was refused or sent again", async () => {
    const row = await ada.write("kept");
    const { size } = await checkpointOf();
    const { id, owner, revision, createdAt, updatedAt, ...body } = row;
    const again = await ada.json("PUT", `/v1/records/${id}`, body, { "if-none-match": "*" });
    expect(again.status).toBe(200);
    const stale = await ada.json(
      "PUT",
      `/v1/records/${id}`,
      { ...body, version: 2 },
      { "if-match": '"7.0"' },
    );
    expect(stale.status).toBe(409);
    const other = newRecordId();
    const foreign = { ...body, payloadHash: "ab".repeat(32) };
    expect((await ada.json("PUT", `/v1/records/${other}`, foreign, { "if-none-match": "*" })).status).toBe(
      422,
    );
    expect((await checkpointOf()).size).toBe(size);
    expect([owner, revision, createdAt]).toEqual([ada.account, 0, updatedAt]);
  });

  it("says that a record was deleted to who knows its id, and to nobody else", async () => {
    const row = await ada.write("gone soon");
    await deleteRecord(ada.api, { id: row.id, current: row });
    const hash = hexOf(await tombstoneLeafHash(row.id));
    const { index, size, hashes } = inclusionProofSchema.parse(
      await (await visit(`/v1/log/leaves/${hash}`)).json(),
    );
    const inclusion = { leafHash: await tombstoneLeafHash(row.id), index, size, proof: bytesOf(hashes) };
    expect(await verifyInclusion(inclusion, (await checkpointOf(size)).root)).toBe(true);
    const guess = hexOf(await tombstoneLeafHash(newRecordId()));
    expect(await problemOf(await visit(`/v1/log/leaves/${guess}`))).toMatchObject({ code: "not-found" });
  });

  it("proves an old version for ever, in any tree that has it", async () => {
    const row = await ada.write("first");
    const { head } = await proven(ada, row);
    await ada.rewrite(row, "second");
    const hash = hexOf(head.leafHash);
    for (const size of [head.leafIndex + 1, head.leafIndex + 2]) {
      const proof = inclusionProofSchema.parse(
        await (await visit(`/v1/log/leaves/${hash}?size=${size}`)).json(),
      );
      const inclusion = {
        leafHash: head.leafHash,
        index: head.leafIndex,
        size,
        proof: bytesOf(proof.hashes),
      };
      expect(await verifyInclusion(inclusion, (await checkpointOf(size)).root)).toBe(true);
    }
    // Not in one of before.
    const early = await visit(`/v1/log/leaves/${hash}?size=${head.leafIndex}`);
    expect(early.status).toBe(404);
  });

  it("only grows: each size leads to each later one", async () => {
    const { size: last } = await checkpointOf();
    expect(last).toBeGreaterThan(5);
    const heads = await Promise.all(Array.from({ length: last + 1 }, (_, size) => checkpointOf(size)));
    for (const first of heads) {
      const second = heads[Math.min(last, first.size * 2 + 1)] ?? first;
      const { hashes } = consistencyProofSchema.parse(
        await (await visit(`/v1/log/consistency?from=${first.size}&to=${second.size}`)).json(),
      );
      expect(await verifyConsistency(first, second, bytesOf(hashes))).toBe(true);
    }
  });

  it("tells a stranger neither of a record that it is there, nor anything that says whose a leaf is", async () => {
    const row = await ada.write("private");
    const stranger = await newPerson(service);
    const refused = await problemOf(await stranger.fetch(`/v1/records/${row.id}/proof`));
    const missing = await problemOf(await stranger.fetch(`/v1/records/${newRecordId()}/proof`));
    expect({ ...refused, requestId: "" }).toEqual({ ...missing, requestId: "" });
    expect((await visit(`/v1/records/${row.id}/proof`)).status).toBe(401);
    const leaf = hexOf(await recordLeafHash(row));
    const { size } = await checkpointOf();
    const texts = await Promise.all(
      [
        "/v1/log",
        "/v1/log/checkpoint",
        `/v1/log/consistency?from=1&to=${size}`,
        `/v1/log/leaves/${leaf}`,
        `/v1/log/checkpoint/${size}`,
      ].map(async (path) => (await visit(path)).text()),
    );
    for (const secret of [row.id, row.leafSalt, row.manifestHash, ada.account.slice(2)])
      expect(texts.join("\n")).not.toContain(secret);
    // Nor does the proof give its reader more than the record does.
    const proof = await (await ada.fetch(`/v1/records/${row.id}/proof`)).text();
    expect(proof).not.toContain(row.leafSalt);
  });

  it.each([
    ["/v1/log/checkpoint/999999", 404],
    ["/v1/log/checkpoint/01", 422],
    ["/v1/log/checkpoint/-1", 422],
    ["/v1/log/checkpoint/1e3", 422],
    ["/v1/log/consistency?from=3&to=2", 422],
    ["/v1/log/consistency?from=0&to=999999", 404],
    [`/v1/log/leaves/${"ab".repeat(32)}?size=999999`, 404],
    ["/v1/log/leaves/ab", 422],
  ])("answers %s with %i", async (path, status) => {
    expect((await problemOf(await visit(path))).status).toBe(status);
  });

  it("is not told by a process without its key, which writes it all the same", async () => {
    const quiet = await serviceForTest({ environment: { QTI_LOG_KEY: "" } });
    const eve = await newPerson(quiet);
    const row = await eve.write("logged");
    for (const path of ["/v1/log", "/v1/log/checkpoint", "/v1/log/checkpoint/1"])
      expect(await problemOf(await visit(path, quiet))).toMatchObject({ code: "log-disabled" });
    const answer = await eve.fetch(`/v1/records/${row.id}/proof`);
    expect(await problemOf(answer)).toMatchObject({ code: "log-disabled" });
    expect(await leavesOf(quiet.pool)).toEqual([hexOf(await recordLeafHash(row))]);
  });

  it("takes in records that are older than itself, once, however many processes start", async () => {
    const old = await serviceForTest();
    const eve = await newPerson(old);
    const rows = [await eve.write("a"), await eve.write("b"), await eve.write("c")];
    await old.pool.query("delete from log_nodes");
    await old.pool.query("delete from log_state");
    await old.pool.query("update records set leaf_index = null");
    expect((await eve.fetch(`/v1/records/${rows[0]?.id}/proof`)).status).toBe(404);
    const counts = await Promise.all([adoptRecords(old), adoptRecords(old)]);
    expect(counts[0] + counts[1]).toBe(3);
    expect(await isWhole(old.pool, old)).toHaveLength(3);
    for (const row of rows) await proven(eve, row);
  });
});

describe("processes", () => {
  it("that write at once, two on one database, make one tree", { timeout: 120_000 }, async () => {
    const DATABASE_URL = await freshDatabase();
    const regions = ["eu"];
    const [one, two] = [
      await serviceForTest({ environment: { DATABASE_URL }, regions }),
      await serviceForTest({ environment: { DATABASE_URL }, regions }),
    ];
    const people = await Promise.all([one, two, one, two].map(newPerson));
    const written = await Promise.all(
      people.map(async (person) => {
        const rows: RecordRow[] = [];
        for (let count = 0; count < 6; count += 1) {
          const row = await person.write(`note ${count}`);
          rows.push(await person.rewrite(row, "again"));
          if (count % 3 === 0) await deleteRecord(person.api, { id: row.id, current: rows.pop() ?? row });
        }
        return { person, rows };
      }),
    );
    const leaves = await isWhole(one.pool, one);
    expect(leaves).toHaveLength(4 * (6 + 6 + 2));
    expect(new Set(leaves).size).toBe(leaves.length);
    const roots = await Promise.all([one, two].map((each) => checkpointOf(undefined, each)));
    expect(roots[0]).toEqual(roots[1]);
    for (const { person, rows } of written) for (const row of rows) await proven(person, row);
  });

  it.each(["records", "record_headers", "log_state", "log_nodes"])(
    "killed in the middle of a write, where it comes to %s: neither the record is there nor its leaf",
    { timeout: 120_000 },
    async (table) => {
      const DATABASE_URL = await freshDatabase();
      const started = await startChild({ environment: { DATABASE_URL, QTI_LOG_KEY: key } });
      const child = await listening(started);
      const eve = await newPerson(child);
      const row = await eve.write("before");
      const pool = new Pool({ connectionString: DATABASE_URL, application_name: "test" });
      onTestFinished(() => pool.end());
      const before = await isWhole(pool, child);

      const blocker = await pool.connect();
      await blocker.query("begin");
      await blocker.query(`lock table ${table} in exclusive mode`);
      const { payloadHash, ...sealed } = await eve.seal("never");
      await eve.upload(new Uint8Array(sealed.payload));
      const { manifestHash, leafSalt, readers } = sealed;
      const body = {
        suite: sealed.manifest.suite,
        space: "notes",
        version: 1,
        author: eve.keys.public.fingerprint,
        header: Buffer.from(sealed.header).toString("base64"),
        payloadHash,
        manifestHash,
        attachments: [],
        readers,
        leafSalt,
      };
      const id = sealed.manifest.recordId;
      const answer = eve
        .json("PUT", `/v1/records/${id}`, body, { "if-none-match": "*" })
        .catch(() => undefined);
      const waiting = async () =>
        (await pool.query("select 1 from pg_locks where relation = $1::regclass and not granted", [table]))
          .rowCount;
      await expect.poll(waiting, { timeout: 30_000 }).toBe(1);
      started.child.kill("SIGKILL");
      await started.exited;
      expect(await answer).toBeUndefined();
      await blocker.query("rollback");
      blocker.release();
      const alive = async () =>
        (
          await pool.query(
            "select 1 from pg_stat_activity where datname = current_database() and application_name = 'qti-api'",
          )
        ).rowCount;
      await expect.poll(alive, { timeout: 30_000 }).toBe(0);

      const second = await listening(await startChild({ environment: started.environment }));
      eve.service.url = second.url;
      expect(await isWhole(pool, second)).toEqual(before);
      expect((await eve.fetch(`/v1/records/${id}`)).status).toBe(404);
      expect(await getRecord(eve.api, { id: row.id })).toEqual(row);
      // And then it is written, with its leaf.
      expect((await eve.json("PUT", `/v1/records/${id}`, body, { "if-none-match": "*" })).status).toBe(201);
      expect(await isWhole(pool, second)).toHaveLength(before.length + 1);
    },
  );
});
