import { getBlob } from "../api/getBlob.ts";
import { getKeys } from "../api/getKeys.ts";
import type { Abortable } from "../api/request.ts";
import { type Bytes, fromBase64 } from "../bytes.ts";
import { KeysLockedError, KeysNotAuthenticError } from "../errors.ts";
import type { KeyPublic } from "../keys/types.ts";
import type { RecordsLog } from "../log/openLog.ts";
import { verifyRecord } from "../log/verifyRecord.ts";
import type { RecordManifest } from "../record/manifestSchema.ts";
import type { Account, RecordId, RecordRow } from "../wire.ts";
import type { RecordsWorker } from "../worker/createRecordsWorker.ts";

/** What the spaces need: the log of the service that keeps the records, and the Worker in which one's keys are unlocked. */
export type Vault = {
  /** From `openLog` of `@qti/sdk/records/log`. */
  readonly log: RecordsLog;
  readonly records: Pick<
    RecordsWorker,
    "status" | "seal" | "open" | "rewrap" | "verifyKeys" | "sealAttachment" | "openAttachment"
  >;
  readonly chainId: number;
};

/** A record that was proven by the log and by its author's signature, and opened. */
export type OpenedSpaceRecord = {
  readonly record: RecordRow;
  readonly manifest: RecordManifest;
  readonly body: Bytes;
  /** Whether it is one's own, and not shared by somebody else. */
  readonly isOwn: boolean;
};

/** Whose keys are unlocked. @throws {@link KeysLockedError} */
export async function selfOf({ records }: Vault) {
  const { account, keys, retired } = await records.status();
  if (account === null || keys === null) throw new KeysLockedError();
  return { account, keys, retired };
}

/**
 * The keys whose signature counts: one's own for what is said to be one's own, and for what is somebody else's keys that signed that they
 * belong to them. Anybody can seal something for keys that are public.
 *
 * @throws {@link KeysNotAuthenticError} it is by somebody else than its owner
 */
async function authorOf(vault: Vault, record: RecordRow, { signal }: Abortable): Promise<KeyPublic> {
  const { account, keys, retired } = await selfOf(vault);
  if (record.owner === account) {
    const own = [keys, ...retired].find(({ fingerprint }) => fingerprint === record.author);
    if (own !== undefined) return own;
    throw new KeysNotAuthenticError({ reason: `It is said to be one's own and signed by ${record.author}.` });
  }
  const published = await getKeys(vault.log.api, { fingerprint: record.author, signal });
  if (published.account !== record.owner || published.chainId !== vault.chainId) {
    throw new KeysNotAuthenticError({
      reason: `A record of ${record.owner} is signed by keys of ${published.account}.`,
    });
  }
  return vault.records.verifyKeys({ published });
}

/** Fetches a record, has the log prove that it is the latest version, and opens it. */
export async function openSpaceRecord(
  vault: Vault,
  { id, space, signal }: { id: RecordId; space: string } & Abortable,
): Promise<OpenedSpaceRecord> {
  const { record } = await verifyRecord(vault.log, { id, signal });
  const [author, payload, { account }] = await Promise.all([
    authorOf(vault, record, { signal }),
    getBlob(vault.log.api, { hash: record.payloadHash, signal }),
    selfOf(vault),
  ]);
  const { body, manifest } = await vault.records.open({
    header: fromBase64(record.header),
    payload: new Uint8Array(await payload.arrayBuffer()),
    author,
    expected: {
      recordId: record.id,
      version: record.version,
      space,
      owner: record.owner,
      chainId: vault.chainId,
      payloadHash: record.payloadHash,
      manifestHash: record.manifestHash,
    },
  });
  return { record, manifest, body, isOwn: isSame(record.owner, account) };
}

/** Whether two accounts are one, however they are spelled. */
export function isSame(one: Account, other: Account): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
