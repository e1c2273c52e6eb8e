import { type ListRecordsQuery, type RecordPage, recordPageSchema } from "../wire.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Lists own records and those shared with the signed-in account, the latest change first, a page at a time. What they are called
 * is inside of them.
 *
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export function listRecords(
  api: RecordsApi,
  { space, cursor, signal }: ListRecordsQuery & Abortable = {},
): Promise<RecordPage> {
  const query = new URLSearchParams({ ...(space && { space }), ...(cursor && { cursor }) });
  const path = query.size > 0 ? `/v1/records?${query}` : "/v1/records";
  return sendJson(api, { method: "GET", path, signal }, recordPageSchema);
}
