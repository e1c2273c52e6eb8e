import type * as z from "zod";
import { RecordsAbortedError } from "../errors.ts";
import { type Problem, problemSchema } from "../wire.ts";
import { ApiProblemError, ApiResponseError, ApiUnreachableError, RecordConflictError } from "./errors.ts";

/** Where the records API is. The session travels as a cookie. */
export type RecordsApi = {
  /** Origin of the API, e.g. `http://localhost:4000`. */
  url: string;
  /** By default the global `fetch`. */
  fetch?: typeof fetch | undefined;
};

export type Abortable = { signal?: AbortSignal | undefined };

export type ApiRequest = Abortable & {
  method: "GET" | "PUT" | "DELETE";
  path: string;
  headers?: Record<string, string> | undefined;
  json?: unknown;
  bytes?: Blob | Uint8Array<ArrayBuffer> | undefined;
};

/**
 * Sends a request and answers with a successful response.
 *
 * @throws {@link ApiProblemError} {@link RecordConflictError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function send(api: RecordsApi, request: ApiRequest): Promise<Response> {
  const url = new URL(request.path, api.url).href;
  const response = await attempt(api, url, request);
  if (response.ok) return response;
  const problem = await problemOf(response);
  throw isConflict(problem) ? new RecordConflictError({ problem }) : new ApiProblemError({ problem });
}

/** Like {@link send}, for an answer in JSON. @throws {@link ApiResponseError} when it has another form */
export async function sendJson<schema extends z.ZodType>(
  api: RecordsApi,
  request: ApiRequest,
  schema: schema,
): Promise<z.output<schema>> {
  const response = await send(api, request);
  const { status } = response;
  const value: unknown = await response.json().catch((cause: unknown) => {
    throw new ApiResponseError({ status, reason: "It is not JSON.", cause });
  });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ApiResponseError({ status, reason: "It has another form than expected.", cause: parsed.error });
}

async function attempt(api: RecordsApi, url: string, request: ApiRequest): Promise<Response> {
  const { method, headers, json, bytes, signal } = request;
  const type = bytes ? "application/octet-stream" : json === undefined ? undefined : "application/json";
  const body = bytes ?? (json === undefined ? undefined : JSON.stringify(json));
  try {
    return await (api.fetch ?? fetch)(url, {
      method,
      credentials: "include",
      headers: { accept: "application/json", ...(type && { "content-type": type }), ...headers },
      ...(body !== undefined && { body }),
      ...(signal && { signal }),
    });
  } catch (cause) {
    if (signal?.aborted) throw new RecordsAbortedError({ cause });
    throw new ApiUnreachableError({ url, cause });
  }
}

/** Not every 409 is about a change in between: an id may have been used before, keys may be another account's. */
function isConflict({ status, code = "record-conflict" }: Problem): boolean {
  return status === 409 && code === "record-conflict";
}

async function problemOf(response: Response): Promise<Problem> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => undefined));
  // A proxy in between answers in a form of its own.
  return parsed.success
    ? { ...parsed.data, status: response.status }
    : {
        type: "about:blank",
        title: `The service answered with ${response.status}.`,
        status: response.status,
      };
}
