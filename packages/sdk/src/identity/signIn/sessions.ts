import { type Abortable, type Api, readJson, send } from "../../core/api/request.ts";
import {
  currentSessionSchema,
  endedSessionsSchema,
  type Session,
  type SessionEntry,
  sessionListSchema,
} from "./wire.ts";

/**
 * Reads who is signed in here.
 *
 * @param api - Where the API is.
 * @returns {@link Session}; `undefined` for nobody.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const session = await getSession({ url });
 * ```
 */
export async function getSession(api: Api, { signal }: Abortable = {}): Promise<Session | undefined> {
  const response = await send(api, { method: "GET", path: "/v1/session", signal });
  return (await readJson(response, currentSessionSchema)).session ?? undefined;
}

/**
 * Reads the sessions of the signed-in account, the last used first.
 *
 * @param api - Where the API is.
 * @returns {@link SessionEntry}, one of which is `current`.
 * @throws {@link ApiProblemError} when nobody is signed in.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const others = (await getSessions({ url })).filter(({ current }) => !current);
 * ```
 */
export async function getSessions(api: Api, { signal }: Abortable = {}): Promise<SessionEntry[]> {
  return (await readJson(await send(api, { method: "GET", path: "/v1/sessions", signal }), sessionListSchema))
    .items;
}

/** Parameters of {@link endSession}. */
export type EndSessionParameters = Abortable & {
  /** From {@link getSessions}. */
  id: string;
};

/**
 * Ends a session of the signed-in account; the one that asks as well.
 *
 * @param api - Where the API is.
 * @param parameters - {@link EndSessionParameters}
 * @throws {@link ApiProblemError} when nobody is signed in, or the account has no such session.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * await endSession({ url }, { id });
 * ```
 */
export async function endSession(api: Api, { id, signal }: EndSessionParameters): Promise<void> {
  await send(api, { method: "DELETE", path: `/v1/sessions/${encodeURIComponent(id)}`, signal });
}

/**
 * Ends every session of the signed-in account but the one that asks.
 *
 * @param api - Where the API is.
 * @returns How many ended.
 * @throws {@link ApiProblemError} when nobody is signed in.
 * @throws {@link ApiUnreachableError} when the service cannot be reached.
 *
 * @example
 * ```ts
 * const ended = await endOtherSessions({ url });
 * ```
 */
export async function endOtherSessions(api: Api, { signal }: Abortable = {}): Promise<number> {
  const response = await send(api, { method: "DELETE", path: "/v1/sessions", signal });
  return (await readJson(response, endedSessionsSchema)).ended;
}
