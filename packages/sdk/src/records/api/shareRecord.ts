import { RecordInputError } from "../errors.ts";
import type { RecordRow } from "../wire.ts";
import { type PutHeaderParameters, putHeader } from "./putHeader.ts";
import type { RecordsApi } from "./request.ts";

/**
 * Lets more people read a record: stores a header that was rewrapped for everyone who reads it now and the new ones.
 *
 * @throws {@link RecordInputError} someone who reads it now is missing: that would be unsharing
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function shareRecord(api: RecordsApi, parameters: PutHeaderParameters): Promise<RecordRow> {
  const readers = new Set(parameters.readers);
  if (parameters.record.readers.some((reader) => !readers.has(reader))) {
    throw new RecordInputError({
      field: "readers",
      reason: "A reader of now is missing; unshare to leave one out.",
    });
  }
  return putHeader(api, parameters);
}
