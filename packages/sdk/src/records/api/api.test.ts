import { afterEach, describe, expect, test } from "vitest";
import { randomBytes, toBase64, toHex } from "../bytes.ts";
import {
  KeysNotAuthenticError,
  RecordInputError,
  RecordMismatchError,
  RecordsAbortedError,
  RecordTamperedError,
} from "../errors.ts";
import { signKeys } from "../keys/signKeys.ts";
import { rewrap } from "../record/rewrap.ts";
import { seal } from "../record/seal.ts";
import { type Answer, apiServer, json, problem, type Received } from "../testing/apiServer.ts";
import { noteBy, owner, people } from "../testing/people.ts";
import type { PublishedKeys, RecordRow } from "../wire.ts";
import { deleteRecord } from "./deleteRecord.ts";
import { ApiProblemError, ApiResponseError, ApiUnreachableError, RecordConflictError } from "./errors.ts";
import { getBlob } from "./getBlob.ts";
import { getKeys } from "./getKeys.ts";
import { getRecord } from "./getRecord.ts";
import { listKeys } from "./listKeys.ts";
import { listRecords } from "./listRecords.ts";
import { publishKeys } from "./publishKeys.ts";
import { putBlob } from "./putBlob.ts";
import { shareRecord } from "./shareRecord.ts";
import { storeRecord } from "./storeRecord.ts";
import { unshareRecord } from "./unshareRecord.ts";

const { ada, ben, cleo } = await people();
const sealed = await seal(noteBy(ada));
const id = sealed.manifest.recordId;
const now = new Date().toISOString();

const servers: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: (request: Received) => Answer) {
  const server = await apiServer(answer);
  servers.push(server);
  return server;
}

const row: RecordRow = {
  id,
  owner,
  suite: "qti/record/v1",
  space: "notes",
  version: 1,
  author: ada.public.fingerprint,
  header: toBase64(sealed.header),
  payloadHash: sealed.payloadHash,
  manifestHash: sealed.manifestHash,
  attachments: [],
  readers: sealed.readers,
  leafSalt: sealed.leafSalt,
  revision: 0,
  createdAt: now,
  updatedAt: now,
};

const published: PublishedKeys = {
  ...(await signKeys(ben, { account: owner, chainId: 31337 })),
  createdAt: now,
  revokedAt: null,
};

async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
}

describe("records", () => {
  test("storeRecord sends every ciphertext first and the row last, for a new record only", async () => {
    const api = await serve(({ path, body }) =>
      path.startsWith("/v1/blobs/") ? json({ hash: path.slice(10), size: body.length }) : json(row, 201),
    );
    expect(await storeRecord(api, { sealed, current: null })).toEqual(row);
    expect(api.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `PUT /v1/blobs/${sealed.payloadHash}`,
      `PUT /v1/records/${id}`,
    ]);
    const [blob, put] = api.received;
    expect(blob?.headers["content-type"]).toBe("application/octet-stream");
    expect(new Uint8Array(blob?.body ?? [])).toEqual(sealed.payload);
    expect(put?.headers["if-none-match"]).toBe("*");
    expect(JSON.parse(String(put?.body))).toEqual({
      suite: "qti/record/v1",
      space: "notes",
      version: 1,
      author: ada.public.fingerprint,
      header: toBase64(sealed.header),
      payloadHash: sealed.payloadHash,
      manifestHash: sealed.manifestHash,
      attachments: [],
      readers: [ada.public.fingerprint],
      leafSalt: sealed.leafSalt,
    });
  });

  test("nothing of what is inside leaves the page: no title, no type, no key", async () => {
    const attachment = {
      id: crypto.randomUUID(),
      name: "passport.png",
      mediaType: "image/png",
      size: 3,
      hash: "a".repeat(64),
      sealedSize: 9,
      key: "AGE-SECRET-KEY-PQ-1EKTA5782LA68QWYSMRC2FMM9KY9X4G72226ZAXCQKLT3UC4MHN2Q8LRFJ4",
    };
    const secret = await seal(noteBy(ada, { type: "kyc-passport", attachments: [attachment] }));
    const api = await serve(({ path, body }) =>
      path.startsWith("/v1/blobs/") ? json({ hash: path.slice(10), size: body.length }) : json(row, 201),
    );
    await storeRecord(api, { sealed: secret, ciphertexts: [new Blob(["sealed"])], current: null });
    const sent = Buffer.concat(api.received.map(({ body }) => body)).toString("latin1");
    for (const word of ["passport", "image/png", "AGE-SECRET", "painting", attachment.id]) {
      expect(sent).not.toContain(word);
    }
    expect(api.received).toHaveLength(3);
  });

  test("a next version names the state it follows; error: RecordConflictError when that is past", async () => {
    const api = await serve(({ path, body }) =>
      path.startsWith("/v1/blobs/")
        ? json({ hash: path.slice(10), size: body.length })
        : problem(409, "The record has changed."),
    );
    const failing = storeRecord(api, { sealed, current: { version: 3, revision: 2 } });
    await expect(failing).rejects.toThrow(RecordConflictError);
    await expect(failing).rejects.toMatchObject({ status: 409, shortMessage: "The record has changed." });
    expect(api.received.at(-1)?.headers["if-match"]).toBe('"3.2"');
  });

  test("error: the row is not sent when a ciphertext is refused", async () => {
    const api = await serve(() => problem(507, "There is no space left.", "0 bytes free"));
    const failing = storeRecord(api, { sealed, current: null });
    await expect(failing).rejects.toThrow(ApiProblemError);
    await expect(failing).rejects.toMatchObject({
      status: 507,
      type: "https://qti.example/problems/x",
      title: "There is no space left.",
      detail: "0 bytes free",
    });
    expect(api.received).toHaveLength(1);
  });

  test("error: RecordInputError for more ciphertexts than attachments", async () => {
    const api = await serve(() => json(row));
    await expect(storeRecord(api, { sealed, ciphertexts: [new Blob()], current: null })).rejects.toThrow(
      RecordInputError,
    );
    expect(api.received).toHaveLength(0);
  });

  test("getRecord and listRecords read what is there", async () => {
    const api = await serve(({ path }) =>
      json(path === `/v1/records/${id}` ? row : { items: [row], nextCursor: null }),
    );
    expect(await getRecord(api, { id })).toEqual(row);
    expect(await listRecords(api)).toEqual({ items: [row], nextCursor: null });
    await listRecords(api, { space: "notes", cursor: "a&b" });
    expect(api.received.map(({ path }) => path)).toEqual([
      `/v1/records/${id}`,
      "/v1/records",
      "/v1/records?space=notes&cursor=a%26b",
    ]);
  });

  test("error: RecordMismatchError when another record comes than was asked for", async () => {
    const api = await serve(() => json({ ...row, id: crypto.randomUUID() }));
    await expect(getRecord(api, { id })).rejects.toThrow(RecordMismatchError);
  });

  test("deleteRecord names the state that was seen", async () => {
    const api = await serve(() => ({ status: 204 }));
    await deleteRecord(api, { id, current: row });
    expect(api.received[0]).toMatchObject({ method: "DELETE", path: `/v1/records/${id}` });
    expect(api.received[0]?.headers["if-match"]).toBe('"1.0"');
  });
});

describe("sharing", () => {
  test("shareRecord only adds readers, unshareRecord only takes them away", async () => {
    const api = await serve(({ body }) =>
      json({ ...row, revision: 1, readers: JSON.parse(String(body)).readers }),
    );
    const more = await rewrap({ header: sealed.header, keys: ada, recipients: [ben.public] });
    const shared = await shareRecord(api, { record: row, ...more });
    expect(shared.readers).toEqual(more.readers);
    expect(api.received[0]).toMatchObject({ method: "PUT", path: `/v1/records/${id}/header` });
    expect(JSON.parse(String(api.received[0]?.body))).toEqual({
      version: 1,
      header: toBase64(more.header),
      readers: more.readers,
    });
    const fewer = await rewrap({ header: more.header, keys: ada, recipients: [] });
    await unshareRecord(api, { record: shared, ...fewer });
    expect(api.received[1]?.headers["if-match"]).toBe('"1.1"');
  });

  test("behavior: after a rotation the keys of now read in the place of the older ones", async () => {
    const api = await serve(({ body }) =>
      json({ ...row, revision: 1, readers: JSON.parse(String(body)).readers }),
    );
    // Sealed for ada and ben; cleo's keys follow those of ada.
    const own = { keys: cleo.public, retired: [ada.public] };
    const before = await rewrap({ header: sealed.header, keys: ada, recipients: [ben.public] });
    const record = { ...row, readers: before.readers };
    const move = { header: before.header, keys: cleo, opener: ada };
    const same = await rewrap({ ...move, recipients: [ben.public] });
    const fewer = await rewrap({ ...move, recipients: [] });
    expect((await shareRecord(api, { record, ...same, own })).readers).toEqual(same.readers);
    expect((await unshareRecord(api, { record, ...fewer, own })).readers).toEqual([cleo.public.fingerprint]);
    // Nobody else comes or goes by it.
    await expect(shareRecord(api, { record, ...fewer, own })).rejects.toThrow(RecordInputError);
    await expect(unshareRecord(api, { record, ...same })).rejects.toThrow(RecordInputError);
    expect(api.received).toHaveLength(2);
  });

  test("error: RecordInputError when one is taken for the other, before anything is sent", async () => {
    const api = await serve(() => json(row));
    const other = await rewrap({ header: sealed.header, keys: ada, recipients: [cleo.public] });
    const record = { ...row, readers: [ada.public.fingerprint, ben.public.fingerprint] };
    await expect(shareRecord(api, { record, ...other })).rejects.toThrow(RecordInputError);
    await expect(unshareRecord(api, { record, ...other })).rejects.toThrow(RecordInputError);
    expect(api.received).toHaveLength(0);
  });
});

describe("blobs", () => {
  test("go up and come down as they are", async () => {
    const bytes = randomBytes(5000);
    const hash = await hashOf(bytes);
    const api = await serve(({ method }) =>
      method === "PUT"
        ? json({ hash, size: bytes.length })
        : { status: 200, type: "application/octet-stream", body: bytes },
    );
    expect(await putBlob(api, { hash, bytes: new Blob([bytes]) })).toEqual({ hash, size: 5000 });
    expect(new Uint8Array(api.received[0]?.body ?? [])).toEqual(bytes);
    expect(await (await getBlob(api, { hash })).bytes()).toEqual(bytes);
  });

  test("error: RecordTamperedError for other bytes than those of the address", async () => {
    const api = await serve(() => ({ status: 200, type: "application/octet-stream", body: "other" }));
    const hash = "0".repeat(64);
    await expect(getBlob(api, { hash })).rejects.toMatchObject({ name: "RecordTamperedError", part: "blob" });
    await expect(getBlob(api, { hash })).rejects.toThrow(RecordTamperedError);
    expect((await getBlob(api, { hash, verify: false })).size).toBe(5);
  });
});

describe("keys", () => {
  test("are published and found by fingerprint and by account", async () => {
    const api = await serve(({ path }) =>
      json(path.includes("account=") ? { items: [published] } : published),
    );
    const { createdAt, revokedAt, ...keys } = published;
    expect(await publishKeys(api, { keys })).toEqual({ ...keys, createdAt, revokedAt });
    expect(await getKeys(api, { fingerprint: ben.public.fingerprint })).toEqual(published);
    expect(await listKeys(api, { account: owner })).toEqual([published]);
    expect(api.received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "PUT /v1/keys",
      `GET /v1/keys/${ben.public.fingerprint}`,
      `GET /v1/keys?account=${owner}`,
    ]);
  });

  test("error: KeysNotAuthenticError for someone else's keys, under their own or the asked fingerprint", async () => {
    const { recipient, verifier } = cleo.public;
    for (const lie of [
      { ...published, ...cleo.public },
      { ...published, recipient },
      { ...published, recipient, verifier },
    ]) {
      const api = await serve(({ path }) => json(path.includes("account=") ? { items: [lie] } : lie));
      await expect(getKeys(api, { fingerprint: ben.public.fingerprint })).rejects.toThrow(
        KeysNotAuthenticError,
      );
    }
    const api = await serve(() => json({ items: [{ ...published, account: `0x${"1".repeat(40)}` }] }));
    await expect(listKeys(api, { account: owner })).rejects.toThrow(KeysNotAuthenticError);
    const mixed = await serve(() => json({ items: [{ ...published, recipient }] }));
    await expect(listKeys(mixed, { account: owner })).rejects.toThrow(KeysNotAuthenticError);
  });
});

describe("when the service fails", () => {
  test("error: ApiUnreachableError when nobody answers", async () => {
    const server = await apiServer(() => json(row));
    await server.close();
    await expect(getRecord(server, { id })).rejects.toThrow(ApiUnreachableError);
  });

  test("error: RecordsAbortedError when the caller cancels", async () => {
    const api = await serve(() => json(row));
    await expect(getRecord(api, { id, signal: AbortSignal.abort() })).rejects.toThrow(RecordsAbortedError);
  });

  test("error: ApiResponseError for success in another form", async () => {
    for (const answer of [json({}), json({ ...row, version: 0 }), { status: 200, body: "<html>" }]) {
      const api = await serve(() => answer);
      await expect(getRecord(api, { id })).rejects.toThrow(ApiResponseError);
    }
  });

  test("a problem that says itself what to do is taken at its word", async () => {
    const body = JSON.stringify({
      type: "/problems/record-deleted",
      title: "A record with this id was deleted",
      status: 409,
      code: "record-deleted",
      next: "Choose a new random id; an id is never used twice.",
      requestId: "r-1",
      errors: [{ field: "id", message: "used before" }],
    });
    const api = await serve(() => ({ status: 409, type: "application/problem+json", body }));
    const error = await getRecord(api, { id }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiProblemError);
    expect(error).not.toBeInstanceOf(RecordConflictError);
    expect(error).toMatchObject({
      code: "api-record-deleted",
      shortMessage: "A record with this id was deleted.",
      next: "Choose a new random id; an id is never used twice.",
      requestId: "r-1",
      errors: [{ field: "id", message: "used before" }],
    });
  });

  test("fields of a newer service are passed over", async () => {
    const api = await serve(() => json({ ...row, more: 1 }));
    expect(await getRecord(api, { id })).toEqual(row);
  });

  test("error: ApiProblemError with a sentence even when a proxy answers in a form of its own", async () => {
    const api = await serve(() => ({ status: 502, type: "text/html", body: "<h1>Bad gateway</h1>" }));
    await expect(getRecord(api, { id })).rejects.toMatchObject({
      name: "ApiProblemError",
      status: 502,
      shortMessage: "The service answered with 502.",
      next: "Try again in a moment; nothing was changed.",
    });
  });

  test.each([
    [401, "Sign in again."],
    [404, "Check that it still exists and that you may see it."],
    [413, "Choose something smaller."],
    [422, "Correct the request and try again."],
    [429, "Wait a moment, then try again."],
  ])("a problem with status %i says what to do", async (status, next) => {
    const api = await serve(() => problem(status, "No."));
    await expect(getRecord(api, { id })).rejects.toMatchObject({ status, next, shortMessage: "No." });
  });
});
