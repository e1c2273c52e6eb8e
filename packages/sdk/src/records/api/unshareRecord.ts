import { RecordInputError } from "../errors.ts";
import type { RecordRow } from "../wire.ts";
import { putHeader } from "./putHeader.ts";
import { readersNow } from "./readersNow.ts";
import type { RecordsApi } from "./request.ts";
import type { ShareRecordParameters } from "./shareRecord.ts";

/**
 * Stops showing a record to some of its readers: stores a header that was rewrapped without them. They can no longer fetch it; what
 * they fetched before they may have kept, so say so, and seal a new version to shut them out of what is to come.
 *
 * @throws {@link RecordInputError} someone new is among the readers: that would be sharing
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function unshareRecord(
  api: RecordsApi,
  { own, ...parameters }: ShareRecordParameters,
): Promise<RecordRow> {
  const before = new Set(readersNow(parameters.record.readers, own));
  if (parameters.readers.some((reader) => !before.has(reader))) {
    throw new RecordInputError({ field: "readers", reason: "A new reader is among them; share to add one." });
  }
  return putHeader(api, parameters);
}
