import { MessageChannel } from "node:worker_threads";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test } from "vitest";
import { fromBase64, toBase64 } from "../bytes.ts";
import { inspectHeader } from "../header.ts";
import { indexedDbKeyStore } from "../keys/store/indexedDbKeyStore.ts";
import type { KeyPublic } from "../keys/types.ts";
import { type Answer, apiServer, json, problem, type Received } from "../testing/apiServer.ts";
import { noteBy, owner, people } from "../testing/people.ts";
import { type PublishedKeys, putHeaderBodySchema, putKeysBodySchema, type RecordRow } from "../wire.ts";
import { createRecordsWorker } from "../worker/createRecordsWorker.ts";
import { serveRecords } from "../worker/serveRecords.ts";
import { rotateRecords } from "./rotateRecords.ts";

const { ben } = await people();
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Somebody with keys in a Worker, who has rotated them once. */
async function rotated(count: number) {
  const { port1, port2 } = new MessageChannel();
  serveRecords(port2, indexedDbKeyStore({ factory: new IDBFactory() }));
  const worker = createRecordsWorker(port1);
  closing.push(() => worker.close());
  const { recoveryCode } = await worker.createKeys({ account: owner });
  const { public: old } = await worker.confirmRecovery({ recoveryCode });
  const { keys, recipients, attachments, ...note } = noteBy(ben);
  const rows: RecordRow[] = [];
  const payloads = new Map<string, Uint8Array<ArrayBuffer>>();
  for (let index = 0; index < count; index++) {
    const sealed = await worker.seal({
      ...note,
      body: new Uint8Array(note.body),
      recordId: crypto.randomUUID(),
      recipients: [ben.public],
    });
    const { manifest, header, payload, ...facts } = sealed;
    payloads.set(manifest.recordId, payload);
    rows.push({
      ...facts,
      id: manifest.recordId,
      owner,
      suite: manifest.suite,
      space: manifest.space,
      version: 1,
      author: manifest.author,
      header: toBase64(header),
      revision: 0,
      createdAt: manifest.created,
      updatedAt: manifest.created,
    });
  }
  const next = await worker.rotateKeys();
  const { public: now } = await worker.confirmRecovery({ recoveryCode: next.recoveryCode });
  return { worker, old, now, rows, payloads };
}

/** A service that keeps these rows, two on a page; `refuse` may answer in its place. */
async function serviceOf(
  rows: RecordRow[],
  refuse: (request: Received) => Answer | undefined = () => undefined,
) {
  const revoked: string[] = [];
  const published: PublishedKeys[] = [];
  function answer(request: Received): Answer {
    const refusal = refuse(request);
    if (refusal !== undefined) return refusal;
    const { method, path, body } = request;
    const url = new URL(path, "http://service");
    if (method === "GET") {
      const start = Number(url.searchParams.get("cursor") ?? 0);
      const nextCursor = start + 2 < rows.length ? String(start + 2) : null;
      return json({ items: rows.slice(start, start + 2), nextCursor });
    }
    if (method === "PUT" && url.pathname === "/v1/keys") {
      const keys = {
        ...putKeysBodySchema.parse(JSON.parse(String(body))),
        createdAt: now(),
        revokedAt: null,
      };
      published.push(keys);
      return json(keys);
    }
    if (method === "DELETE") {
      revoked.push(url.pathname.slice("/v1/keys/".length));
      return json({ ...published[0], revokedAt: now() });
    }
    const index = rows.findIndex(({ id }) => url.pathname === `/v1/records/${id}/header`);
    const row = rows[index];
    if (row === undefined) return problem(404, "Not found");
    const put = putHeaderBodySchema.parse(JSON.parse(String(body)));
    // The latest change first, as the service lists them: a list that is read while it changes moves.
    rows.splice(index, 1);
    rows.unshift({ ...row, header: put.header, readers: put.readers, revision: row.revision + 1 });
    return json(rows[0]);
  }
  const server = await apiServer(answer);
  closing.push(server.close);
  return { api: { url: server.url }, revoked, published };
}

const now = () => new Date().toISOString();
const readersOf = async (): Promise<KeyPublic[]> => [ben.public];

test("moves every own record to the new keys, says how far it is, and revokes the old keys at the end", async () => {
  const { worker, old, now: next, rows, payloads } = await rotated(5);
  // Somebody else's, that the old keys read: theirs to share again.
  const [first] = rows;
  if (first === undefined) throw new TypeError("no record");
  rows.push({ ...first, id: crypto.randomUUID(), owner: `0x${"2".repeat(40)}` });
  const { api, revoked, published } = await serviceOf(rows);
  const seen: number[] = [];
  const outcome = await rotateRecords(api, {
    records: worker,
    chainId: 31337,
    readersOf,
    onProgress: ({ total, done }) => seen.push(done / total),
  });
  expect(outcome).toEqual({ status: "complete", rewrapped: 5, revoked: [old.fingerprint] });
  expect(seen).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(published.map(({ fingerprint }) => fingerprint)).toEqual([next.fingerprint]);
  expect(revoked).toEqual([old.fingerprint]);
  for (const row of rows.filter((each) => each.owner === owner)) {
    expect(row.readers).toEqual([ben.public.fingerprint, next.fingerprint].sort());
    expect(inspectHeader(fromBase64(row.header)).stanzas).toBe(2);
    const payload = payloads.get(row.id) ?? new Uint8Array();
    const expected = { recordId: row.id, version: 1, space: "notes" };
    await worker.open({ header: fromBase64(row.header), payload, author: old, expected });
  }
});

test("goes on where it ended, and revokes nothing before the last record is moved", async () => {
  const { worker, old, rows } = await rotated(4);
  const stubborn = rows[1]?.id;
  let refusing = true;
  const { api, revoked } = await serviceOf(rows, ({ method, path }) =>
    refusing && method === "PUT" && path.includes(`${stubborn}`) ? problem(409, "Changed") : undefined,
  );
  const parameters = { records: worker, chainId: 31337, readersOf };
  const first = await rotateRecords(api, parameters);
  expect(first).toMatchObject({
    status: "incomplete",
    rewrapped: 3,
    failures: [{ record: { id: stubborn } }],
  });
  expect(revoked).toEqual([]);
  refusing = false;
  const seen: number[] = [];
  const again = await rotateRecords(api, { ...parameters, onProgress: ({ total }) => seen.push(total) });
  expect(again).toEqual({ status: "complete", rewrapped: 1, revoked: [old.fingerprint] });
  expect(seen).toEqual([1, 1]);
});

test("error: RecordsAbortedError when it is cancelled; what was moved stays moved", async () => {
  const { worker, rows } = await rotated(3);
  const { api, revoked } = await serviceOf(rows);
  const controller = new AbortController();
  const parameters = { records: worker, chainId: 31337, readersOf };
  const rotating = rotateRecords(api, {
    ...parameters,
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done === 1) controller.abort();
    },
  });
  await expect(rotating).rejects.toMatchObject({ name: "RecordsAbortedError" });
  expect(revoked).toEqual([]);
  expect(await rotateRecords(api, parameters)).toMatchObject({ status: "complete", rewrapped: 2 });
});

test("nobody is sealed for but whom the person chose: the service's list is not asked", async () => {
  const { worker, now: next, rows } = await rotated(1);
  const { api } = await serviceOf(rows);
  await rotateRecords(api, { records: worker, chainId: 31337, readersOf: async () => [] });
  expect(rows[0]?.readers).toEqual([next.fingerprint]);
});

test("error: KeysLockedError without keys", async () => {
  const { worker } = await rotated(0);
  await worker.lock();
  const rotating = rotateRecords({ url: "http://127.0.0.1:9" }, { records: worker, chainId: 1, readersOf });
  await expect(rotating).rejects.toMatchObject({ name: "KeysLockedError" });
});
