import type { KeyPublic, OpenedRecord, RecordRow } from "@qti/sdk/records/client";
import type { Records } from "./context";
import { ForeignAuthorError } from "./errors";
import type { VerifiedRecord } from "./log";
import { checkVersion, type Rememberer, readMemory, rememberKeys, rememberOpened } from "./memory";

/** Bytes out of base64, as the service sends headers. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Whose memory it is, and the keys that are open. */
export type Self = {
  of: Rememberer;
  own: KeyPublic;
  /** Keys of the account's that were replaced, the newest first. They still open what was sealed for them. */
  retired: readonly KeyPublic[];
};

/** Whether keys are the account's own, of now or of before. */
export function isOwnKey({ own, retired }: Self, fingerprint: string): boolean {
  return [own, ...retired].some((keys) => keys.fingerprint === fingerprint);
}

/** The account whose keys are open. Throws {@link KeysLockedError} where none are. */
export async function selfOf({ client, worker, storage }: Records, chainId: number): Promise<Self> {
  const { account, keys, retired } = await worker.status();
  if (!account || !keys) throw new client.KeysLockedError();
  return { of: { storage, account, chainId }, own: keys, retired };
}

/** What the person asks for, beyond what the row says of itself. */
export type Asked = {
  /** Left out where any kind will do: what is opened is then not read. */
  type?: string;
  chainId: number;
};

/**
 * The keys whose signature counts. Anyone can seal for keys that are public, so a record of one's own counts only by one's
 * own keys, and one of somebody else by keys that signed that they belong to its owner.
 */
async function authorOf(
  { client, worker, api }: Records,
  row: RecordRow,
  { of, own, retired }: Self,
): Promise<KeyPublic> {
  if (row.owner === of.account) {
    const mine = [own, ...retired].find(({ fingerprint }) => fingerprint === row.author);
    if (mine) return mine;
    if (readMemory(of).keys.includes(row.author)) return client.getKeys(api, { fingerprint: row.author });
    throw new ForeignAuthorError({ author: row.author });
  }
  const published = await client.getKeys(api, { fingerprint: row.author });
  if (published.account !== row.owner)
    throw new client.KeysNotAuthenticError({ reason: `The keys are those of ${published.account}.` });
  return worker.verifyKeys({ published });
}

/** A record as it is now: the row that was proven, and by what. */
export type ProvenRecord = OpenedRecord & {
  row: RecordRow;
  /** What the log says; `undefined` where the service signs none. */
  verified: VerifiedRecord | undefined;
};

/**
 * Fetches one record, proves it, and opens it. The log decides which version is the latest: somebody may have written since the row was
 * listed. Throws what is wrong with it, or what the service did.
 */
export async function openRecord(records: Records, listed: RecordRow, asked: Asked): Promise<ProvenRecord> {
  const { client, worker, api } = records;
  const self = await selfOf(records, asked.chainId);
  const verified = await (await records.log())?.verify(listed.id);
  const row = verified?.record ?? listed;
  const previous = checkVersion(self.of, row);
  const [author, payload] = await Promise.all([
    authorOf(records, row, self),
    client.getBlob(api, { hash: row.payloadHash }),
  ]);
  const opened = await worker.open({
    header: bytesOf(row.header),
    payload: new Uint8Array(await payload.arrayBuffer()),
    author,
    expected: {
      ...asked,
      recordId: row.id,
      version: row.version,
      space: listed.space,
      owner: listed.owner,
      previous,
      // Until it is shared anew, a record has the readers that its author signed.
      readers: row.owner === self.of.account && row.revision === 0 ? row.readers : undefined,
      payloadHash: row.payloadHash,
      manifestHash: row.manifestHash,
    },
  });
  rememberKeys(self.of, self.own.fingerprint);
  rememberOpened(self.of, row);
  return { ...opened, row, verified };
}
