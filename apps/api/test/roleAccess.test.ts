import type { StaffRole } from "@qti/sdk/identity/sign-in";
import { newRecordId, seal } from "@qti/sdk/records";
import { storeRecord } from "@qti/sdk/records/client";
import type { RecordRow } from "@qti/sdk/records/wire";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addPasskey } from "./support/factors.ts";
import { type Person, problemOf, signIn } from "./support/person.ts";
import type { Service } from "./support/service.ts";
import { type AccessManager, startStaffedService } from "./support/staff.ts";

let service: Service;
let manager: AccessManager;
beforeAll(async () => {
  ({ service, manager } = await startStaffedService());
}, 120_000);
afterAll(() => service.stop());

const newPerson = async () => (await signIn(service)).publish();

async function holder(role: StaffRole): Promise<Person> {
  const person = await newPerson();
  await manager.grant([{ role, account: person.account }]);
  return person;
}

async function write(person: Person, space: string, readers: readonly Person[] = []): Promise<RecordRow> {
  const sealed = await seal({
    keys: person.keys,
    recordId: newRecordId(),
    owner: person.account,
    chainId: service.config.chainId,
    space,
    type: "paper",
    version: 1,
    previous: null,
    body: new TextEncoder().encode("private"),
    recipients: readers.map(({ keys }) => keys.public),
  });
  return storeRecord(person.api, { sealed, current: null });
}

const statuses = (person: Person, { id, payloadHash }: RecordRow) =>
  Promise.all(
    [`/v1/records/${id}`, `/v1/blobs/${payloadHash}`, `/v1/records/${id}/proof`].map(
      async (path) => (await person.fetch(path)).status,
    ),
  );

describe("a role", () => {
  it.each([
    ["KYC_OFFICER", "kyc"],
    ["UNDERWRITER", "loans"],
    ["APPRAISER", "assets"],
  ] as const)(
    "%s fetches ciphertext of %s and of nothing else, opens none of it, and ends with the role",
    async (role, own) => {
      const [ada, officer] = [await newPerson(), await holder(role)];
      for (const space of ["kyc", "loans", "assets", "notes"]) {
        const row = await write(ada, space);
        const reached = space === own ? [200, 200, 200] : [404, 404, 404];
        expect(await statuses(officer, row), space).toEqual(reached);
        // Nothing of it is in the officer's list, and nothing may be changed.
        const list = (await (await officer.fetch("/v1/records")).json()) as { items: RecordRow[] };
        expect(list.items).toEqual([]);
        const deletion = await officer.fetch(`/v1/records/${row.id}`, {
          method: "DELETE",
          headers: { "if-match": '"1.0"' },
        });
        expect(deletion.status).toBe(404);
      }
      const row = await write(ada, own);
      await expect(officer.read(row.id, ada)).rejects.toMatchObject({ name: "NotARecipientError" });
      await manager.revoke(role, officer.account);
      expect(await statuses(officer, row)).toEqual([404, 404, 404]);
    },
  );

  it("asks who has a second factor for it, and tells nobody that of what is not there", async () => {
    const [ada, officer] = [await newPerson(), await holder("KYC_OFFICER")];
    await addPasskey(officer);
    await service.pool.query(
      "update sessions set stepped_up_at = now() - interval '1 hour' where account = $1",
      [officer.account],
    );
    const row = await write(ada, "kyc");
    expect(await problemOf(await officer.fetch(`/v1/records/${row.id}`))).toMatchObject({
      code: "step-up-needed",
    });
    expect(await problemOf(await officer.fetch(`/v1/blobs/${row.payloadHash}`))).toMatchObject({
      code: "step-up-needed",
    });
    const missing = await officer.fetch(`/v1/records/${newRecordId()}`);
    expect(await problemOf(missing)).toMatchObject({ code: "not-found" });
  });

  it("AUDITOR proves that any record is in the log, and fetches none", async () => {
    const [ada, auditor] = [await newPerson(), await holder("AUDITOR")];
    for (const space of ["kyc", "notes"])
      expect(await statuses(auditor, await write(ada, space))).toEqual([404, 404, 200]);
  });

  it("OPERATOR sees numbers", async () => {
    const [ada, operator] = [await newPerson(), await holder("OPERATOR")];
    const numbers = async () =>
      (await (await operator.fetch("/v1/operations")).json()) as Record<string, number>;
    const before = await numbers();
    const row = await write(ada, "kyc");
    expect(await statuses(operator, row)).toEqual([404, 404, 404]);
    const after = await numbers();
    expect(after).toMatchObject({
      records: (before.records ?? 0) + 1,
      blobs: (before.blobs ?? 0) + 1,
      leaves: (before.leaves ?? 0) + 1,
      unsealedHeaders: 0,
      erasuresUnderWay: 0,
      owed: [],
    });
    await service.db.execute(
      "insert into region_outbox (hash, region, action, next_at) values ('x', 'eu', 'put', now())",
    );
    expect(await numbers()).toMatchObject({ owed: [{ region: "eu", action: "put", blobs: 1 }] });
  });
});

it("a report names readers without the role and holders who are no readers, and not whose record it is", async () => {
  const [ada, ben, auditor] = [await newPerson(), await newPerson(), await holder("AUDITOR")];
  const [officer, gone] = [await holder("KYC_OFFICER"), await holder("KYC_OFFICER")];
  const whole = await write(ada, "kyc", [officer, gone]);
  const other = await write(ada, "kyc", [gone]);
  const deed = await write(ada, "assets", [ben]);
  await manager.revoke("KYC_OFFICER", gone.account);
  const answer = await auditor.fetch("/v1/access-report");
  expect(answer.status).toBe(200);
  const text = await answer.text();
  const { spaces } = JSON.parse(text) as {
    spaces: {
      space: string;
      excess: { first: { record: string; account: string }[] };
      lacking: { first: { record: string; account: string }[] };
    }[];
  };
  const of = (name: string) => spaces.find(({ space }) => space === name);
  const excess = of("kyc")?.excess.first ?? [];
  const lacking = of("kyc")?.lacking.first ?? [];
  expect(excess).toEqual(
    expect.arrayContaining([whole, other].map(({ id }) => ({ record: id, account: gone.account }))),
  );
  expect(excess.filter(({ account }) => account === officer.account)).toEqual([]);
  expect(lacking).toContainEqual({ record: other.id, account: officer.account });
  expect(lacking).not.toContainEqual({ record: whole.id, account: officer.account });
  // Whoever holds shares reads documents of an asset.
  expect(of("assets")?.excess.first.filter(({ record }) => record === deed.id)).toEqual([]);
  expect(text).not.toContain(ada.account);
});
