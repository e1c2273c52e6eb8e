import { toBase64 } from "../bytes.ts";
import { RecordInputError } from "../errors.ts";
import type { SealedRecord } from "../record/seal.ts";
import type { RecordRow } from "../wire.ts";
import type { RecordState } from "./conditions.ts";
import { putBlob } from "./putBlob.ts";
import { putRecord } from "./putRecord.ts";
import type { Abortable, RecordsApi } from "./request.ts";

/**
 * Stores a sealed record with all that belongs to it: first the ciphertexts, then the row that names them. When it fails half way
 * the record is as before, and doing it again finishes it.
 *
 * @param parameters.ciphertexts of the attachments, in the order of `sealed.attachments`; those from earlier versions, which the
 * service has already, may be left out as undefined
 * @param parameters.current the state that this version follows, null for a new record
 *
 * @example
 * ```ts
 * import { createRecordsWorker, storeRecord } from "@qti/sdk/records/client";
 *
 * const sealed = await records.seal(note);
 * await storeRecord({ url: "http://localhost:4000" }, { sealed, current: null });
 * ```
 *
 * @throws {@link RecordConflictError} {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError}
 * {@link RecordInputError} {@link RecordsAbortedError}
 */
export async function storeRecord(
  api: RecordsApi,
  parameters: {
    sealed: SealedRecord;
    ciphertexts?: readonly (Blob | undefined)[] | undefined;
    current: RecordState | null;
  } & Abortable,
): Promise<RecordRow> {
  const { sealed, ciphertexts = [], current, signal } = parameters;
  if (ciphertexts.length > sealed.attachments.length) {
    throw new RecordInputError({ field: "ciphertexts", reason: "There are more of them than attachments." });
  }
  // One after the other: large files side by side only share the line.
  for (const [index, { hash }] of sealed.attachments.entries()) {
    const bytes = ciphertexts[index];
    if (bytes !== undefined) await putBlob(api, { hash, bytes, signal });
  }
  await putBlob(api, { hash: sealed.payloadHash, bytes: sealed.payload, signal });
  const { manifest } = sealed;
  return putRecord(api, {
    id: manifest.recordId,
    record: {
      suite: manifest.suite,
      space: manifest.space,
      version: manifest.version,
      author: manifest.author,
      header: toBase64(sealed.header),
      payloadHash: sealed.payloadHash,
      manifestHash: sealed.manifestHash,
      attachments: sealed.attachments,
      readers: sealed.readers,
      leafSalt: sealed.leafSalt,
    },
    current,
    signal,
  });
}
