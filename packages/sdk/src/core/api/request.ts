import type * as z from "zod";
import { ApiResponseError, ApiUnreachableError, problemError } from "./errors.ts";
import { type Problem, problemSchema } from "./problem.ts";

/** Where a service of QTI is. The session, where there is one, travels as a cookie. */
export type Api = {
  /** Origin of the API, e.g. `http://localhost:4000`. */
  url: string;
  /** By default the global `fetch`. */
  fetch?: typeof fetch | undefined;
};

/** What every request to a service takes: the caller may give up. */
export type Abortable = { signal?: AbortSignal | undefined };

export type ApiRequest = Abortable & {
  method: "GET" | "POST" | "PUT" | "DELETE";
  path: string;
  headers?: Record<string, string> | undefined;
  json?: unknown;
  bytes?: Blob | Uint8Array<ArrayBuffer> | undefined;
};

/**
 * Sends a request and answers with a successful response.
 *
 * @throws {@link ApiProblemError} {@link StepUpNeededError} {@link ApiUnreachableError}, and the reason of the signal when the caller gave up
 */
export async function send(api: Api, request: ApiRequest): Promise<Response> {
  const url = new URL(request.path, api.url).href;
  const response = await attempt(api, url, request);
  if (response.ok) return response;
  throw problemError(await problemOf(response));
}

/** Reads an answer in JSON. @throws {@link ApiResponseError} when it has another form */
export async function readJson<schema extends z.ZodType>(
  response: Response,
  schema: schema,
): Promise<z.output<schema>> {
  const { status } = response;
  const value: unknown = await response.json().catch((cause: unknown) => {
    throw new ApiResponseError({ status, reason: "It is not JSON.", cause });
  });
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new ApiResponseError({ status, reason: "It has another form than expected.", cause: parsed.error });
}

async function attempt(api: Api, url: string, request: ApiRequest): Promise<Response> {
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
    // The caller's own abort is no failure of the service.
    signal?.throwIfAborted();
    throw new ApiUnreachableError({ url, cause });
  }
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
