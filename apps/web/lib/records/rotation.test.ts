import type { RecordsProgress } from "@qti/sdk/records/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openNote, saveNote } from "./notes";
import { chosenReaders, listReaders, share, unshare } from "./readers";
import { rotate, unfinishedRotation } from "./rotation";
import { adaAccount, browser, chainId, type Service, service, silentChain, stranger } from "./testing";

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
});
afterEach(() => ada.records.worker.close());

const save = (title: string) =>
  saveNote(
    ada.records,
    { note: { title, text: "" }, files: [], readers: [] },
    { account: adaAccount, chainId },
    () => undefined,
  );

test("notes follow new keys with those whom the person chose, and the old keys are revoked at the end", async () => {
  const ben = await stranger(at);
  const shared = await share(ada.records, silentChain, await save("Shared"), ben.fingerprint, chainId);
  const own = await save("Own");
  expect(await unfinishedRotation(ada.records)).toEqual([]);

  const { recoveryCode } = await ada.records.worker.rotateKeys();
  const { public: next } = await ada.records.worker.confirmRecovery({ recoveryCode });
  expect(await unfinishedRotation(ada.records)).toMatchObject([{ fingerprint: ada.ada.fingerprint }]);
  const seen: RecordsProgress[] = [];
  expect(await rotate(ada.records, chainId, (progress) => seen.push(progress))).toMatchObject({
    status: "complete",
    rewrapped: 2,
    revoked: [ada.ada.fingerprint],
  });
  expect(seen.at(0)).toEqual({ total: 2, done: 0, failed: 0 });
  expect(seen.at(-1)).toEqual({ total: 2, done: 2, failed: 0 });
  expect(await unfinishedRotation(ada.records)).toEqual([]);

  const rows = [at.rows.get(shared.id), at.rows.get(own.id)];
  expect(rows.map((row) => new Set(row?.readers))).toEqual([
    new Set([next.fingerprint, ben.fingerprint]),
    new Set([next.fingerprint]),
  ]);
  // What the old keys signed is still the person's own, and goes on being shared.
  const [moved] = rows;
  if (!moved) throw new Error("The note is gone.");
  expect((await openNote(ada.records, moved, chainId)).note.title).toBe("Shared");
  expect(await chosenReaders(ada.records, moved, chainId)).toMatchObject([{ fingerprint: ben.fingerprint }]);
  expect(await listReaders(ada.records, silentChain, moved, chainId)).toHaveLength(1);
});

test("a note that the rotation has not reached yet is shared and unshared by the new keys", async () => {
  const [ben, cleo] = [await stranger(at), await stranger(at, `0x${"c".repeat(40)}`)];
  const old = await share(ada.records, silentChain, await save("Shared"), ben.fingerprint, chainId);
  const { recoveryCode } = await ada.records.worker.rotateKeys();
  const { public: next } = await ada.records.worker.confirmRecovery({ recoveryCode });
  expect(old.readers).not.toContain(next.fingerprint);

  const shared = await share(ada.records, silentChain, old, cleo.fingerprint, chainId);
  expect(new Set(shared.readers)).toEqual(new Set([next.fingerprint, ben.fingerprint, cleo.fingerprint]));
  expect((await openNote(ada.records, shared, chainId)).note.title).toBe("Shared");
  // One that is still sealed for the old keys.
  at.rows.set(old.id, old);
  const unshared = await unshare(ada.records, old, ben.fingerprint, chainId);
  expect(unshared.readers).toEqual([next.fingerprint]);
  expect((await openNote(ada.records, unshared, chainId)).note.title).toBe("Shared");
});

test("a note with a reader whom nobody chose stays where it is, and the old keys with it", async () => {
  const mal = await stranger(at);
  const row = await save("Own");
  await save("Another");
  const shared = await share(ada.records, silentChain, row, mal.fingerprint, chainId);
  // In a browser that remembers nothing, whom the service lists is nobody's choice.
  const records = { ...ada.records, storage: { getItem: () => null, setItem: () => undefined } };
  const { recoveryCode } = await records.worker.rotateKeys();
  await records.worker.confirmRecovery({ recoveryCode });
  const outcome = await rotate(records, chainId, () => undefined);
  expect(outcome).toMatchObject({
    status: "incomplete",
    rewrapped: 1,
    failures: [{ record: { id: shared.id }, error: { name: "ReaderUnconfirmedError" } }],
  });
  expect(await unfinishedRotation(records)).toHaveLength(1);
});
