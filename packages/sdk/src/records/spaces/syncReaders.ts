import { eachRecord, type RecordFailure, type RecordsProgress } from "../api/eachRecord.ts";
import { ApiProblemError } from "../api/errors.ts";
import { getKeys } from "../api/getKeys.ts";
import { putHeader } from "../api/putHeader.ts";
import type { Abortable } from "../api/request.ts";
import { fromBase64 } from "../bytes.ts";
import type { Account, Fingerprint, RecordRow } from "../wire.ts";
import type { FoundReaders, Unreachable } from "./findReaders.ts";
import { keepVersion, sealFiles } from "./keepRecord.ts";
import { openPaper } from "./openPaper.ts";
import { planReaders, type ReadersPlan } from "./planReaders.ts";
import { type OpenedSpaceRecord, selfOf, type Vault } from "./vault.ts";

/** What was done with one record. `copy`: it is a new one, for whom there was no room in those that there were. */
export type SyncedRecord = Pick<ReadersPlan, "added" | "removed" | "rekeyed"> & {
  readonly change: ReadersPlan["change"] | "copy";
  /** As it is now. */
  readonly record: RecordRow;
};

/** How it ended. After `incomplete`, doing it again goes on with what is left. */
export type SyncOutcome = {
  readonly status: "complete" | "incomplete";
  readonly synced: readonly SyncedRecord[];
  readonly failures: readonly RecordFailure[];
  /** Who should read and cannot, with the reason. */
  readonly unreachable: readonly Unreachable[];
};

/** Parameters of {@link syncReaders}. */
export type SyncReadersParameters = Abortable & {
  /** Own records, opened: a header is only sealed for others when it was seen to be that of its contents. */
  files: readonly OpenedSpaceRecord[];
  /** From {@link findReaders}: everybody who is to read them, beside oneself. Who is not among them, and reads them now, is taken out. */
  wanted: FoundReaders;
  /**
   * What is done with a record that somebody reads who is not to. `rewrap`: they are taken out of its header. `revoke`: it gets a new
   * version under a new file key, and its files are sealed anew, which takes as long as to keep them did.
   */
  leaving: "rewrap" | "revoke";
  onProgress?: ((progress: RecordsProgress) => void) | undefined;
};

/**
 * Brings the readers of records in line with who is to read them: who is missing is added, who should not be there is taken out, and the
 * answer says for each record which of the two ways it was and for whom. What is left is what the service says the readers are, so it
 * can be stopped at any point and started again.
 *
 * Neither way takes back what somebody has read: say so.
 *
 * @example
 * ```ts
 * import { listKycRecords, syncReaders } from "@qti/sdk/records/spaces";
 *
 * const { files } = await listKycRecords(vault);
 * const own = files.filter(({ isOwn }) => isOwn);
 * const outcome = await syncReaders(vault, { files: own, wanted: await findReaders(vault, officers), leaving: "revoke" });
 * ```
 *
 * @throws {@link KeysLockedError} {@link RecordsAbortedError} {@link RecordsWorkerError}
 */
export async function syncReaders(
  vault: Vault,
  { files, wanted, leaving, onProgress, signal }: SyncReadersParameters,
): Promise<SyncOutcome> {
  const { own, accountOf } = await knownReaders(vault, wanted);
  const crowded = new Set<Account>();
  const synced: SyncedRecord[] = [];
  const sync = async (file: OpenedSpaceRecord) => {
    const { readers } = file.record;
    await lookUp(vault, readers, accountOf, { signal });
    const plan = planReaders({ readers, own, wanted: wanted.readers, accountOf, leaving });
    const { change, added, removed, rekeyed, tooMany } = plan;
    for (const each of tooMany) crowded.add(each);
    synced.push({ record: await applyPlan(vault, file, plan, { signal }), change, added, removed, rekeyed });
  };
  const failures = await eachRecord(files, sync, { onProgress, signal });
  const tooMany = [...crowded].map((each) => ({ account: each, reason: "too-many" as const }));
  return syncOutcome({ synced, failures, unreachable: [...wanted.unreachable, ...tooMany] });
}

/** It is complete where nothing failed. */
export function syncOutcome(outcome: Omit<SyncOutcome, "status">): SyncOutcome {
  return { status: outcome.failures.length === 0 ? "complete" : "incomplete", ...outcome };
}

/** Oneself, and whose keys are known without asking. */
export async function knownReaders(vault: Vault, { readers }: FoundReaders) {
  const { account, keys, retired } = await selfOf(vault);
  const own = { account, fingerprint: keys.fingerprint };
  const accountOf = new Map<Fingerprint, Account>(
    readers.map((each) => [each.keys.fingerprint, each.account]),
  );
  for (const { fingerprint } of [keys, ...retired]) accountOf.set(fingerprint, account);
  return { own, accountOf };
}

async function applyPlan(
  vault: Vault,
  file: OpenedSpaceRecord,
  { change, recipients }: ReadersPlan,
  options: Abortable,
): Promise<RecordRow> {
  if (change === "none") return file.record;
  return change === "rewrap"
    ? rewrapFor(vault, file, recipients, options)
    : sealAnew(vault, file, recipients, options);
}

/** A new header for the same contents. */
export async function rewrapFor(
  { log, records }: Vault,
  { record }: OpenedSpaceRecord,
  recipients: ReadersPlan["recipients"],
  { signal }: Abortable,
): Promise<RecordRow> {
  const { header, readers } = await records.rewrap({
    header: fromBase64(record.header),
    recipients: [...recipients],
  });
  return putHeader(log.api, { record, header, readers, signal });
}

/** The same contents under new keys: of the record, and of each of its files, whose keys lay in the contents of before. */
async function sealAnew(
  vault: Vault,
  { record, manifest, body }: OpenedSpaceRecord,
  readers: ReadersPlan["recipients"],
  { signal }: Abortable,
): Promise<RecordRow> {
  const files = await sealFilesAnew(vault, manifest, { signal });
  const { space, type } = manifest;
  const kept = await keepVersion(vault, { body, space, type, before: record, readers, signal, ...files });
  return kept.record;
}

/** The files of a record, under new keys. */
export async function sealFilesAnew(
  vault: Vault,
  manifest: OpenedSpaceRecord["manifest"],
  { signal }: Abortable,
): ReturnType<typeof sealFiles> {
  const attachments = [];
  const ciphertexts = [];
  for (const before of manifest.attachments) {
    const { name, mediaType } = before;
    const file = await openPaper(vault, before, { signal });
    const sealed = await sealFiles(vault, [{ file, name, mediaType }], { signal });
    attachments.push(...sealed.attachments);
    ciphertexts.push(...sealed.ciphertexts);
  }
  return { attachments, ciphertexts };
}

/** Whose the keys are that read now, where that is not known yet. */
export async function lookUp(
  { log }: Vault,
  readers: readonly Fingerprint[],
  known: Map<Fingerprint, Account>,
  { signal }: Abortable,
): Promise<void> {
  for (const fingerprint of readers) {
    if (known.has(fingerprint)) continue;
    try {
      known.set(fingerprint, (await getKeys(log.api, { fingerprint, signal })).account);
    } catch (error) {
      if (!(error instanceof ApiProblemError && error.status === 404)) throw error;
    }
  }
}
