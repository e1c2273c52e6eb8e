import { randomBytes } from "node:crypto";
import { newRecordId, open, openStream, seal, sealStream } from "@qti/sdk/records";
import { getBlob, getRecord, storeRecord } from "@qti/sdk/records/client";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  databaseFiles,
  filesBelow,
  markWal,
  ownDatabase,
  tablesOf,
  type WalMark,
} from "./support/everyByte.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, startService } from "./support/service.ts";

/** Words that only the people of this test know. */
const secrets = {
  note: "Ada keeps the deed of Lindenstrasse 12 in box 4471",
  second: "Ada moved the deed of Lindenstrasse 12 to box 9902",
  fileName: "passport-of-ada-lovelace.png",
  fileBody: "MRZ P<GBRLOVELACE<<ADA<AUGUSTA<<<<<<<<<<<<<<<<",
  type: "passport-scan-of-ada",
};

let database: Awaited<ReturnType<typeof ownDatabase>>;
let service: Service;
let pool: Pool;
let walStart: WalMark;
let ada: Person;
let ben: Person;
/** Keys of attachments, which lie inside the record. */
const attachmentKeys: string[] = [];

beforeAll(async () => {
  database = await ownDatabase();
  service = await startService({ environment: { DATABASE_URL: database.url } });
  pool = service.pool;
  walStart = await markWal(pool);
  [ada, ben] = await Promise.all([signIn(service), signIn(service)]);
  await Promise.all([ada.publish(), ben.publish()]);
});
afterAll(async () => {
  await service.stop();
  await database.stop();
});

async function sealFile(body: Uint8Array) {
  const sealed = await sealStream({
    stream: new Blob([body.slice()]).stream(),
    name: secrets.fileName,
    mediaType: "image/png",
  });
  const ciphertext = await new Response(sealed.ciphertext).blob();
  return { ciphertext, attachment: await sealed.attachment };
}

function places(parts: { name: string; bytes: Buffer }[], needle: Buffer): string[] {
  return parts.filter(({ bytes }) => bytes.includes(needle)).map(({ name }) => name);
}

describe("what people store", () => {
  it("travels to a second reader and back, and stands nowhere in the clear: tables, files, logs, write-ahead log", {
    timeout: 120_000,
  }, async () => {
    const file = Buffer.concat([randomBytes(20_000), Buffer.from(secrets.fileBody), randomBytes(20_000)]);
    const { ciphertext, attachment } = await sealFile(file);
    attachmentKeys.push(attachment.key);
    const id = newRecordId();
    const facts = {
      keys: ada.keys,
      recordId: id,
      owner: ada.account,
      chainId: 31337,
      space: "notes",
      type: secrets.type,
      recipients: [ben.keys.public],
      attachments: [attachment],
    };
    const first = await seal({ ...facts, version: 1, previous: null, body: Buffer.from(secrets.note) });
    const row = await storeRecord(ada.api, { sealed: first, ciphertexts: [ciphertext], current: null });
    const second = await seal({
      ...facts,
      version: 2,
      previous: first.manifestHash,
      body: Buffer.from(secrets.second),
    });
    const next = await storeRecord(ada.api, { sealed: second, current: row });
    await ada.shareWith(next, [ben]);

    // It can be read by whom it is for: otherwise finding nothing would prove nothing.
    const fetched = await getRecord(ben.api, { id });
    const payload = new Uint8Array(
      await (await getBlob(ben.api, { hash: fetched.payloadHash })).arrayBuffer(),
    );
    const opened = await open({
      header: Buffer.from(fetched.header, "base64"),
      payload,
      keys: ben.keys,
      author: ada.keys.public,
      expected: { recordId: id, version: 2, space: "notes", previous: row.manifestHash },
    });
    expect(Buffer.from(opened.body).toString()).toBe(secrets.second);
    const [stored] = opened.manifest.attachments;
    if (stored === undefined) throw new Error("the attachment is missing");
    const blob = await getBlob(ben.api, { hash: stored.hash });
    const plaintext = await new Response(
      await openStream({ ciphertext: blob.stream(), attachment: stored }),
    ).arrayBuffer();
    expect(Buffer.from(plaintext).equals(file)).toBe(true);

    const regions = filesBelow(service.folder);
    const tables = await tablesOf(pool);
    const disk = await databaseFiles(pool, walStart);
    const logs = [{ name: "log", bytes: Buffer.from(service.logs.join("\n")) }];
    const everything = [...regions, ...tables, ...disk, ...logs];

    // The search finds what is there: ciphertext in the regions, its hash in tables, on disk and in the write-ahead log.
    expect(places(regions, Buffer.from(payload.subarray(100, 164)))).toHaveLength(2);
    const hash = Buffer.from(fetched.payloadHash);
    expect(places(tables, hash).length).toBeGreaterThan(0);
    expect(places(disk, hash).some((name) => name.startsWith("base/"))).toBe(true);
    expect(places(disk, hash).some((name) => name.startsWith("pg_wal/"))).toBe(true);

    for (const secret of [...Object.values(secrets), ...attachmentKeys]) {
      for (const encoding of ["utf8", "utf16le"] as const) {
        expect(places(everything, Buffer.from(secret, encoding)), secret).toEqual([]);
      }
      const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "").slice(0, -1);
      expect(places(everything, Buffer.from(base64)), secret).toEqual([]);
      expect(places(everything, Buffer.from(Buffer.from(secret).toString("hex"))), secret).toEqual([]);
    }
  });

  it("that is deleted leaves neither header nor bytes behind", async () => {
    const row = await ada.write("to be forgotten");
    const header = Buffer.from(row.header, "base64");
    await ada.fetch(`/v1/records/${row.id}`, { method: "DELETE", headers: { "if-match": '"1.0"' } });
    expect(places(await tablesOf(pool), header)).toEqual([]);
    expect(filesBelow(service.folder).some(({ name }) => name.endsWith(row.payloadHash))).toBe(false);
    // The hash of ciphertext that is gone, so that a region which comes back from a copy erases it again.
    expect(places(await tablesOf(pool), Buffer.from(row.payloadHash))).toEqual(["erased_blobs"]);
  });
});

describe("bytes that are altered on the server", () => {
  it("in every region are delivered to nobody", async () => {
    const row = await ada.write("untouched");
    for (const region of ["eu", "us"]) {
      await putRawFile(service, region, row.payloadHash, randomBytes(100));
    }
    await expect(ada.read(row.id, ada)).rejects.toMatchObject({ status: 503 });
  });
});

async function putRawFile(at: Service, region: string, hash: string, bytes: Uint8Array): Promise<void> {
  const { writeFileSync } = await import("node:fs");
  const found = filesBelow(at.regionFolder(region)).find(({ name }) => name.endsWith(hash));
  if (found === undefined) throw new Error("the blob is not in the region");
  writeFileSync(found.name, bytes);
}
