import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { sealHeaders } from "../src/records/sealHeaders.ts";
import { recordHeaders, records } from "../src/records/tables.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, serviceForTest } from "./support/service.ts";

/** What lies in the database of a record. */
async function stored({ db }: Service, id: string) {
  const [row] = await db
    .select({ salt: records.leafSalt, keyId: recordHeaders.keyId, header: recordHeaders.header })
    .from(records)
    .innerJoin(recordHeaders, eq(recordHeaders.recordId, records.id))
    .where(eq(records.id, id));
  if (row === undefined) throw new Error("the record is not there");
  return row;
}

/** Puts a record back to how it lay before there were shred keys. */
async function unseal(service: Service, person: Person, id: string): Promise<void> {
  const row = (await service.headers.read(service.db, [id])).get(id);
  if (row === undefined) throw new Error("the header is not there");
  await service.db
    .update(recordHeaders)
    .set({ keyId: null, header: row.header })
    .where(eq(recordHeaders.recordId, id));
  await service.db.update(records).set({ leafSalt: row.leafSalt }).where(eq(records.id, id));
  expect(await person.read(id, person)).toBe(`about ${person.account}`);
}

const write = (person: Person) => person.write(`about ${person.account}`);

describe("headers and salts", () => {
  it("lie sealed, each record's for itself", async () => {
    const service = await serviceForTest();
    const ada = await (await signIn(service)).publish();
    const [one, two] = [await write(ada), await write(ada)];
    const [first, second] = [await stored(service, one.id), await stored(service, two.id)];
    expect(first.salt).toBeNull();
    expect(first.keyId).toBe(second.keyId);
    const bytes = Buffer.from(first.header);
    for (const secret of [
      Buffer.from("age-encryption.org"),
      Buffer.from(one.leafSalt, "hex"),
      Buffer.from(one.leafSalt),
    ])
      expect(bytes.includes(secret)).toBe(false);
    // Moved to another record it opens no more.
    await service.db
      .update(recordHeaders)
      .set({ header: first.header })
      .where(eq(recordHeaders.recordId, two.id));
    await expect(service.headers.read(service.db, [two.id])).rejects.toThrow();
    expect(await ada.read(one.id, ada)).toBe(`about ${ada.account}`);
  });

  it("are another key's for each person, and open with no other key of the service's", async () => {
    const service = await serviceForTest();
    const [ada, ben] = [await (await signIn(service)).publish(), await (await signIn(service)).publish()];
    const [hers, his] = [
      await stored(service, (await write(ada)).id),
      await stored(service, (await write(ben)).id),
    ];
    expect(hers.keyId).not.toBe(his.keyId);
  });

  it("of before are sealed in the background, by any number of processes, while people read and share", async () => {
    const service = await serviceForTest();
    const [ada, ben] = [await (await signIn(service)).publish(), await (await signIn(service)).publish()];
    const rows = [];
    for (const person of [ada, ada, ben]) {
      const row = await write(person);
      await unseal(service, person, row.id);
      rows.push({ person, row });
    }
    // A header that is written before its turn comes is sealed by that.
    const [early] = rows;
    if (early === undefined) throw new Error("unreachable");
    await ada.shareWith(early.row, [ben]);
    expect((await stored(service, early.row.id)).salt).toBeNull();
    const counts = await Promise.all([sealHeaders(service), sealHeaders(service)]);
    expect(counts[0] + counts[1]).toBe(2);
    for (const { person, row } of rows) {
      expect(await stored(service, row.id)).toMatchObject({ salt: null, keyId: expect.any(String) });
      expect(await person.read(row.id, person)).toBe(`about ${person.account}`);
      const proof = await person.fetch(`/v1/records/${row.id}/proof`);
      expect(proof.status).toBe(200);
    }
  });

  it("of a person whose key is destroyed are there for nobody, and those of others still are", async () => {
    const service = await serviceForTest();
    const [ada, ben] = [await (await signIn(service)).publish(), await (await signIn(service)).publish()];
    const [hers, his] = [await ada.write("mine", [ben]), await ben.write("mine")];
    await service.shred.destroy(ada.account, randomUUID());
    for (const person of [ada, ben]) {
      expect((await person.fetch(`/v1/records/${hers.id}`)).status).toBe(404);
      expect((await person.fetch(`/v1/records/${hers.id}/proof`)).status).toBe(404);
    }
    expect(await ben.read(his.id, ben)).toBe("mine");
    // Who comes back has another key.
    expect(await ada.read((await ada.write("anew")).id, ada)).toBe("anew");
  });
});
