import type { RecordId } from "../wire.ts";
import { condition, type RecordState } from "./conditions.ts";
import { type Abortable, type RecordsApi, send } from "./request.ts";

/**
 * Deletes a record in the state that the caller has seen.
 *
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function deleteRecord(
  api: RecordsApi,
  { id, current, signal }: { id: RecordId; current: RecordState } & Abortable,
): Promise<void> {
  await send(api, { method: "DELETE", path: `/v1/records/${id}`, headers: condition(current), signal });
}
