import { RecordMismatchError, type RecordRow } from "@qti/sdk/records/client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ReaderUnconfirmedError, RecordRolledBackError } from "./errors";
import { readMemory, unconfirmedReaders } from "./memory";
import { openNote, saveNote } from "./notes";
import { chosenReaders, confirm, listReaders, share, unshare } from "./readers";
import {
  adaAccount,
  browser,
  chainId,
  malAccount,
  type Service,
  service,
  silentChain,
  storageOf,
  stranger,
} from "./testing";

const note = { title: "Safe", text: "Behind the painting." };

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
});
afterEach(() => ada.records.worker.close());

const save = (before?: RecordRow) =>
  saveNote(
    ada.records,
    { note, files: [], readers: [], ...(before ? { before } : {}) },
    { account: adaAccount, chainId },
    () => undefined,
  );

/** The same keys in a browser that remembers nothing. */
const elsewhere = () => ({ ...ada.records, storage: storageOf() });

test("whom the person shared with stays a reader, and unsharing ends it", async () => {
  const [ben, cleo] = [await stranger(at), await stranger(at, `0x${"c".repeat(40)}`)];
  const one = await share(ada.records, silentChain, await save(), ben.fingerprint, chainId);
  const two = await share(ada.records, silentChain, one, cleo.fingerprint, chainId);
  expect(new Set(two.readers)).toEqual(new Set([ada.ada, ben, cleo].map(({ fingerprint }) => fingerprint)));
  expect(
    (await listReaders(ada.records, silentChain, two, chainId)).every(({ confirmed }) => confirmed),
  ).toBe(true);
  const three = await unshare(ada.records, two, ben.fingerprint, chainId);
  expect(await chosenReaders(ada.records, three, chainId)).toMatchObject([{ fingerprint: cleo.fingerprint }]);
  // The service lists Ben again.
  const again = { ...three, readers: two.readers };
  await expect(chosenReaders(ada.records, again, chainId)).rejects.toThrow(ReaderUnconfirmedError);
});

test("a reader whom the service added is refused when the note is shared, sealed again or unshared", async () => {
  const [ben, mal] = [await stranger(at), await stranger(at)];
  const row = await share(ada.records, silentChain, await save(), ben.fingerprint, chainId);
  const injected = { ...row, readers: [...row.readers, mal.fingerprint] };
  await expect(share(ada.records, silentChain, injected, ben.fingerprint, chainId)).rejects.toThrow(
    ReaderUnconfirmedError,
  );
  await expect(chosenReaders(ada.records, injected, chainId)).rejects.toThrow(ReaderUnconfirmedError);
  await expect(unshare(ada.records, injected, ben.fingerprint, chainId)).rejects.toThrow(
    ReaderUnconfirmedError,
  );
  const listed = await listReaders(ada.records, silentChain, injected, chainId);
  expect(listed.map(({ fingerprint, confirmed }) => [fingerprint, confirmed])).toEqual([
    [ben.fingerprint, true],
    [mal.fingerprint, false],
  ]);
});

test("a reader added before anything was shared is not in what the author signed", async () => {
  const mal = await stranger(at);
  const row = await save();
  const injected = { ...row, readers: [...row.readers, mal.fingerprint] };
  await expect(openNote(ada.records, injected, chainId)).rejects.toThrow(RecordMismatchError);
});

test("the header of another note is not sealed for anyone", async () => {
  const ben = await stranger(at);
  const [one, two] = [await save(), await save()];
  await expect(
    share(ada.records, silentChain, { ...one, header: two.header }, ben.fingerprint, chainId),
  ).rejects.toMatchObject({ name: "RecordTamperedError" });
});

test("a version before the newest seen is refused, and another in its place", async () => {
  const first = await save();
  const second = await save(first);
  await openNote(ada.records, second, chainId);
  await expect(openNote(ada.records, first, chainId)).rejects.toThrow(RecordRolledBackError);
  const other = at.keep(
    await ada.ada.write({
      text: JSON.stringify(note),
      recordId: first.id,
      version: 2,
      previous: first.manifestHash,
    }),
  );
  await expect(openNote(ada.records, other, chainId)).rejects.toThrow(RecordRolledBackError);
});

test("a next version must name the one that was seen", async () => {
  const first = await save();
  const unrelated = await save();
  const write = (previous: string) =>
    ada.ada.write({ text: JSON.stringify(note), recordId: first.id, version: 2, previous });
  const wrong = at.keep(await write(unrelated.manifestHash));
  await expect(openNote(ada.records, wrong, chainId)).rejects.toThrow(RecordMismatchError);
  const right = at.keep(await write(first.manifestHash));
  expect((await openNote(ada.records, right, chainId)).note).toEqual(note);
});

test("a browser that never saw the record opens it, and asks about readers who were added after sealing", async () => {
  const ben = await stranger(at);
  const row = await share(ada.records, silentChain, await save(), ben.fingerprint, chainId);
  const fresh = elsewhere();
  expect((await openNote(fresh, row, chainId)).note).toEqual(note);
  await expect(chosenReaders(fresh, row, chainId)).rejects.toThrow(ReaderUnconfirmedError);
  await confirm(fresh, row, { account: malAccount, fingerprint: ben.fingerprint }, chainId);
  expect(await chosenReaders(fresh, row, chainId)).toMatchObject([{ fingerprint: ben.fingerprint }]);
});

test("a memory that cannot be read or written counts as none", async () => {
  const row = await save();
  const storage = {
    getItem: () => "{",
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect((await openNote({ ...ada.records, storage }, row, chainId)).note).toEqual(note);
  const of = { storage, account: adaAccount, chainId };
  expect(readMemory(of)).toEqual({ format: 1, keys: [], records: {} });
  expect(unconfirmedReaders(of, row, ada.ada.fingerprint)).toEqual([]);
});
