import * as z from "zod";
import { type Abortable, type RecordsApi, sendJson } from "../api/request.ts";
import { logSchema } from "../wire.ts";
import { type LogIdentity, type LogKeys, readLogKeys } from "./checkpoint.ts";
import { type LogMemory, logMemory } from "./memory.ts";

const seenLogSchema = z.object({
  origin: z.string(),
  verifierKeys: z.array(z.string()),
});

/** The log of a service, as one client knows it. */
export type RecordsLog = {
  readonly api: RecordsApi;
  readonly memory: LogMemory;
  readonly identity: LogIdentity;
  readonly keys: LogKeys;
};

/** Parameters of {@link openLog}. */
export type OpenLogParameters = Abortable & {
  /** What the log is known by, from somebody one trusts. Left out, what the service says the first time is kept, and believed from then on. */
  identity?: LogIdentity | undefined;
  /** IndexedDB in a browser, else the process's own memory, when left out. */
  memory?: LogMemory | undefined;
};

/**
 * Opens the log of a service of records.
 *
 * @example
 * ```ts
 * import { openLog, verifyRecord } from "@qti/sdk/records/log";
 *
 * const log = await openLog({ url: "http://localhost:4000" });
 * const { record } = await verifyRecord(log, { id });
 * ```
 *
 * @throws {@link CheckpointInvalidError} its keys are none
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function openLog(api: RecordsApi, parameters: OpenLogParameters = {}): Promise<RecordsLog> {
  const { memory = logMemory(), signal } = parameters;
  const identity = parameters.identity ?? (await identityOf(api, memory, signal));
  return { api, memory, identity, keys: await readLogKeys(identity) };
}

async function identityOf(
  api: RecordsApi,
  memory: LogMemory,
  signal: AbortSignal | undefined,
): Promise<LogIdentity> {
  const key = `${new URL(api.url).origin} log`;
  const known = await memory.read(key);
  const seen = known === undefined ? undefined : seenLogSchema.safeParse(parsed(known)).data;
  if (seen !== undefined) return seen;
  const { origin, verifierKeys } = await sendJson(api, { method: "GET", path: "/v1/log", signal }, logSchema);
  await readLogKeys({ origin, verifierKeys });
  // Whoever was first, also in another tab, is believed.
  await memory.update(key, (before) =>
    before === undefined ? JSON.stringify({ origin, verifierKeys }) : undefined,
  );
  return { origin, verifierKeys };
}

/** What JSON says; undefined where it is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
