import type { Fingerprint, KeyPublic, RecordRow } from "@qti/sdk/records/client";
import type { Records } from "./context";
import { bytesOf } from "./open-record";

/** The proven public keys of everyone who reads a record, but for those of this browser, which are always added. */
export async function otherReaders({ client, worker, api }: Records, row: RecordRow): Promise<KeyPublic[]> {
  const { keys } = await worker.status();
  const others = row.readers.filter((reader) => reader !== keys?.fingerprint);
  return Promise.all(others.map((fingerprint) => client.getKeys(api, { fingerprint })));
}

/** Lets one more person open a record: the header is sealed anew for all, the payload stays. */
export async function share(records: Records, row: RecordRow, fingerprint: Fingerprint): Promise<RecordRow> {
  const { client, worker, api } = records;
  const [others, added] = await Promise.all([
    otherReaders(records, row),
    client.getKeys(api, { fingerprint }),
  ]);
  const { header, readers } = await worker.rewrap({
    header: bytesOf(row.header),
    recipients: [...others, added],
  });
  return client.shareRecord(api, { record: row, header, readers });
}

/** Stops giving a record to a reader. Who opened this version may have kept its key. */
export async function unshare(
  records: Records,
  row: RecordRow,
  fingerprint: Fingerprint,
): Promise<RecordRow> {
  const { client, worker, api } = records;
  const others = (await otherReaders(records, row)).filter((reader) => reader.fingerprint !== fingerprint);
  const { header, readers } = await worker.rewrap({ header: bytesOf(row.header), recipients: others });
  return client.unshareRecord(api, { record: row, header, readers });
}
