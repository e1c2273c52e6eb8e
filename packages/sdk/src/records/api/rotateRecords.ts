import { fromBase64 } from "../bytes.ts";
import { KeysLockedError } from "../errors.ts";
import type { KeyPublicClaim } from "../keys/types.ts";
import type { Fingerprint, RecordRow } from "../wire.ts";
import type { RecordsWorker } from "../worker/createRecordsWorker.ts";
import { eachRecord, type RecordFailure, type RecordsProgress } from "./eachRecord.ts";
import { listRecords } from "./listRecords.ts";
import { publishKeys } from "./publishKeys.ts";
import { putHeader } from "./putHeader.ts";
import type { Abortable, RecordsApi } from "./request.ts";
import { revokePublishedKeys } from "./revokePublishedKeys.ts";

/**
 * How a rotation ended. After `incomplete` the old keys are not revoked, and doing it again goes on with what is left.
 */
export type RotationOutcome =
  | { status: "complete"; rewrapped: number; revoked: readonly Fingerprint[] }
  | {
      status: "incomplete";
      rewrapped: number;
      failures: readonly RecordFailure[];
    };

/**
 * Moves every own record from old keys to those that are unlocked: publishes the new ones, rewraps the header of one record after the
 * other, and revokes the old ones when none is left. Which records are left is what the service lists, so it can be stopped at any point
 * and started again, in another browser as well.
 *
 * Payloads stay as they are. Who has the old keys and an old header can open what they could open before: where keys were stolen, seal
 * new versions instead. What others shared with the old keys they have to share again; until then the old keys open it.
 *
 * @param parameters.readersOf The other readers of a record for whom it may be sealed again, as the person chose them: the service's list
 * is no reason to seal for somebody. The old keys may be among them and are left out.
 * @param parameters.onProgress Called before the first record and after each.
 *
 * @example
 * ```ts
 * import { rotateRecords } from "@qti/sdk/records/client";
 *
 * const { recoveryCode } = await records.rotateKeys();
 * await records.confirmRecovery({ recoveryCode: typedAgain });
 * const outcome = await rotateRecords(api, { records, chainId, readersOf, onProgress: show });
 * ```
 *
 * @throws {@link KeysLockedError} {@link RecordsAbortedError} {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError}
 */
export async function rotateRecords(
  api: RecordsApi,
  {
    records,
    chainId,
    readersOf,
    onProgress,
    signal,
  }: {
    records: Pick<RecordsWorker, "status" | "signKeys" | "rewrap">;
    chainId: number;
    readersOf: (record: RecordRow) => Promise<readonly KeyPublicClaim[]>;
    onProgress?: ((progress: RecordsProgress) => void) | undefined;
  } & Abortable,
): Promise<RotationOutcome> {
  const { account, retired } = await records.status();
  if (account === null) throw new KeysLockedError();
  const old = new Set(retired.map(({ fingerprint }) => fingerprint));
  await publishKeys(api, { keys: await records.signKeys({ chainId }), signal });
  const left = await recordsOf(api, account, old, signal);
  const move = async ({ record }: { record: RecordRow }) => {
    const others = (await readersOf(record)).filter(({ fingerprint }) => !isOneOf(old, fingerprint));
    const { header, readers } = await records.rewrap({
      header: fromBase64(record.header),
      recipients: [...others],
    });
    await putHeader(api, { record, header, readers, signal });
  };
  const failures = await eachRecord(
    left.map((record) => ({ record })),
    move,
    { onProgress, signal },
  );
  const rewrapped = left.length - failures.length;
  if (failures.length > 0) return { status: "incomplete", rewrapped, failures };
  for (const fingerprint of old) await revokePublishedKeys(api, { fingerprint, signal });
  return { status: "complete", rewrapped, revoked: [...old] };
}

const isOneOf = (fingerprints: ReadonlySet<string>, fingerprint: string) => fingerprints.has(fingerprint);

/** Own records that one of the keys reads, all of them before the first is changed. */
async function recordsOf(
  api: RecordsApi,
  account: string,
  keys: ReadonlySet<Fingerprint>,
  signal: AbortSignal | undefined,
): Promise<RecordRow[]> {
  const found: RecordRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRecords(api, { cursor, signal });
    for (const record of page.items)
      if (record.owner === account && record.readers.some((reader) => keys.has(reader))) found.push(record);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found;
}
