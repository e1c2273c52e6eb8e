import type { Fingerprint, KeyPublic, PublishedKeys, RecordRow } from "@qti/sdk/records/client";
import type { Address } from "viem";
import type { ReadClient } from "@/lib/transactions/flow";
import type { Records } from "./context";
import {
  checkReaders,
  confirmReader,
  pinKeys,
  pinnedKeys,
  rememberChosen,
  unconfirmedReaders,
} from "./memory";
import { type NoteFile, type OpenedNote, openNote, openNoteFile, saveNote } from "./notes";
import { bytesOf, isOwnKey, type Self, selfOf } from "./open-record";
import { compared, expectTrusted, type JudgedKeys, judgeAccount } from "./trust";

/** The proven public keys of everyone who reads a record, but for those of this person. */
async function otherReaders({ client, api }: Records, row: RecordRow, self: Self): Promise<PublishedKeys[]> {
  const others = row.readers.filter((reader) => !isOwnKey(self, reader));
  return Promise.all(others.map((fingerprint) => client.getKeys(api, { fingerprint })));
}

/** A reader as the service lists them. */
export type ListedReader = Pick<PublishedKeys, "account" | "fingerprint"> & {
  /** The person chose them on this device, or the signed record names them. */
  confirmed: boolean;
  /** The keys that they have now; `undefined` where the service names none. */
  now: JudgedKeys | undefined;
};

/** Everyone else whom the service lists as a reader. */
export async function listReaders(
  records: Records,
  chain: ReadClient,
  row: RecordRow,
  chainId: number,
): Promise<ListedReader[]> {
  const self = await selfOf(records, chainId);
  const { of, own } = self;
  const unconfirmed = unconfirmedReaders(of, row, own.fingerprint);
  return Promise.all(
    (await otherReaders(records, row, self)).map(async ({ account, fingerprint }) => {
      const confirmed = row.owner !== of.account || !unconfirmed.includes(fingerprint);
      // Whom the person chose before this browser knew keys of others.
      if (confirmed && !pinnedKeys(of, account)) pinKeys(of, account, { fingerprint, by: "first-use" });
      return { account, fingerprint, confirmed, now: await judgeAccount(records, chain, account, self) };
    }),
  );
}

/** The person compared the fingerprint of a reader and wants them. */
export async function confirm(
  records: Records,
  row: RecordRow,
  reader: Pick<PublishedKeys, "account" | "fingerprint">,
  chainId: number,
): Promise<void> {
  confirmReader((await selfOf(records, chainId)).of, row, reader.fingerprint);
  await compared(records, reader, chainId);
}

/**
 * The other readers of a record that was opened, for whom it may be sealed again: each of them somebody whom the person chose.
 *
 * @throws {@link ReaderUnconfirmedError}
 */
export async function readersOf(records: Records, row: RecordRow, self: Self): Promise<KeyPublic[]> {
  const others = { ...row, readers: row.readers.filter((reader) => !isOwnKey(self, reader)) };
  checkReaders(self.of, others, self.own.fingerprint);
  return otherReaders(records, others, self);
}

/**
 * The other readers of a note for whom it may be sealed again. The note is opened anew first: what is sealed for them must
 * be the note that the service says.
 */
export async function chosenReaders(
  records: Records,
  row: RecordRow,
  chainId: number,
  without?: Fingerprint,
): Promise<KeyPublic[]> {
  await openNote(records, row, chainId);
  const kept = { ...row, readers: row.readers.filter((reader) => reader !== without) };
  return readersOf(records, kept, await selfOf(records, chainId));
}

/**
 * Lets one more person open a note: the header is sealed anew for all, the payload stays.
 *
 * @throws {@link ReaderKeysChangedError} {@link ReaderKeysRevokedError}
 */
export async function share(
  records: Records,
  chain: ReadClient,
  row: RecordRow,
  fingerprint: Fingerprint,
  chainId: number,
): Promise<RecordRow> {
  const { client, worker, api } = records;
  const added = await client.getKeys(api, { fingerprint });
  // Whose they are is said by the keys themselves, and not by the service: what is known of that account decides.
  await worker.verifyKeys({ published: added });
  await expectTrusted(records, chain, added, chainId);
  const others = await chosenReaders(records, row, chainId);
  const { header, readers } = await worker.rewrap({
    header: bytesOf(row.header),
    recipients: [...others, added],
  });
  const own = await worker.status();
  const shared = await client.shareRecord(api, { record: row, header, readers, own });
  rememberChosen((await selfOf(records, chainId)).of, { ...row, readers });
  return shared;
}

/** Seals a note for keys of a reader that the person has compared, and no longer for those that they had before. */
export async function follow(
  records: Records,
  chain: ReadClient,
  row: RecordRow,
  { before, now }: { before: Fingerprint; now: PublishedKeys },
  chainId: number,
): Promise<RecordRow> {
  await compared(records, now, chainId);
  const shared = row.readers.includes(now.fingerprint)
    ? row
    : await share(records, chain, row, now.fingerprint, chainId);
  return unshare(records, shared, before, chainId);
}

/** Stops giving a note to a reader. Who opened this version may have kept its key. */
export async function unshare(
  records: Records,
  row: RecordRow,
  fingerprint: Fingerprint,
  chainId: number,
): Promise<RecordRow> {
  const { client, worker, api } = records;
  const others = await chosenReaders(records, row, chainId, fingerprint);
  const { header, readers } = await worker.rewrap({ header: bytesOf(row.header), recipients: others });
  const own = await worker.status();
  const unshared = await client.unshareRecord(api, { record: row, header, readers, own });
  rememberChosen((await selfOf(records, chainId)).of, { ...row, readers });
  return unshared;
}

/**
 * Shuts a reader out: a new version for the others, under a new key, its files under new keys as well, whose keys of before lay in the
 * version of before.
 */
export async function revoke(
  records: Records,
  { row, note, manifest }: Pick<OpenedNote, "row" | "note" | "manifest">,
  fingerprint: Fingerprint,
  who: { account: Address; chainId: number },
): Promise<RecordRow> {
  const readers = await chosenReaders(records, row, who.chainId, fingerprint);
  const files: NoteFile[] = [];
  for (const attachment of manifest.attachments) {
    const { name, mediaType } = attachment;
    const blob = await openNoteFile(records, attachment);
    files.push({ file: new File([blob], name, mediaType ? { type: mediaType } : {}) });
  }
  return saveNote(records, { note, files, readers, before: row }, who, () => undefined);
}
