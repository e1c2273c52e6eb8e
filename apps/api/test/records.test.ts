import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { newRecordId, rewrap } from "@qti/sdk/records";
import {
  ApiProblemError,
  deleteRecord,
  getBlob,
  getRecord,
  listRecords,
  putBlob,
  RecordConflictError,
  revokePublishedKeys,
  storeRecord,
} from "@qti/sdk/records/client";
import {
  type PutRecordBody,
  type RecordRow,
  recordEtag,
  recordLimits,
  recordSchema,
} from "@qti/sdk/records/wire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Person, problemOf, sha256, signIn, Visitor } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

let service: Service;
let ada: Person;
let ben: Person;
let cleo: Person;

beforeAll(async () => {
  service = await startService();
  [ada, ben, cleo] = await Promise.all([newPerson(), newPerson(), newPerson()]);
});
afterAll(() => service.stop());

async function newPerson(at = service): Promise<Person> {
  return (await signIn(at)).publish();
}

/** The body that the SDK would send, taken from a record that the service returned. */
function bodyOf(row: RecordRow): PutRecordBody {
  const { id, owner, revision, createdAt, updatedAt, ...body } = row;
  return body;
}

/** A header in age's format with stanzas of the given kinds. */
function headerOf(...kinds: string[]): string {
  const base64 = (bytes: Buffer) => bytes.toString("base64").replaceAll("=", "");
  const stanzas = kinds.map(
    (kind) => `-> ${kind} ${base64(randomBytes(1120))}\n${base64(randomBytes(32))}\n`,
  );
  return Buffer.from(`age-encryption.org/v1\n${stanzas.join("")}--- ${base64(randomBytes(32))}\n`).toString(
    "base64",
  );
}

const fileIn = (at: Service, region: string, hash: string) =>
  join(at.regionFolder(region), hash.slice(0, 2), hash.slice(2, 4), hash);

describe("a record", () => {
  it("is written, read back and opened by its owner", async () => {
    const row = await ada.write("the safe is behind the painting");
    expect(row).toMatchObject({ owner: ada.account, version: 1, revision: 0, space: "notes" });
    expect(await getRecord(ada.api, { id: row.id })).toEqual(row);
    expect(await ada.read(row.id, ada)).toBe("the safe is behind the painting");
  });

  it("is answered with 201 and its entity tag when it is new, and with 200 after that", async () => {
    const sealed = await ada.seal("new");
    await putBlob(ada.api, { hash: sealed.payloadHash, bytes: sealed.payload });
    const id = sealed.manifest.recordId;
    const body = {
      space: "notes",
      version: 1,
      author: ada.keys.public.fingerprint,
      header: Buffer.from(sealed.header).toString("base64"),
      payloadHash: sealed.payloadHash,
      manifestHash: sealed.manifestHash,
      attachments: [],
      readers: sealed.readers,
      leafSalt: sealed.leafSalt,
    };
    const created = await ada.json("PUT", `/v1/records/${id}`, body, { "if-none-match": "*" });
    expect(created.status).toBe(201);
    expect(created.headers.get("etag")).toBe('"1.0"');
    const read = await ada.fetch(`/v1/records/${id}`);
    expect(read.headers.get("etag")).toBe('"1.0"');
    expect(recordSchema.parse(await read.json()).id).toBe(id);
  });

  it("is replaced by its next version, whose payload is another", async () => {
    const first = await ada.write("one");
    const second = await ada.rewrite(first, "two");
    expect(second).toMatchObject({ id: first.id, version: 2, revision: 0, createdAt: first.createdAt });
    expect(await ada.read(first.id, ada)).toBe("two");
  });

  it("has attachments that are uploaded before it and counted in it", async () => {
    const bytes = randomBytes(10_000);
    const hash = await ada.upload(bytes);
    const row = await ada.write("with a file");
    const body = { ...bodyOf(row), attachments: [{ hash, size: bytes.length }] };
    const id = newRecordId();
    const response = await ada.json("PUT", `/v1/records/${id}`, body, { "if-none-match": "*" });
    expect(response.status).toBe(201);
    expect((await getRecord(ada.api, { id })).attachments).toEqual([{ hash, size: bytes.length }]);
  });

  it("is deleted with its header, its row and its bytes in every region", async () => {
    const row = await ada.write("gone soon");
    expect(existsSync(fileIn(service, "eu", row.payloadHash))).toBe(true);
    await deleteRecord(ada.api, { id: row.id, current: row });
    expect((await ada.fetch(`/v1/records/${row.id}`)).status).toBe(404);
    expect((await ada.fetch(`/v1/blobs/${row.payloadHash}`)).status).toBe(404);
    for (const region of ["eu", "us"])
      expect(existsSync(fileIn(service, region, row.payloadHash))).toBe(false);
    for (const table of ["record_headers", "record_readers", "record_blobs"]) {
      const { rowCount } = await service.pool.query(`select 1 from ${table} where record_id = $1`, [row.id]);
      expect(rowCount).toBe(0);
    }
  });

  it("that is deleted leaves bytes alone that another record still needs", async () => {
    const bytes = randomBytes(2_000);
    const hash = await ada.upload(bytes);
    const [one, two] = [await ada.write("one"), await ada.write("two")];
    const attachments = [{ hash, size: bytes.length }];
    const ids = [newRecordId(), newRecordId()];
    for (const [index, row] of [one, two].entries()) {
      const body = { ...bodyOf(row), attachments };
      await ada.json("PUT", `/v1/records/${ids[index]}`, body, { "if-none-match": "*" });
    }
    const deleted = await ada.fetch(`/v1/records/${ids[0]}`, {
      method: "DELETE",
      headers: { "if-match": '"1.0"' },
    });
    expect(deleted.status).toBe(204);
    expect((await ada.fetch(`/v1/blobs/${hash}`)).status).toBe(200);
  });

  it("has an id that is never used again", async () => {
    const row = await ada.write("once");
    await deleteRecord(ada.api, { id: row.id, current: row });
    const other = await ada.write("another");
    const again = await ada.json("PUT", `/v1/records/${row.id}`, bodyOf(other), { "if-none-match": "*" });
    expect(await problemOf(again)).toMatchObject({ status: 409, code: "record-deleted" });
  });
});

describe("access", () => {
  it("is the owner's and the readers', by whatever keys the reader published", async () => {
    const row = await ada.write("for the two of us", [ben]);
    expect(await ben.read(row.id, ada)).toBe("for the two of us");
    expect((await ben.fetch(`/v1/blobs/${row.payloadHash}`)).status).toBe(200);
  });

  it("looks like nothing to a stranger, on every route, exactly as an id that does not exist", async () => {
    const row = await ada.write("not for cleo", [ben]);
    const etag = recordEtag(row);
    const attempts = (id: string, hash: string): Promise<Response>[] => [
      cleo.fetch(`/v1/records/${id}`),
      cleo.fetch(`/v1/blobs/${hash}`),
      cleo.fetch(`/v1/blobs/${hash}`, { method: "HEAD" }),
      cleo.fetch(`/v1/records/${id}`, { method: "DELETE", headers: { "if-match": etag } }),
      cleo.json(
        "PUT",
        `/v1/records/${id}/header`,
        { version: 1, header: row.header, readers: row.readers },
        { "if-match": etag },
      ),
      cleo.json("PUT", `/v1/records/${id}`, { ...bodyOf(row), version: 2 }, { "if-match": etag }),
    ];
    const real = await Promise.all(attempts(row.id, row.payloadHash));
    const invented = await Promise.all(attempts(randomUUID(), sha256(randomBytes(8))));
    const seen = async (responses: Response[]) =>
      Promise.all(
        responses.map(async (response) => {
          const text = await response.text();
          return [response.status, text.replace(/"requestId":"[^"]+"/, "")];
        }),
      );
    const answers = await seen(real);
    expect(answers).toEqual(await seen(invented));
    expect(answers.every(([status]) => status === 404)).toBe(true);
    expect(await ada.read(row.id, ada)).toBe("not for cleo");
  });

  it("of a reader ends with reading: no writing, sharing or deleting", async () => {
    const row = await ada.write("read only", [ben]);
    const etag = recordEtag(row);
    const attempts = [
      ben.fetch(`/v1/records/${row.id}`, { method: "DELETE", headers: { "if-match": etag } }),
      ben.json(
        "PUT",
        `/v1/records/${row.id}/header`,
        { version: 1, header: row.header, readers: row.readers },
        { "if-match": etag },
      ),
      ben.json("PUT", `/v1/records/${row.id}`, { ...bodyOf(row), version: 2 }, { "if-match": etag }),
    ];
    for (const response of await Promise.all(attempts)) expect(response.status).toBe(404);
  });

  it("needs a session on every route of records", async () => {
    const nobody = new Visitor(service);
    const id = randomUUID();
    const hash = sha256(new Uint8Array());
    const answers = await Promise.all([
      nobody.fetch("/v1/records"),
      nobody.fetch(`/v1/records/${id}`),
      nobody.json("PUT", `/v1/records/${id}`, {}),
      nobody.json("PUT", `/v1/records/${id}/header`, {}),
      nobody.fetch(`/v1/records/${id}`, { method: "DELETE" }),
      nobody.fetch(`/v1/blobs/${hash}`),
      nobody.fetch(`/v1/blobs/${hash}`, { method: "PUT", body: "x" }),
      nobody.json("PUT", "/v1/keys", {}),
      nobody.fetch(`/v1/keys?account=${ada.account}`),
      nobody.fetch(`/v1/keys/${ada.keys.public.fingerprint}`),
      nobody.fetch(`/v1/keys/${ada.keys.public.fingerprint}`, { method: "DELETE" }),
      nobody.fetch("/v1/usage"),
      nobody.json("POST", "/v1/identity/attestations", {}),
    ]);
    for (const answer of answers) {
      expect(await problemOf(answer)).toMatchObject({ status: 401, code: "sign-in-required" });
    }
  });

  it("cannot be had by naming somebody else's bytes in a record of one's own", async () => {
    const row = await ada.write("ada's bytes");
    const own = await cleo.write("cleo's note");
    const body = { ...bodyOf(own), payloadHash: row.payloadHash };
    const response = await cleo.json("PUT", `/v1/records/${newRecordId()}`, body, { "if-none-match": "*" });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
    expect(problem.errors).toEqual([{ field: "payloadHash", message: "upload these bytes first" }]);
    // The same words as for bytes that nobody has.
    const invented = { ...bodyOf(own), payloadHash: sha256(randomBytes(8)) };
    const other = await cleo.json("PUT", `/v1/records/${newRecordId()}`, invented, { "if-none-match": "*" });
    expect((await problemOf(other)).errors).toEqual(problem.errors);
    expect((await cleo.fetch(`/v1/blobs/${row.payloadHash}`)).status).toBe(404);
  });
});

describe("sharing", () => {
  it("rewraps the header: the new reader opens the same payload, a third person cannot", async () => {
    const row = await ada.write("shared later");
    expect((await ben.fetch(`/v1/records/${row.id}`)).status).toBe(404);
    const shared = await ada.shareWith(row, [ben]);
    expect(shared).toMatchObject({ version: 1, revision: 1, payloadHash: row.payloadHash });
    expect(shared.readers).toContain(ben.keys.public.fingerprint);
    expect(await ben.read(row.id, ada)).toBe("shared later");
    expect(await ada.read(row.id, ada)).toBe("shared later");
    expect((await cleo.fetch(`/v1/records/${row.id}`)).status).toBe(404);
  });

  it("can be taken back: the reader fetches neither record nor bytes any more", async () => {
    const row = await ada.write("for a while", [ben]);
    await ada.shareWith(row, []);
    expect((await ben.fetch(`/v1/records/${row.id}`)).status).toBe(404);
    expect((await ben.fetch(`/v1/blobs/${row.payloadHash}`)).status).toBe(404);
  });

  it("shows the record in the lists of both", async () => {
    const row = await ada.write("listed", [ben]);
    for (const person of [ada, ben]) {
      const { items } = await listRecords(person.api, {});
      expect(items.map((item) => item.id)).toContain(row.id);
    }
    const { items } = await listRecords(cleo.api, {});
    expect(items.map((item) => item.id)).not.toContain(row.id);
  });

  it("with keys that nobody published names the reader that is wrong", async () => {
    const row = await ada.write("for whom?");
    const unknown = `0x${"ab".repeat(32)}`;
    const header = headerOf("mlkem768x25519", "mlkem768x25519");
    const readers = [...row.readers, unknown];
    const response = await ada.json(
      "PUT",
      `/v1/records/${row.id}/header`,
      { version: 1, header, readers },
      { "if-match": '"1.0"' },
    );
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
    expect(problem.errors?.[0]?.field).toBe("readers.1");
  });

  it("cannot leave its owner out", async () => {
    const row = await ada.write("mine");
    const body = { version: 1, header: headerOf("mlkem768x25519"), readers: [ben.keys.public.fingerprint] };
    const problem = await problemOf(
      await ada.json("PUT", `/v1/records/${row.id}/header`, body, { "if-match": '"1.0"' }),
    );
    expect(problem.errors).toEqual([{ field: "readers", message: "the owner is one of the readers" }]);
  });

  it("moves a record to keys that follow its author's, who signed it and reads no more", async () => {
    const dora = await newPerson();
    const old = dora.keys;
    const row = await dora.write("kept over a rotation", [ben]);
    await dora.publish();
    const wrapped = await rewrap({
      header: Buffer.from(row.header, "base64"),
      keys: dora.keys,
      opener: old,
      recipients: [ben.keys.public],
    });
    const header = Buffer.from(wrapped.header).toString("base64");
    const body = { version: 1, header, readers: wrapped.readers };
    const moved = await dora.json("PUT", `/v1/records/${row.id}/header`, body, { "if-match": '"1.0"' });
    expect(moved.status).toBe(200);
    expect(await moved.json()).toMatchObject({ author: old.public.fingerprint, readers: wrapped.readers });
    expect(wrapped.readers).not.toContain(old.public.fingerprint);
    await revokePublishedKeys(dora.api, { fingerprint: old.public.fingerprint });
    expect(await getRecord(dora.api, { id: row.id })).toMatchObject({ revision: 1, header });
  });

  it("of the same header again, after a lost answer, answers as the first time", async () => {
    const row = await ada.write("twice");
    const shared = await ada.shareWith(row, [ben]);
    const body = { version: 1, header: shared.header, readers: shared.readers };
    const again = await ada.json("PUT", `/v1/records/${row.id}/header`, body, { "if-match": '"1.0"' });
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(shared);
  });
});

describe("a header", () => {
  it.each([
    ["X25519"],
    ["scrypt"],
    ["mlkem768x25519", "X25519"],
    ["X25519", "mlkem768x25519"],
    ["ssh-ed25519"],
  ])("with stanzas %s %s is refused: post-quantum only, on new records and on sharing", async (...kinds) => {
    const row = await ada.write("quantum");
    const header = headerOf(...kinds.filter((kind) => kind !== undefined));
    const create = await ada.json(
      "PUT",
      `/v1/records/${newRecordId()}`,
      { ...bodyOf(row), header },
      { "if-none-match": "*" },
    );
    expect(await problemOf(create)).toMatchObject({ status: 422, code: "header-refused" });
    const next = await ada.json(
      "PUT",
      `/v1/records/${row.id}`,
      { ...bodyOf(row), version: 2, header },
      { "if-match": '"1.0"' },
    );
    expect(await problemOf(next)).toMatchObject({ status: 422, code: "header-refused" });
    const share = { version: 1, header, readers: row.readers };
    const rewrap = await ada.json("PUT", `/v1/records/${row.id}/header`, share, { "if-match": '"1.0"' });
    expect(await problemOf(rewrap)).toMatchObject({ status: 422, code: "header-refused" });
    expect(await ada.read(row.id, ada)).toBe("quantum");
  });

  it("that is no header of age, or not one stanza a reader, names the field", async () => {
    const row = await ada.write("whole");
    const headers = [
      Buffer.from("hello").toString("base64"),
      Buffer.from("age-encryption.org/v1\n--- \n").toString("base64"),
      headerOf("mlkem768x25519", "mlkem768x25519"),
      Buffer.concat([Buffer.from(row.header, "base64"), Buffer.from("more")]).toString("base64"),
      "not base64!",
    ];
    for (const header of headers) {
      const body = { ...bodyOf(row), header };
      const response = await ada.json("PUT", `/v1/records/${newRecordId()}`, body, { "if-none-match": "*" });
      const problem = await problemOf(response);
      expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
      expect(problem.errors?.[0]?.field).toBe("header");
    }
  });
});

describe("two writers", () => {
  it("of the same version: the second is told, and nothing of the first is lost", async () => {
    const row = await ada.write("base");
    const mine = await ada.rewrite(row, "mine");
    await expect(ada.rewrite(row, "theirs")).rejects.toThrow(RecordConflictError);
    expect(await ada.read(row.id, ada)).toBe("mine");
    expect((await getRecord(ada.api, { id: row.id })).version).toBe(mine.version);
  });

  it("are told where the record is now", async () => {
    const row = await ada.write("base");
    await ada.rewrite(row, "newer");
    const response = await ada.json(
      "PUT",
      `/v1/records/${row.id}`,
      { ...bodyOf(row), version: 2 },
      { "if-match": '"1.0"' },
    );
    expect(response.headers.get("etag")).toBe('"2.0"');
    expect(await problemOf(response)).toMatchObject({
      status: 409,
      code: "record-conflict",
      currentVersion: 2,
      currentRevision: 0,
    });
  });

  it("at the same moment: exactly one of eight wins", async () => {
    const row = await ada.write("base");
    const sealed = await Promise.all(
      Array.from({ length: 8 }, (_, index) => ada.seal(`writer ${index}`, [], row)),
    );
    const outcomes = await Promise.allSettled(
      sealed.map((one) => storeRecord(ada.api, { sealed: one, current: row })),
    );
    const won = outcomes.flatMap((outcome, index) => (outcome.status === "fulfilled" ? [index] : []));
    expect(won).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(RecordConflictError);
    }
    expect(await ada.read(row.id, ada)).toBe(`writer ${won[0]}`);
  });

  it("that create the same id at the same moment: one wins", async () => {
    const sealed = await ada.seal("first");
    const rival = await ben.seal("second");
    await putBlob(ada.api, { hash: sealed.payloadHash, bytes: sealed.payload });
    await putBlob(ben.api, { hash: rival.payloadHash, bytes: rival.payload });
    const id = sealed.manifest.recordId;
    const bodies: [Person, typeof sealed][] = [
      [ada, sealed],
      [ben, rival],
    ];
    const answers = await Promise.all(
      bodies.map(([person, one]) =>
        person.json(
          "PUT",
          `/v1/records/${id}`,
          {
            space: "notes",
            version: 1,
            author: person.keys.public.fingerprint,
            header: Buffer.from(one.header).toString("base64"),
            payloadHash: one.payloadHash,
            manifestHash: one.manifestHash,
            attachments: [],
            readers: one.readers,
            leafSalt: one.leafSalt,
          },
          { "if-none-match": "*" },
        ),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409]);
  });

  it("one of which shares while the other rewrites: one of them is told", async () => {
    const row = await ada.write("base");
    const outcomes = await Promise.allSettled([ada.shareWith(row, [ben]), ada.rewrite(row, "rewritten")]);
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled")).toHaveLength(1);
  });
});

describe("a write", () => {
  it("that is sent again after a lost answer is answered as the first time", async () => {
    const sealed = await ada.seal("sent twice");
    const first = await storeRecord(ada.api, { sealed, current: null });
    expect(await storeRecord(ada.api, { sealed, current: null })).toEqual(first);
    const next = await ada.seal("next, twice", [], first);
    const second = await storeRecord(ada.api, { sealed: next, current: first });
    expect(await storeRecord(ada.api, { sealed: next, current: first })).toEqual(second);
  });

  it("without a condition, or with both, is refused", async () => {
    const row = await ada.write("conditions");
    const both = { "if-match": '"1.0"', "if-none-match": "*" };
    const answers = [
      await ada.json("PUT", `/v1/records/${row.id}`, { ...bodyOf(row), version: 2 }),
      await ada.json("PUT", `/v1/records/${row.id}`, { ...bodyOf(row), version: 2 }, both),
      await ada.json("PUT", `/v1/records/${row.id}/header`, {
        version: 1,
        header: row.header,
        readers: row.readers,
      }),
      await ada.fetch(`/v1/records/${row.id}`, { method: "DELETE" }),
    ];
    for (const answer of answers) {
      expect(await problemOf(answer)).toMatchObject({ status: 428, code: "precondition-required" });
    }
  });

  it.each<[string, Partial<PutRecordBody>, string]>([
    ["a version that is not the next", { version: 4 }, "version"],
    ["another space", { version: 2, space: "kyc" }, "space"],
  ])("with %s names the field", async (_, change, field) => {
    const row = await ada.write("strict");
    const response = await ada.json(
      "PUT",
      `/v1/records/${row.id}`,
      { ...bodyOf(row), ...change },
      { "if-match": '"1.0"' },
    );
    const problem = await problemOf(response);
    expect(problem.errors?.map((error) => error.field)).toContain(field);
    expect(problem.status).toBe(422);
  });

  it("of a new record starts at version 1", async () => {
    const row = await ada.write("strict");
    const body = { ...bodyOf(row), version: 2 };
    const problem = await problemOf(
      await ada.json("PUT", `/v1/records/${newRecordId()}`, body, { "if-none-match": "*" }),
    );
    expect(problem.errors?.map((error) => error.field)).toContain("version");
  });

  it("in somebody else's name is refused", async () => {
    const row = await ada.write("signed by me");
    const body = {
      ...bodyOf(row),
      author: ben.keys.public.fingerprint,
      readers: [ben.keys.public.fingerprint],
    };
    const problem = await problemOf(
      await ada.json("PUT", `/v1/records/${newRecordId()}`, body, { "if-none-match": "*" }),
    );
    expect(problem.errors?.map((error) => error.field)).toContain("author");
  });

  it("with an attachment of another size than was uploaded names it", async () => {
    const hash = await ada.upload(randomBytes(100));
    const row = await ada.write("sizes");
    const body = { ...bodyOf(row), attachments: [{ hash, size: 99 }] };
    const problem = await problemOf(
      await ada.json("PUT", `/v1/records/${newRecordId()}`, body, { "if-none-match": "*" }),
    );
    expect(problem.errors).toEqual([{ field: "attachments.0.size", message: "100 bytes were uploaded" }]);
  });

  it("with a payload that no reader should have to open in memory is refused, and one at the limit is not", async () => {
    const limit = recordLimits.payloadBytes;
    const row = await ada.write("small");
    const tooLarge = await ada.upload(randomBytes(limit + 1));
    const id = newRecordId();
    const send = (payloadHash: string) =>
      ada.json("PUT", `/v1/records/${id}`, { ...bodyOf(row), payloadHash }, { "if-none-match": "*" });
    expect(await problemOf(await send(tooLarge))).toMatchObject({ status: 413, code: "too-large", limit });
    expect((await ada.fetch(`/v1/records/${id}`)).status).toBe(404);
    expect((await send(await ada.upload(randomBytes(limit)))).status).toBe(201);
  });

  it("of the longest body that can be sealed is kept", async () => {
    const longest = "x".repeat(recordLimits.bodyBytes);
    const row = await ada.write(longest);
    expect(await ada.read(row.id, ada)).toBe(longest);
  });

  it("that fails leaves no trace of itself", async () => {
    const row = await ada.write("before");
    const body = { ...bodyOf(row), version: 2, payloadHash: sha256(randomBytes(8)) };
    const response = await ada.json("PUT", `/v1/records/${row.id}`, body, { "if-match": '"1.0"' });
    expect(response.status).toBe(422);
    expect(await getRecord(ada.api, { id: row.id })).toEqual(row);
    expect(await ada.read(row.id, ada)).toBe("before");
  });
});

describe("a list", () => {
  it("goes through all records, newest change first, page by page, each once", async () => {
    const own = await serviceForTest();
    const person = await newPerson(own);
    const first = await person.write("note");
    const expected = [first.id];
    for (let index = 0; index < 119; index++) {
      own.clock.advance(index % 3 === 0 ? 0 : 5);
      const id = newRecordId();
      const response = await person.json("PUT", `/v1/records/${id}`, bodyOf(first), { "if-none-match": "*" });
      expect(response.status).toBe(201);
      expected.push(id);
    }
    const seen: RecordRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRecords(person.api, { cursor });
      expect(page.items.length).toBeLessThanOrEqual(50);
      seen.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen.map((row) => row.id).sort()).toEqual([...expected].sort());
    const times = seen.map((row) => row.updatedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  it("can be of one space", async () => {
    const row = await ada.write("in notes");
    const ids = async (space: string) => (await listRecords(ada.api, { space })).items.map((item) => item.id);
    expect(await ids("notes")).toContain(row.id);
    expect(await ids("kyc")).not.toContain(row.id);
  });

  it.each([
    "x",
    "AAAA",
    Buffer.from("2026-01-01T00:00:00.000Z_'; drop table records; --").toString("base64url"),
  ])("refuses the cursor %s", async (cursor) => {
    const problem = await problemOf(await ada.fetch(`/v1/records?cursor=${encodeURIComponent(cursor)}`));
    expect(problem).toMatchObject({ status: 422, code: "invalid-input" });
    expect(problem.errors?.[0]?.field).toBe("query.cursor");
  });
});

describe("quota", () => {
  const small = { QTI_QUOTA_BYTES: "50000" };

  it("counts blobs and headers, is shown, and is given back by deleting", async () => {
    const own = await serviceForTest({ environment: small });
    const person = await newPerson(own);
    const usage = async () =>
      (await (await person.fetch("/v1/usage")).json()) as { usedBytes: number; quotaBytes: number };
    expect(await usage()).toEqual({ usedBytes: 0, quotaBytes: 50_000 });
    const row = await person.write("something");
    const size = Number((await person.fetch(`/v1/blobs/${row.payloadHash}`)).headers.get("content-length"));
    const header = Buffer.from(row.header, "base64").length;
    expect((await usage()).usedBytes).toBe(size + header);
    await deleteRecord(person.api, { id: row.id, current: row });
    expect((await usage()).usedBytes).toBe(0);
  });

  it("refuses what would exceed it, announced or not, and stores nothing", async () => {
    const own = await serviceForTest({ environment: small });
    const person = await newPerson(own);
    const bytes = randomBytes(60_000);
    const announced = await person.fetch(`/v1/blobs/${sha256(bytes)}`, {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: bytes,
    });
    expect(await problemOf(announced)).toMatchObject({
      status: 413,
      code: "quota-exceeded",
      limit: 50_000,
      used: 0,
    });
    const unannounced: RequestInit & { duplex: "half" } = {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: new Blob([bytes]).stream(),
      duplex: "half",
    };
    const streamed = await person.fetch(`/v1/blobs/${sha256(bytes)}`, unannounced);
    expect(await problemOf(streamed)).toMatchObject({ status: 413, code: "quota-exceeded" });
    expect(existsSync(fileIn(own, "eu", sha256(bytes)))).toBe(false);
  });

  it("holds against many uploads at once", async () => {
    const own = await serviceForTest({ environment: small });
    const person = await newPerson(own);
    const uploads = Array.from({ length: 10 }, () => randomBytes(20_000));
    const outcomes = await Promise.allSettled(uploads.map((bytes) => person.upload(bytes)));
    expect(outcomes.filter((outcome) => outcome.status === "fulfilled").length).toBeLessThanOrEqual(2);
    for (const outcome of outcomes) {
      if (outcome.status === "rejected") expect(outcome.reason).toBeInstanceOf(ApiProblemError);
    }
    const { usedBytes } = (await (await person.fetch("/v1/usage")).json()) as { usedBytes: number };
    expect(usedBytes).toBeLessThanOrEqual(50_000);
  });

  it("of one account does not count for another that uploads the same bytes", async () => {
    const own = await serviceForTest({ environment: small });
    const [one, two] = [await newPerson(own), await newPerson(own)];
    const bytes = randomBytes(40_000);
    await one.upload(bytes);
    await two.upload(bytes);
    expect(await (await two.fetch("/v1/usage")).json()).toMatchObject({ usedBytes: 40_000 });
    expect((await getBlob(two.api, { hash: sha256(bytes) })).size).toBe(40_000);
  });
});
