import { RecordMismatchError } from "../errors.ts";
import { type RecordId, type RecordRow, recordSchema } from "../wire.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Fetches the current version of a record, own or shared.
 *
 * @throws {@link RecordMismatchError} the service gave another record
 * @throws {@link ApiProblemError} 404 when it is not there or not shared
 * @throws {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function getRecord(
  api: RecordsApi,
  { id, signal }: { id: RecordId } & Abortable,
): Promise<RecordRow> {
  const record = await sendJson(api, { method: "GET", path: `/v1/records/${id}`, signal }, recordSchema);
  if (record.id !== id) throw new RecordMismatchError({ field: "recordId", expected: id, actual: record.id });
  return record;
}
