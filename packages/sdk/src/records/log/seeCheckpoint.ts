import { ApiProblemError } from "../api/errors.ts";
import { type Abortable, send, sendJson } from "../api/request.ts";
import { equalBytes, fromHex } from "../bytes.ts";
import { consistencyProofSchema } from "../wire.ts";
import { type Checkpoint, openCheckpoint } from "./checkpoint.ts";
import { LogForkedError, LogTruncatedError, RecordWithheldError } from "./errors.ts";
import type { RecordsLog } from "./openLog.ts";
import { type TreeHead, verifyConsistency } from "./verifyConsistency.ts";

/** A checkpoint with the note that says it. */
export type SeenCheckpoint = { checkpoint: Checkpoint; note: string };

const keyOf = ({ identity }: RecordsLog) => `${identity.origin} checkpoint`;

/** The largest checkpoint that this client has seen. */
export async function seenCheckpoint(log: RecordsLog): Promise<SeenCheckpoint | undefined> {
  const note = await log.memory.read(keyOf(log));
  // One that does not open any more was written for another log of this name.
  return note === undefined ? undefined : { note, checkpoint: await openCheckpoint(note, log.keys) };
}

/**
 * Looks at the log as it is now, and makes sure that it only grew since this client looked last.
 *
 * @throws {@link CheckpointInvalidError} {@link LogTruncatedError} {@link LogForkedError} {@link RecordWithheldError}
 * {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function readCheckpoint(log: RecordsLog, { signal }: Abortable = {}): Promise<Checkpoint> {
  const before = await seenCheckpoint(log);
  const headers = { accept: "text/plain" };
  const response = await send(log.api, { method: "GET", path: "/v1/log/checkpoint", headers, signal });
  return seeCheckpoint(log, { note: await response.text(), before, signal });
}

/**
 * Takes a checkpoint that the service gave, compares it with the largest one that was seen, and remembers it.
 *
 * @param parameters.before what was seen when the service was asked: an answer may be overtaken by another one
 */
export async function seeCheckpoint(
  log: RecordsLog,
  { note, before, signal }: { note: string; before: SeenCheckpoint | undefined } & Abortable,
): Promise<Checkpoint> {
  const checkpoint = await openCheckpoint(note, log.keys);
  if (before !== undefined && checkpoint.size < before.checkpoint.size) {
    throw new LogTruncatedError({
      size: checkpoint.size,
      seen: before.checkpoint.size,
      evidence: [before.note, note],
    });
  }
  for (;;) {
    const seen = await seenCheckpoint(log);
    if (seen !== undefined) await compare(log, seen, { checkpoint, note }, signal);
    if (seen !== undefined && seen.checkpoint.size >= checkpoint.size) return checkpoint;
    let isKept = false;
    await log.memory.update(keyOf(log), (now) => {
      isKept = now === seen?.note;
      return isKept ? note : undefined;
    });
    if (isKept) return checkpoint;
  }
}

/** That one of the two trees begins with the other. */
async function compare(
  log: RecordsLog,
  seen: SeenCheckpoint,
  given: SeenCheckpoint,
  signal: AbortSignal | undefined,
): Promise<void> {
  const [first, second] =
    seen.checkpoint.size <= given.checkpoint.size
      ? [seen.checkpoint, given.checkpoint]
      : [given.checkpoint, seen.checkpoint];
  const evidence = [seen.note, given.note];
  if (first.size === second.size) {
    if (equalBytes(first.root, second.root)) return;
    throw new LogForkedError({ reason: `Two logs of ${first.size} leaves have different roots.`, evidence });
  }
  await expectGrowth(log, { first, second, evidence, signal });
}

/**
 * Asks the service to prove that a larger tree begins with a smaller one, wherever the two come from.
 *
 * @param parameters.evidence what the log signed of them, for the error
 *
 * @throws {@link LogForkedError} it does not
 * @throws {@link RecordWithheldError} the service gives no proof
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function expectGrowth(
  { api }: Pick<RecordsLog, "api">,
  parameters: { first: TreeHead; second: TreeHead; evidence: readonly string[] } & Abortable,
): Promise<void> {
  const { first, second, evidence, signal } = parameters;
  const path = `/v1/log/consistency?from=${first.size}&to=${second.size}`;
  const proof = await sendJson(api, { method: "GET", path, signal }, consistencyProofSchema).catch(
    (cause: unknown) => {
      if (!isRefused(cause)) throw cause;
      throw new RecordWithheldError({ what: "The proof that the log only grew.", cause });
    },
  );
  if (await verifyConsistency(first, second, proof.hashes.map(fromHex))) return;
  throw new LogForkedError({
    reason: `The log of ${second.size} leaves does not begin with that of ${first.size}.`,
    evidence,
  });
}

/** The service answers and does not give what it must have. */
export function isRefused(error: unknown): error is ApiProblemError {
  return error instanceof ApiProblemError && [404, 410, 422].includes(error.status);
}
