import { afterEach, expect, test } from "vitest";
import { publishKeys } from "../api/publishKeys.ts";
import { storeRecord } from "../api/storeRecord.ts";
import { fromBase64 } from "../bytes.ts";
import { KeysNotAuthenticError, RecordInputError, SpaceUnreadableError } from "../errors.ts";
import type { DirectoryEntry } from "../keys/trust.ts";
import { HeaderReplayedError, RecordSwappedError } from "../log/errors.ts";
import { recordsService } from "../testing/recordsService.ts";
import { entryOf, vaultOf } from "../testing/vaults.ts";
import type { Account } from "../wire.ts";
import { decide, decisionsOn } from "./decision.ts";
import { ReadersMissingError } from "./errors.ts";
import { findReaders } from "./findReaders.ts";
import { createKycFile, type KycPerson, listKycRecords, openKycFile, updateKycFile } from "./kyc.ts";
import { createLoanFile, listLoanRecords, openLoanFile, updateLoanFile } from "./loans.ts";
import { openPaper } from "./openPaper.ts";
import { syncReaders } from "./syncReaders.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

const accounts = {
  ada: `0x${"a".repeat(40)}`,
  officer: `0x${"b".repeat(40)}`,
  next: `0x${"c".repeat(40)}`,
  mal: `0x${"d".repeat(40)}`,
} as const satisfies Record<string, Account>;

const person: KycPerson = {
  givenNames: "Ada",
  familyName: "Lovelace",
  birthDate: "1815-12-10",
  nationality: "GB",
  address: { street: "12 St James's Square", city: "London", postalCode: "SW1Y 4JH", country: "GB" },
};
const passport = () => ({
  kind: "passport" as const,
  file: new Blob(["the passport of Ada"], { type: "application/pdf" }),
  name: "passport.pdf",
});

/** People with keys, and what the chain says of them. */
async function scene() {
  const service = await recordsService();
  closing.push(service.close);
  const [ada, officer, next, mal] = await Promise.all(
    Object.values(accounts).map((account) => vaultOf(service, account)),
  );
  if (!ada || !officer || !next || !mal) throw new TypeError("somebody is missing");
  for (const each of [ada, officer, next, mal]) closing.push(each.close);
  const directory = new Map<string, DirectoryEntry[]>();
  for (const each of [officer, next]) directory.set(each.account, [await entryOf(each.keys)]);
  const readersOf = (...of: Account[]) =>
    findReaders(ada.vault, {
      accounts: of,
      directoryOf: async (account) => directory.get(account) ?? [],
      directory: "required",
    });
  return { service, ada, officer, next, mal, directory, readersOf };
}

const claims = ({ readers }: Awaited<ReturnType<typeof findReaders>>) => readers.map(({ keys }) => keys);

test("identity papers: sealed for the officer, opened, decided about, and the person sees it", async () => {
  const { ada, officer, mal, readersOf } = await scene();
  const readers = claims(await readersOf(officer.account));
  const sealing: string[] = [];
  const kept = await createKycFile(ada.vault, {
    person,
    papers: [passport()],
    readers,
    onProgress: ({ doing }) => sealing.push(doing),
  });
  expect(sealing.at(-1)).toBe("storing");
  expect(kept.record).toMatchObject({ space: "kyc", version: 1, readers: expect.any(Array) });

  const seen = await listKycRecords(officer.vault);
  expect(seen.unreadable).toEqual([]);
  const [file] = seen.files;
  if (file === undefined) throw new TypeError("the officer sees nothing");
  expect(file).toMatchObject({ isOwn: false, contents: { person, papers: [{ kind: "passport" }] } });
  const [scan] = file.manifest.attachments;
  if (scan === undefined) throw new TypeError("it has no paper");
  expect(await (await openPaper(officer.vault, scan)).text()).toBe("the passport of Ada");
  expect((await listKycRecords(mal.vault)).files).toEqual([]);

  await decide(officer.vault, { about: file, outcome: "more", reason: "The second page is missing." });
  const mine = await listKycRecords(ada.vault);
  const [own] = mine.files;
  if (own === undefined) throw new TypeError("her own file is gone");
  const mayDecide = (account: Account) => account === officer.account;
  const [latest] = decisionsOn(own, mine.decisions, { mayDecide });
  expect(latest).toMatchObject({
    by: officer.account,
    isOutdated: false,
    decision: { contents: { outcome: "more", reason: "The second page is missing." } },
  });
  // Her record is as she sealed it.
  expect(own.record).toEqual(kept.record);

  const updated = await updateKycFile(ada.vault, {
    before: own,
    person,
    papers: [
      { kind: "passport", kept: scan },
      { ...passport(), kind: "other", name: "page2.pdf" },
    ],
    readers,
  });
  expect(updated.record.version).toBe(2);
  const again = await openKycFile(officer.vault, { id: own.record.id });
  expect(again.contents.papers).toEqual([{ kind: "passport" }, { kind: "other" }]);
  expect(decisionsOn(again, seen.decisions, { mayDecide })).toEqual([]);
  expect(decisionsOn(updated, mine.decisions, { mayDecide })[0]).toMatchObject({ isOutdated: true });
  const before = (await listKycRecords(officer.vault)).decisions[0];
  await decide(officer.vault, { about: again, outcome: "accepted", before });
  const after = await listKycRecords(ada.vault);
  expect(
    decisionsOn(updated, after.decisions, { mayDecide }).map((each) => each.decision.contents.outcome),
  ).toEqual(["accepted"]);
});

test("a decision by somebody who does not hold the role does not count", async () => {
  const { ada, mal, officer, readersOf } = await scene();
  const kept = await createKycFile(ada.vault, {
    person,
    papers: [],
    readers: claims(await readersOf(officer.account)),
  });
  // Knows the id, and forges the rest.
  await decide(mal.vault, { about: { ...kept, isOwn: false }, outcome: "accepted" });
  const { decisions } = await listKycRecords(ada.vault);
  expect(decisions).toHaveLength(1);
  expect(decisionsOn(kept, decisions, { mayDecide: (account) => account === officer.account })).toEqual([]);
});

test("whoever does not accept says why; error: RecordInputError", async () => {
  const { ada, officer, readersOf } = await scene();
  await createKycFile(ada.vault, { person, papers: [], readers: claims(await readersOf(officer.account)) });
  const [about] = (await listKycRecords(officer.vault)).files;
  if (about === undefined) throw new TypeError("the officer sees nothing");
  await expect(decide(officer.vault, { about, outcome: "refused", reason: " " })).rejects.toThrow(
    RecordInputError,
  );
});

test("nothing is sealed where nobody could check it; error: ReadersMissingError", async () => {
  const { ada, service, mal, readersOf } = await scene();
  // Published, and not on the chain: the service could have made them up.
  const found = await readersOf(mal.account, `0x${"e".repeat(40)}`);
  expect(found).toEqual({
    readers: [],
    unreachable: [
      { account: mal.account, reason: "not-in-directory" },
      { account: `0x${"e".repeat(40)}`, reason: "no-keys" },
    ],
  });
  await expect(createKycFile(ada.vault, { person, papers: [], readers: claims(found) })).rejects.toThrow(
    ReadersMissingError,
  );
  expect(service.rows.size).toBe(0);
});

test("nothing is sealed by keys that one lost thing would lose; error: KeySlotError", async () => {
  const { ada, officer, service, readersOf } = await scene();
  const readers = claims(await readersOf(officer.account));
  const keyring = await ada.store.getKeyring(ada.account);
  if (keyring === undefined) throw new TypeError("she has no keys");
  // What an app of before may have left behind: keys that only this browser opens.
  const slots = keyring.slots.filter(({ kind }) => kind === "device");
  await ada.store.putKeyring({ ...keyring, slots });
  await ada.worker.unlock({ account: ada.account });
  await expect(createKycFile(ada.vault, { person, papers: [passport()], readers })).rejects.toMatchObject({
    name: "KeySlotError",
    reason: "too-few",
  });
  expect(service.rows.size).toBe(0);
});

test("the role changes hands: by a rewrap the old officer fetches nothing any more", async () => {
  const { ada, officer, next, readersOf } = await scene();
  await createKycFile(ada.vault, {
    person,
    papers: [passport()],
    readers: claims(await readersOf(officer.account)),
  });
  const { files } = await listKycRecords(ada.vault);
  const wanted = await readersOf(next.account);
  const outcome = await syncReaders(ada.vault, { files, wanted, leaving: "rewrap" });
  expect(outcome).toMatchObject({
    status: "complete",
    synced: [
      {
        change: "rewrap",
        added: [{ account: next.account }],
        removed: [{ account: officer.account }],
        record: { version: 1, revision: 1 },
      },
    ],
  });
  expect((await listKycRecords(officer.vault)).files).toEqual([]);
  expect((await listKycRecords(next.vault)).files).toHaveLength(1);
});

test("the role changes hands: by a revocation it is another version under another key, its papers too", async () => {
  const { ada, officer, next, service, readersOf } = await scene();
  const kept = await createKycFile(ada.vault, {
    person,
    papers: [passport()],
    readers: claims(await readersOf(officer.account)),
  });
  const { files } = await listKycRecords(ada.vault);
  const seen = (await listKycRecords(officer.vault)).files[0];
  const outcome = await syncReaders(ada.vault, {
    files,
    wanted: await readersOf(next.account),
    leaving: "revoke",
  });
  expect(outcome.synced).toMatchObject([{ change: "revoke", record: { version: 2, revision: 0 } }]);
  const now = service.rows.get(kept.record.id);
  expect(now?.attachments).not.toEqual(kept.record.attachments);
  const opened = await openKycFile(next.vault, { id: kept.record.id });
  const [scan] = opened.manifest.attachments;
  if (!scan || !seen || !now) throw new TypeError("something is missing");
  expect(await (await openPaper(next.vault, scan)).text()).toBe("the passport of Ada");
  // What the officer kept of before opens nothing of now, even with the ciphertext in hand.
  const payload = service.blobs.get(now.payloadHash) ?? new Uint8Array();
  await expect(
    officer.worker.open({
      header: fromBase64(seen.record.header),
      payload: new Uint8Array(payload),
      author: ada.keys,
      expected: { recordId: now.id, version: 2, space: "kyc" },
    }),
  ).rejects.toThrow();
  // Done again there is nothing to do.
  const again = await syncReaders(ada.vault, {
    files: (await listKycRecords(ada.vault)).files,
    wanted: await readersOf(next.account),
    leaving: "revoke",
  });
  expect(again.synced).toMatchObject([{ change: "none" }]);
});

test("an officer with new keys keeps reading by a rewrap, whatever is done with who leaves", async () => {
  const { ada, officer, directory, readersOf } = await scene();
  await createKycFile(ada.vault, { person, papers: [], readers: claims(await readersOf(officer.account)) });
  const { recoveryCode } = await officer.worker.rotateKeys();
  const { public: renewed } = await officer.worker.confirmRecovery({ recoveryCode });
  await publishKeys(officer.api, { keys: await officer.worker.signKeys({ chainId: 31337 }) });
  directory.set(officer.account, [await entryOf(renewed)]);
  const { files } = await listKycRecords(ada.vault);
  const outcome = await syncReaders(ada.vault, {
    files,
    wanted: await readersOf(officer.account),
    leaving: "revoke",
  });
  expect(outcome.synced).toMatchObject([
    {
      change: "rewrap",
      removed: [],
      added: [],
      rekeyed: [{ account: officer.account, fingerprint: renewed.fingerprint }],
    },
  ]);
});

test("a service that puts another record's header in its place is found before anything is sealed for others", async () => {
  const { ada, officer, service, readersOf } = await scene();
  const readers = claims(await readersOf(officer.account));
  const kept = await createKycFile(ada.vault, { person, papers: [], readers });
  const secret = await createKycFile(ada.vault, { person, papers: [], readers });
  service.swapHeader(kept.record.id, secret.record.id);
  const { files, unreadable } = await listKycRecords(ada.vault);
  expect(files.map(({ record }) => record.id)).toEqual([secret.record.id]);
  expect(unreadable).toHaveLength(1);
  // The log signs the header that the service shows; the contents do not open by it.
  expect(unreadable[0]?.error).not.toBeInstanceOf(RecordSwappedError);
  expect(unreadable[0]?.error).not.toBeInstanceOf(HeaderReplayedError);
  expect(unreadable[0]?.error.code).toBe("records-tampered");
});

test("what somebody else seals as if it were the person's is not theirs; error: KeysNotAuthenticError", async () => {
  const { ada, officer, mal, service, readersOf } = await scene();
  const forged = await createKycFile(mal.vault, {
    person,
    papers: [],
    readers: claims(await readersOf(officer.account)),
  });
  const row = service.rows.get(forged.record.id);
  if (row) service.rows.set(row.id, { ...row, owner: ada.account });
  const { files, unreadable } = await listKycRecords(officer.vault);
  expect(files).toEqual([]);
  expect(unreadable[0]?.error).toBeInstanceOf(KeysNotAuthenticError);
});

test("a file of an unknown form is shown as unreadable and not as an empty one", async () => {
  const { ada, officer } = await scene();
  const sealed = await ada.worker.seal({
    body: new TextEncoder().encode(JSON.stringify({ format: 2 })),
    type: "kyc-file",
    space: "kyc",
    recordId: crypto.randomUUID(),
    version: 1,
    previous: null,
    owner: ada.account,
    chainId: 31337,
    recipients: [officer.keys],
  });
  const row = await storeRecord(ada.api, { sealed, current: null });
  const { files, unreadable } = await listKycRecords(officer.vault);
  expect(files).toEqual([]);
  expect(unreadable[0]?.error).toBeInstanceOf(SpaceUnreadableError);
  await expect(openKycFile(officer.vault, { id: row.id })).rejects.toThrow(SpaceUnreadableError);
});

test("papers for a loan are bound to the credit line, and go the same way", async () => {
  const { ada, officer: underwriter, readersOf } = await scene();
  const readers = claims(await readersOf(underwriter.account));
  const subject = { account: ada.account, creditLine: "42", application: 1_790_000_000 };
  const payslip = { kind: "income" as const, file: new Blob(["4,000 a month"]), name: "payslip.pdf" };
  const kept = await createLoanFile(ada.vault, { subject, papers: [payslip], readers, note: "Since May." });
  const [about] = (await listLoanRecords(underwriter.vault)).files;
  if (about === undefined) throw new TypeError("the underwriter sees nothing");
  expect(about.contents).toMatchObject({ subject, note: "Since May." });
  await decide(underwriter.vault, { about, outcome: "refused", reason: "It is not signed." });
  const mine = await listLoanRecords(ada.vault);
  expect(mine.decisions[0]?.contents.reason).toBe("It is not signed.");
  await updateLoanFile(ada.vault, { before: kept, subject, papers: [payslip, payslip], readers });
  expect((await openLoanFile(underwriter.vault, { id: kept.record.id })).record.version).toBe(2);
  await expect(createLoanFile(ada.vault, { subject, papers: [], readers })).rejects.toThrow(RecordInputError);
  await expect(createLoanFile(ada.vault, { subject, papers: [payslip], readers: [] })).rejects.toThrow(
    ReadersMissingError,
  );
});
