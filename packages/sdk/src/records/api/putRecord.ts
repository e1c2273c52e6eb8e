import { type PutRecordBody, type RecordId, type RecordRow, recordSchema } from "../wire.ts";
import { condition, type RecordState } from "./conditions.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Stores a new record, or the next version of one. Its blobs must be there already: see {@link storeRecord}.
 *
 * @param parameters.current the state that this version follows, null for a new record
 *
 * @throws {@link RecordConflictError} someone else was faster; nothing of theirs was overwritten
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export function putRecord(
  api: RecordsApi,
  parameters: { id: RecordId; record: PutRecordBody; current: RecordState | null } & Abortable,
): Promise<RecordRow> {
  const { id, record, current, signal } = parameters;
  const path = `/v1/records/${id}`;
  return sendJson(
    api,
    { method: "PUT", path, headers: condition(current), json: record, signal },
    recordSchema,
  );
}
