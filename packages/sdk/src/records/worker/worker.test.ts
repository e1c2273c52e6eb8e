import { MessageChannel, Worker } from "node:worker_threads";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, describe, expect, test } from "vitest";
import { randomBytes, toBase64 } from "../bytes.ts";
import {
  AttachmentTooLargeError,
  ClassicalRecipientError,
  KeySlotError,
  KeysLockedError,
  KeysNotAuthenticError,
  NotARecipientError,
  RecordInputError,
  RecordMismatchError,
  RecordsAbortedError,
  RecordsWorkerError,
  RecordTamperedError,
  RecoveryCodeError,
} from "../errors.ts";
import { newRecordId } from "../ids.ts";
import { verifyPublishedKeys } from "../keys/signKeys.ts";
import { createRecoveryCode } from "../keys/slots/recoveryCode.ts";
import { indexedDbKeyStore } from "../keys/store/indexedDbKeyStore.ts";
import { owner } from "../testing/people.ts";
import { createRecordsWorker, type RecordsWorker } from "./createRecordsWorker.ts";
import { serveRecords } from "./serveRecords.ts";

const open: RecordsWorker[] = [];
afterEach(() => {
  for (const worker of open.splice(0)) worker.close();
});

/** A client whose other end serves over a real channel, with structured clones, on a browser of its own or a shared one. */
function connect(factory = new IDBFactory()): RecordsWorker {
  const { port1, port2 } = new MessageChannel();
  serveRecords(port2, indexedDbKeyStore({ factory }));
  const worker = createRecordsWorker(port1);
  open.push(worker);
  return worker;
}

async function ready(factory?: IDBFactory, account: string = owner) {
  const worker = connect(factory);
  const { recoveryCode } = await worker.createKeys({ account });
  const { public: keys, backup } = await worker.confirmRecovery({ recoveryCode });
  return { worker, keys, backup, recoveryCode };
}

const note = () => ({
  body: new TextEncoder().encode("The safe is behind the painting."),
  type: "note",
  space: "notes",
  recordId: newRecordId(),
  version: 1,
  previous: null,
  owner,
  chainId: 31337,
  recipients: [],
});

describe("keys in the Worker", () => {
  test("nothing is stored before the recovery code was given back", async () => {
    const worker = connect();
    expect((await worker.status()).keys).toBeNull();
    const { recoveryCode } = await worker.createKeys({ account: owner });
    expect(await worker.findKeys({ account: owner })).toBeNull();
    await expect(worker.seal(note())).rejects.toThrow(KeysLockedError);
    await expect(worker.confirmRecovery({ recoveryCode: await createRecoveryCode() })).rejects.toMatchObject({
      name: "RecoveryCodeError",
      reason: "other-keys",
    });
    expect(await worker.findKeys({ account: owner })).toBeNull();
    const { public: keys } = await worker.confirmRecovery({ recoveryCode: recoveryCode.toLowerCase() });
    expect(await worker.status()).toMatchObject({ account: owner, keys });
    const found = await worker.findKeys({ account: owner });
    expect(found?.slots.map(({ kind }) => kind)).toEqual(["recovery", "device"]);
  });

  test("after a reload the device unlocks the same keys", async () => {
    const factory = new IDBFactory();
    const { keys } = await ready(factory);
    const again = connect(factory);
    expect((await again.status()).keys).toBeNull();
    expect(await again.unlock({ account: owner })).toEqual(keys);
    await again.lock();
    await expect(again.backup()).rejects.toThrow(KeysLockedError);
  });

  test("an account in capitals is the same account", async () => {
    const { worker, keys } = await ready();
    expect(await worker.unlock({ account: owner.toUpperCase().replace("0X", "0x") })).toEqual(keys);
  });

  test("another browser restores them by recovery code and backup, and then has a slot of its own", async () => {
    const { keys, backup, recoveryCode } = await ready();
    const factory = new IDBFactory();
    const other = connect(factory);
    const saved: unknown = JSON.parse(JSON.stringify(backup));
    await expect(
      other.restore({ account: owner, backup: saved, recoveryCode: await createRecoveryCode() }),
    ).rejects.toMatchObject({ name: "KeySlotError", reason: "wrong-secret" });
    await expect(other.restore({ account: owner, backup: {}, recoveryCode })).rejects.toThrow(KeySlotError);
    await expect(other.restore({ account: owner, backup: saved, recoveryCode: "x" })).rejects.toThrow(
      RecoveryCodeError,
    );
    expect(await other.restore({ account: owner, backup: saved, recoveryCode })).toEqual(keys);
    expect(await connect(factory).unlock({ account: owner })).toEqual(keys);
  });

  test("a passphrase opens the backup that was made after it was set, and replaces the one before", async () => {
    const { worker, keys } = await ready();
    await worker.addPassphrase({ passphrase: "an old one" });
    const backup = await worker.addPassphrase({ passphrase: "correct horse battery" });
    expect(backup.slots.map(({ kind }) => kind)).toEqual(["recovery", "passphrase"]);
    const restored = connect().restore({ account: owner, backup, passphrase: "correct horse battery" });
    expect(await restored).toEqual(keys);
  }, 60_000);

  test("error: KeySlotError rather than keys that were never meant to go", async () => {
    const factory = new IDBFactory();
    const { worker } = await ready(factory);
    await expect(worker.createKeys({ account: owner })).rejects.toMatchObject({ reason: "exists" });
    const other = await ready();
    await expect(
      worker.restore({ account: owner, backup: other.backup, recoveryCode: other.recoveryCode }),
    ).rejects.toMatchObject({ reason: "exists" });
    await worker.forget({ account: owner });
    await expect(worker.unlock({ account: owner })).rejects.toMatchObject({ reason: "missing" });
    await expect(worker.seal(note())).rejects.toThrow(KeysLockedError);
  });

  test("keys are signed for their account, ready to be published", async () => {
    const { worker, keys } = await ready();
    expect(await verifyPublishedKeys(await worker.signKeys({ chainId: 31337 }))).toEqual(keys);
  });

  test("published keys are proven in the Worker, and none is believed that signed for another account", async () => {
    const { worker, keys } = await ready();
    const now = new Date().toISOString();
    const published = { ...(await worker.signKeys({ chainId: 31337 })), createdAt: now, revokedAt: null };
    expect(await worker.verifyKeys({ published })).toEqual(keys);
    const moved = { ...published, account: `0x${"e".repeat(40)}` };
    await expect(worker.verifyKeys({ published: moved })).rejects.toThrow(KeysNotAuthenticError);
  });
});

describe("ways to open keys", () => {
  const passkey = {
    credentialId: "Y3JlZGVudGlhbA",
    rpId: "localhost",
    prfInput: toBase64(randomBytes(32)),
    secret: randomBytes(32),
  };
  const wallet = { account: owner, chainId: 31337, factor: randomBytes(64), share: randomBytes(32) };

  test("a passkey, or a wallet with the service's share, opens the backup in another browser", async () => {
    const { worker, keys } = await ready();
    await worker.addPasskey({ passkey });
    const backup = await worker.addWallet({ wallet });
    expect(backup.slots.map(({ kind }) => kind)).toEqual(["recovery", "passkey", "wallet"]);
    expect(await connect().restore({ account: owner, backup, passkey })).toEqual(keys);
    expect(await connect().restore({ account: owner, backup, wallet })).toEqual(keys);
    const other = { ...wallet, share: randomBytes(32) };
    await expect(connect().restore({ account: owner, backup, wallet: other })).rejects.toMatchObject({
      reason: "wrong-secret",
    });
  });

  test("what a passkey has to be asked is found without unlocking", async () => {
    const factory = new IDBFactory();
    const { worker } = await ready(factory);
    await worker.addPasskey({ passkey });
    const found = await connect(factory).findKeys({ account: owner });
    const { secret, ...facts } = passkey;
    expect(found?.slots.find(({ kind }) => kind === "passkey")?.passkey).toEqual(facts);
  });

  test("error: KeySlotError before the last way but one is taken away", async () => {
    const factory = new IDBFactory();
    const { worker } = await ready(factory);
    const slots = async () => (await worker.findKeys({ account: owner }))?.slots ?? [];
    const idOf = async (kind: string) => (await slots()).find((slot) => slot.kind === kind)?.id ?? "";
    for (const kind of ["recovery", "device"])
      await expect(worker.removeSlot({ id: await idOf(kind) })).rejects.toMatchObject({ reason: "too-few" });
    await worker.addPasskey({ passkey });
    const backup = await worker.removeSlot({ id: await idOf("recovery") });
    expect(backup.slots.map(({ kind }) => kind)).toEqual(["passkey"]);
    await expect(worker.removeSlot({ id: "none" })).rejects.toMatchObject({ reason: "missing" });
  });

  test("error: KeySlotError rather than a record that one lost thing would lose", async () => {
    const factory = new IDBFactory();
    const { worker } = await ready(factory);
    const store = indexedDbKeyStore({ factory });
    const keyring = await store.getKeyring(owner);
    if (keyring === undefined) throw new TypeError("no keyring");
    // As a version from before the rule may have left it.
    await store.putKeyring({ ...keyring, slots: keyring.slots.filter(({ kind }) => kind === "device") });
    await worker.unlock({ account: owner });
    await expect(worker.seal(note())).rejects.toMatchObject({ name: "KeySlotError", reason: "too-few" });
    await worker.addPasskey({ passkey });
    await worker.seal(note());
  });
});

describe("rotation", () => {
  test("new keys follow the old, which still open what is theirs, here and from the new backup", async () => {
    const factory = new IDBFactory();
    const { worker, keys: old } = await ready(factory);
    const sealed = await worker.seal(note());
    const { recoveryCode, public: next } = await worker.rotateKeys();
    expect((await worker.status()).keys).toEqual(old);
    const { public: now, backup } = await worker.confirmRecovery({ recoveryCode });
    expect(now).toEqual(next);
    expect(now.fingerprint).not.toBe(old.fingerprint);
    const { recordId } = sealed.manifest;
    const asking = {
      header: sealed.header,
      payload: sealed.payload,
      author: old,
      expected: { recordId, version: 1, space: "notes" },
    };
    const again = connect(factory);
    await again.unlock({ account: owner });
    const elsewhere = connect();
    await elsewhere.restore({ account: owner, backup, recoveryCode });
    for (const each of [worker, again, elsewhere]) {
      expect((await each.status()).retired).toEqual([old]);
      expect((await each.open(asking)).body).toEqual(note().body);
    }
    const { header, readers } = await elsewhere.rewrap({ header: sealed.header, recipients: [] });
    expect(readers).toEqual([now.fingerprint]);
    expect((await worker.open({ ...asking, header })).body).toEqual(note().body);
    const sealer = (await worker.seal(note())).manifest.author;
    expect(sealer).toBe(now.fingerprint);
  });

  test("twice: all older keys stay", async () => {
    const { worker, keys: first } = await ready();
    const sealed = await worker.seal(note());
    const { recoveryCode: one } = await worker.rotateKeys();
    const { public: second } = await worker.confirmRecovery({ recoveryCode: one });
    const { recoveryCode: two } = await worker.rotateKeys();
    await worker.confirmRecovery({ recoveryCode: two });
    expect((await worker.status()).retired).toEqual([second, first]);
    await worker.rewrap({ header: sealed.header, recipients: [] });
  });

  test("nothing has changed until the new code is typed, and without open keys there is nothing to rotate", async () => {
    const factory = new IDBFactory();
    const { worker, keys, backup, recoveryCode } = await ready(factory);
    await worker.rotateKeys();
    await expect(worker.confirmRecovery({ recoveryCode })).rejects.toThrow(RecoveryCodeError);
    expect(await connect(factory).unlock({ account: owner })).toEqual(keys);
    expect(await connect().restore({ account: owner, backup, recoveryCode })).toEqual(keys);
    await expect(connect().rotateKeys()).rejects.toThrow(KeysLockedError);
  });
});

describe("records through the Worker", () => {
  test("are sealed, shared and opened, and a third person cannot", async () => {
    const [ada, ben, cleo] = await Promise.all([ready(), ready(), ready()]);
    const sealed = await ada.worker.seal(note());
    const { header } = await ada.worker.rewrap({ header: sealed.header, recipients: [ben.keys] });
    const { recordId } = sealed.manifest;
    const asking = {
      header,
      payload: sealed.payload,
      author: ada.keys,
      expected: { recordId, version: 1, space: "notes" },
    };
    expect((await ben.worker.open(asking)).body).toEqual(note().body);
    await expect(cleo.worker.open(asking)).rejects.toThrow(NotARecipientError);
    await expect(ben.worker.open({ ...asking, payload: asking.payload.slice(1) })).rejects.toThrow(
      RecordTamperedError,
    );
    const expected = { ...asking.expected, version: 2 };
    await expect(ben.worker.open({ ...asking, expected })).rejects.toMatchObject({
      name: "RecordMismatchError",
      field: "version",
      expected: "2",
      actual: "1",
    });
    await expect(ben.worker.open({ ...asking, expected })).rejects.toThrow(RecordMismatchError);
  });

  test("what the page gave stays the page's: nothing is detached", async () => {
    const { worker } = await ready();
    const given = note();
    await worker.seal(given);
    expect(given.body.length).toBeGreaterThan(0);
  });

  test("error: the same classes as without a Worker for bad input", async () => {
    const { worker, keys } = await ready();
    await expect(worker.seal({ ...note(), space: "My Notes" })).rejects.toMatchObject({
      name: "RecordInputError",
      field: "space",
    });
    await expect(worker.seal({ ...note(), owner: "0x1" })).rejects.toThrow(RecordInputError);
    const recipients = [
      { ...keys, recipient: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj" },
    ];
    await expect(worker.seal({ ...note(), recipients })).rejects.toThrow(ClassicalRecipientError);
  });

  test("files pass as Blobs, with their kind and with progress", async () => {
    const { worker } = await ready();
    const blob = new Blob([new Uint8Array(300_000).fill(7)], { type: "image/png" });
    const seen: number[] = [];
    const { attachment, ciphertext } = await worker.sealAttachment({
      blob,
      name: "scan.png",
      onProgress: (bytes) => seen.push(bytes),
    });
    expect(seen.at(-1)).toBe(300_000);
    expect(attachment).toMatchObject({ name: "scan.png", mediaType: "image/png", size: 300_000 });
    const sealed = await worker.seal({ ...note(), attachments: [attachment] });
    expect(sealed.attachments).toEqual([{ hash: attachment.hash, size: ciphertext.size }]);
    const opened = await worker.openAttachment({ ciphertext, attachment });
    expect(opened.type).toBe("image/png");
    expect(await opened.bytes()).toEqual(await blob.bytes());
    await expect(worker.openAttachment({ ciphertext: ciphertext.slice(0, -1), attachment })).rejects.toThrow(
      RecordTamperedError,
    );
  });

  test("error: AttachmentTooLargeError before the file is read", async () => {
    const { worker } = await ready();
    const blob = new Blob([new Uint8Array(1001)]);
    await expect(worker.sealAttachment({ blob, name: "a", maxBytes: 1000 })).rejects.toMatchObject({
      name: "AttachmentTooLargeError",
      size: 1001,
      limit: 1000,
    });
    await expect(worker.sealAttachment({ blob, name: "a", maxBytes: 1000 })).rejects.toThrow(
      AttachmentTooLargeError,
    );
  });

  test("error: RecordsAbortedError when the page cancels, before or during", async () => {
    const { worker } = await ready();
    const blob = new Blob([new Uint8Array(8_000_000)]);
    await expect(worker.sealAttachment({ blob, name: "a", signal: AbortSignal.abort() })).rejects.toThrow(
      RecordsAbortedError,
    );
    const controller = new AbortController();
    const sealing = worker.sealAttachment({
      blob,
      name: "a",
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(sealing).rejects.toThrow(RecordsAbortedError);
  });

  test("documents are committed to and verified", async () => {
    const { worker } = await ready();
    const document = new Blob(["deed"]);
    const commitment = await worker.commitDocument({ document });
    expect(await worker.verifyDocument({ document, ...commitment })).toBe(true);
    expect(await worker.verifyDocument({ document: new Blob(["other"]), ...commitment })).toBe(false);
  });
});

describe("when the Worker fails", () => {
  test("error: RecordsWorkerError for what was under way and for what comes after it was closed", async () => {
    const { worker } = await ready();
    const waiting = worker.seal(note());
    worker.close();
    await expect(waiting).rejects.toThrow(RecordsWorkerError);
    await expect(worker.status()).rejects.toThrow(RecordsWorkerError);
  });

  test("error: RecordsWorkerError when it cannot be loaded", async () => {
    const target = new EventTarget();
    const worker = createRecordsWorker({
      postMessage: () => target.dispatchEvent(new Event("error")),
      addEventListener: target.addEventListener.bind(target),
    });
    await expect(worker.status()).rejects.toThrow(RecordsWorkerError);
  });

  test("error: RecordsWorkerError for an answer of another form", async () => {
    const { port1, port2 } = new MessageChannel();
    const worker = createRecordsWorker(port1);
    open.push(worker);
    port2.addEventListener("message", (event) => {
      const id: unknown = Reflect.get(event, "data").id;
      port2.postMessage("noise");
      port2.postMessage({ kind: "result", id, value: { keys: 1 } });
    });
    port2.start();
    await expect(worker.status()).rejects.toThrow(RecordsWorkerError);
    port2.close();
  });

  test("noise on the port and unknown methods are answered or passed over, and work goes on", async () => {
    const { port1, port2 } = new MessageChannel();
    serveRecords(port2, indexedDbKeyStore({ factory: new IDBFactory() }));
    const answers: unknown[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    port1.addEventListener("message", (event) => {
      answers.push(event.data);
      if (answers.length === 2) resolve();
    });
    port1.start();
    for (const noise of [null, "x", { kind: "call" }, { kind: "cancel", id: 9 }]) port1.postMessage(noise);
    port1.postMessage({ kind: "call", id: 1, method: "constructor", params: {} });
    port1.postMessage({ kind: "call", id: 2, method: "status", params: {} });
    await promise;
    expect(answers).toMatchObject([
      { kind: "error", id: 1, error: { name: "RecordsWorkerError" } },
      { kind: "result", id: 2 },
    ]);
    port1.close();
  });
});

test("in a real thread of its own: seals, opens, and errors keep their class", async () => {
  const { port1, port2 } = new MessageChannel();
  const thread = new Worker(new URL("../testing/recordsThread.ts", import.meta.url));
  thread.postMessage(port2, [port2]);
  const worker = createRecordsWorker(port1);
  try {
    const { recoveryCode } = await worker.createKeys({ account: owner });
    const { public: keys } = await worker.confirmRecovery({ recoveryCode });
    const sealed = await worker.seal(note());
    const asking = { header: sealed.header, payload: sealed.payload, author: keys };
    const { recordId } = sealed.manifest;
    const { body } = await worker.open({ ...asking, expected: { recordId, version: 1, space: "notes" } });
    expect(body).toEqual(note().body);
    await expect(
      worker.open({ ...asking, expected: { recordId, version: 1, space: "kyc" } }),
    ).rejects.toThrow(RecordMismatchError);
  } finally {
    worker.close();
    await thread.terminate();
  }
});
