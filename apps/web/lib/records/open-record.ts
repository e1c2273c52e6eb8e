import type { KeyPublic, OpenedRecord, RecordRow } from "@qti/sdk/records/client";
import type { Records } from "./context";
import { ForeignAuthorError } from "./errors";

/** Bytes out of base64, as the service sends headers. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** What the person asks for, beyond what the row says of itself. */
export type Asked = { type: string; chainId: number };

/**
 * The keys whose signature counts. Anyone can seal for keys that are public, so a record of one's own counts only by one's
 * own keys, and one of somebody else by keys that signed that they belong to its owner.
 */
async function authorOf({ client, worker, api }: Records, row: RecordRow): Promise<KeyPublic> {
  const { account, keys } = await worker.status();
  if (!account || !keys) throw new client.KeysLockedError();
  if (row.owner === account) {
    if (row.author !== keys.fingerprint) throw new ForeignAuthorError({ author: row.author });
    return keys;
  }
  const published = await client.getKeys(api, { fingerprint: row.author });
  if (published.account !== row.owner)
    throw new client.KeysNotAuthenticError({ reason: `The keys are those of ${published.account}.` });
  return worker.verifyKeys({ published });
}

/** Fetches one record, proves it, and opens it. Throws what is wrong with it. */
export async function openRecord(records: Records, row: RecordRow, asked: Asked): Promise<OpenedRecord> {
  const { client, worker, api } = records;
  const [author, payload] = await Promise.all([
    authorOf(records, row),
    client.getBlob(api, { hash: row.payloadHash }),
  ]);
  return worker.open({
    header: bytesOf(row.header),
    payload: new Uint8Array(await payload.arrayBuffer()),
    author,
    expected: {
      ...asked,
      recordId: row.id,
      version: row.version,
      space: row.space,
      owner: row.owner,
      payloadHash: row.payloadHash,
      manifestHash: row.manifestHash,
    },
  });
}
