import { afterEach, beforeEach, expect, test } from "vitest";
import { ReaderKeysChangedError, ReaderKeysRevokedError } from "./errors";
import { openNote, openNoteFile, saveNote } from "./notes";
import { follow, listReaders, revoke, share } from "./readers";
import {
  adaAccount,
  browser,
  chainId,
  chainWith,
  entryOf,
  type Service,
  service,
  silentChain,
  stranger,
} from "./testing";

let at: Service;
let ada: Awaited<ReturnType<typeof browser>>;

beforeEach(async () => {
  at = service();
  ada = await browser(at);
});
afterEach(() => ada.records.worker.close());

const save = () =>
  saveNote(
    ada.records,
    { note: { title: "Safe", text: "Behind the painting." }, files: [], readers: [] },
    { account: adaAccount, chainId },
    () => undefined,
  );

test("the first keys of somebody are known from then on, and others of theirs are not taken", async () => {
  const [ben, other] = [await stranger(at), await stranger(at)];
  await share(ada.records, silentChain, await save(), ben.fingerprint, chainId);
  await share(ada.records, silentChain, await save(), ben.fingerprint, chainId);
  await expect(
    share(ada.records, silentChain, await save(), other.fingerprint, chainId),
  ).rejects.toMatchObject({
    name: ReaderKeysChangedError.name,
    known: ben.fingerprint,
    offered: other.fingerprint,
  });
});

test("keys that their owner revoked are not taken", async () => {
  const ben = await stranger(at);
  const published = at.keys.get(ben.fingerprint);
  if (published) at.keys.set(ben.fingerprint, { ...published, revokedAt: new Date().toISOString() });
  await expect(share(ada.records, silentChain, await save(), ben.fingerprint, chainId)).rejects.toThrow(
    ReaderKeysRevokedError,
  );
});

test("keys that their owner revoked on the chain are not taken either, and a reader who has them is shown so", async () => {
  const ben = await stranger(at);
  const inUse = chainWith([await entryOf(ben.keys)]);
  const row = await share(ada.records, inUse, await save(), ben.fingerprint, chainId);
  const [before] = await listReaders(ada.records, inUse, row, chainId);
  expect(before?.now?.trust).toMatchObject({ state: "known", directory: "agrees" });

  const revoked = chainWith([await entryOf(ben.keys, { revokedAt: 2 })]);
  await expect(share(ada.records, revoked, await save(), ben.fingerprint, chainId)).rejects.toThrow(
    ReaderKeysRevokedError,
  );
  const [after] = await listReaders(ada.records, revoked, row, chainId);
  expect(after?.now?.trust).toMatchObject({ state: "revoked", directory: "revoked" });
});

test("a reader who is shut out by a new version has the key of none of its files", async () => {
  const ben = await stranger(at);
  const file = new File(["the combination"], "safe.txt", { type: "text/plain" });
  const saved = await saveNote(
    ada.records,
    { note: { title: "Safe", text: "Behind the painting." }, files: [{ file }], readers: [] },
    { account: adaAccount, chainId },
    () => undefined,
  );
  const shared = await share(ada.records, silentChain, saved, ben.fingerprint, chainId);
  const before = await openNote(ada.records, shared, chainId);
  const row = await revoke(ada.records, before, ben.fingerprint, { account: adaAccount, chainId });
  expect(row).toMatchObject({ version: 2, readers: [row.author] });
  const { manifest } = await openNote(ada.records, row, chainId);
  const [old, now] = [before.manifest.attachments[0], manifest.attachments[0]];
  if (!old || !now) throw new Error("The file is gone.");
  expect([now.name, now.mediaType]).toEqual([old.name, old.mediaType]);
  expect(now.hash).not.toBe(old.hash);
  expect(await (await openNoteFile(ada.records, now)).text()).toBe("the combination");
});

test("keys that the service offers as those of somebody who never signed that they are, are not taken; error: KeysNotAuthenticError", async () => {
  const ben = await stranger(at);
  const published = at.keys.get(ben.fingerprint);
  if (published) at.keys.set(ben.fingerprint, { ...published, account: `0x${"9".repeat(40)}` });
  await expect(share(ada.records, silentChain, await save(), ben.fingerprint, chainId)).rejects.toMatchObject(
    { name: "KeysNotAuthenticError" },
  );
});

test("a reader who has other keys now is shown as such, and followed once they were compared", async () => {
  const ben = await stranger(at);
  const row = await share(ada.records, silentChain, await save(), ben.fingerprint, chainId);
  const [before] = await listReaders(ada.records, silentChain, row, chainId);
  expect(before?.now?.trust).toMatchObject({ state: "known", directory: "unknown" });

  const next = await stranger(at);
  const published = at.keys.get(ben.fingerprint);
  if (published) at.keys.set(ben.fingerprint, { ...published, revokedAt: new Date().toISOString() });
  const [after] = await listReaders(ada.records, silentChain, row, chainId);
  expect(after?.now?.trust).toMatchObject({ state: "changed", pinned: { fingerprint: ben.fingerprint } });
  const now = after?.now?.offered;
  if (!now) throw new Error("The service names no keys.");
  expect(now.fingerprint).toBe(next.fingerprint);

  const followed = await follow(ada.records, silentChain, row, { before: ben.fingerprint, now }, chainId);
  expect(new Set(followed.readers)).toEqual(new Set([ada.ada.fingerprint, next.fingerprint]));
  const [known] = await listReaders(ada.records, silentChain, followed, chainId);
  expect(known?.now?.trust).toMatchObject({ state: "known", pinned: { by: "comparison" } });
});
