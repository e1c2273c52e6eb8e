import type * as z from "zod";
import { type Api, type ApiRequest, readJson, send as sendAny } from "../../core/api/request.ts";
import { RecordsAbortedError } from "../errors.ts";
import { ApiProblemError, RecordConflictError } from "./errors.ts";

export type { Abortable } from "../../core/api/request.ts";

/** Where the records API is. The session travels as a cookie. */
export type RecordsApi = Api;

/**
 * Sends a request and answers with a successful response.
 *
 * @throws {@link ApiProblemError} {@link RecordConflictError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function send(api: RecordsApi, request: ApiRequest): Promise<Response> {
  try {
    return await sendAny(api, request);
  } catch (error) {
    if (request.signal?.aborted) throw new RecordsAbortedError({ cause: error });
    throw error instanceof ApiProblemError && isConflict(error)
      ? new RecordConflictError({ problem: error.problem })
      : error;
  }
}

/** Like {@link send}, for an answer in JSON. @throws {@link ApiResponseError} when it has another form */
export async function sendJson<schema extends z.ZodType>(
  api: RecordsApi,
  request: ApiRequest,
  schema: schema,
): Promise<z.output<schema>> {
  return readJson(await send(api, request), schema);
}

/** Not every 409 is about a change in between: an id may have been used before, keys may be another account's. */
function isConflict({ problem: { status, code = "record-conflict" } }: ApiProblemError): boolean {
  return status === 409 && code === "record-conflict";
}
