import { RecordInputError } from "../errors.ts";
import type { RecordRow } from "../wire.ts";
import { type PutHeaderParameters, putHeader } from "./putHeader.ts";
import { type OwnKeys, readersNow } from "./readersNow.ts";
import type { RecordsApi } from "./request.ts";

/** Parameters of {@link shareRecord} and {@link unshareRecord}. */
export type ShareRecordParameters = PutHeaderParameters & {
  /**
   * From the Worker's `status`: after a rotation one's own keys of now read the record in the place of those before. Without it they
   * count as somebody else.
   */
  own?: OwnKeys | undefined;
};

/**
 * Lets more people read a record: stores a header that was rewrapped for everyone who reads it now and the new ones.
 *
 * @throws {@link RecordInputError} someone who reads it now is missing: that would be unsharing
 * @throws {@link RecordConflictError} it changed in between
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function shareRecord(
  api: RecordsApi,
  { own, ...parameters }: ShareRecordParameters,
): Promise<RecordRow> {
  const readers = new Set(parameters.readers);
  if (readersNow(parameters.record.readers, own).some((reader) => !readers.has(reader))) {
    throw new RecordInputError({
      field: "readers",
      reason: "A reader of now is missing; unshare to leave one out.",
    });
  }
  return putHeader(api, parameters);
}
