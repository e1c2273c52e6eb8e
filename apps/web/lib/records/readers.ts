import type { Fingerprint, KeyPublic, PublishedKeys, RecordRow } from "@qti/sdk/records/client";
import type { Records } from "./context";
import { checkReaders, confirmReader, rememberChosen, unconfirmedReaders } from "./memory";
import { openNote } from "./notes";
import { bytesOf, selfOf } from "./open-record";

/** The proven public keys of everyone who reads a record, but for those of this browser, which are always added. */
async function otherReaders({ client, worker, api }: Records, row: RecordRow): Promise<PublishedKeys[]> {
  const { keys } = await worker.status();
  const others = row.readers.filter((reader) => reader !== keys?.fingerprint);
  return Promise.all(others.map((fingerprint) => client.getKeys(api, { fingerprint })));
}

/** A reader as the service lists them. */
export type ListedReader = Pick<PublishedKeys, "account" | "fingerprint"> & {
  /** The person chose them on this device, or the signed record names them. */
  confirmed: boolean;
};

/** Everyone else whom the service lists as a reader. */
export async function listReaders(
  records: Records,
  row: RecordRow,
  chainId: number,
): Promise<ListedReader[]> {
  const [{ of, own }, others] = await Promise.all([selfOf(records, chainId), otherReaders(records, row)]);
  const unconfirmed = unconfirmedReaders(of, row, own.fingerprint);
  return others.map(({ account, fingerprint }) => ({
    account,
    fingerprint,
    confirmed: row.owner !== of.account || !unconfirmed.includes(fingerprint),
  }));
}

/** The person compared the fingerprint of a reader and wants them. */
export async function confirm(
  records: Records,
  row: RecordRow,
  fingerprint: Fingerprint,
  chainId: number,
): Promise<void> {
  confirmReader((await selfOf(records, chainId)).of, row, fingerprint);
}

/**
 * The other readers of a note for whom it may be sealed again. The note is opened anew first: what is sealed for them must
 * be the note that the service says, and each of them somebody whom the person chose.
 */
export async function chosenReaders(
  records: Records,
  row: RecordRow,
  chainId: number,
  without?: Fingerprint,
): Promise<KeyPublic[]> {
  await openNote(records, row, chainId);
  const { of, own } = await selfOf(records, chainId);
  const kept = { ...row, readers: row.readers.filter((reader) => reader !== without) };
  checkReaders(of, kept, own.fingerprint);
  return otherReaders(records, kept);
}

/** Lets one more person open a note: the header is sealed anew for all, the payload stays. */
export async function share(
  records: Records,
  row: RecordRow,
  fingerprint: Fingerprint,
  chainId: number,
): Promise<RecordRow> {
  const { client, worker, api } = records;
  const [others, added] = await Promise.all([
    chosenReaders(records, row, chainId),
    client.getKeys(api, { fingerprint }),
  ]);
  const { header, readers } = await worker.rewrap({
    header: bytesOf(row.header),
    recipients: [...others, added],
  });
  const shared = await client.shareRecord(api, { record: row, header, readers });
  rememberChosen((await selfOf(records, chainId)).of, { ...row, readers });
  return shared;
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
  const unshared = await client.unshareRecord(api, { record: row, header, readers });
  rememberChosen((await selfOf(records, chainId)).of, { ...row, readers });
  return unshared;
}
