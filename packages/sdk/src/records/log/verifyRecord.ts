import * as z from "zod";
import { getRecord } from "../api/getRecord.ts";
import { type Abortable, sendJson } from "../api/request.ts";
import { equalBytes, fromBase64, fromHex, toHex } from "../bytes.ts";
import { ClassicalRecipientError, RecordMismatchError } from "../errors.ts";
import { inspectHeader } from "../header.ts";
import {
  hashSchema,
  inclusionProofSchema,
  type RecordId,
  type RecordProof,
  type RecordRow,
  recordProofSchema,
} from "../wire.ts";
import type { Checkpoint } from "./checkpoint.ts";
import {
  CheckpointInvalidError,
  HeaderReplayedError,
  LogForkedError,
  MixedRecipientsError,
  RecordDeletedError,
  RecordSwappedError,
  RecordWithheldError,
  VersionRolledBackError,
} from "./errors.ts";
import { headerHash, openHead, type RecordHead } from "./head.ts";
import { recordLeafHash, tombstoneLeafHash } from "./leaf.ts";
import { parsed, type RecordsLog } from "./openLog.ts";
import { isRefused, readCheckpoint, seeCheckpoint, seenCheckpoint } from "./seeCheckpoint.ts";
import { verifyInclusion } from "./verifyInclusion.ts";

/** Between the record and its proof somebody may write; that often in a row nobody does. */
const attempts = 4;

/** What this client has seen of a record. */
const seenRecordSchema = z.object({
  version: z.int(),
  revision: z.int(),
  leafHash: hashSchema,
  leafIndex: z.int(),
  headerHash: hashSchema,
  /** As the log signed it. */
  head: z.string(),
});
type SeenRecord = z.infer<typeof seenRecordSchema>;

/** A record of which the log says that it is this one now. */
export type VerifiedRecord = {
  record: RecordRow;
  head: RecordHead;
  /** Of the log in which it is proven to be. */
  checkpoint: Checkpoint;
  /** What the service gave for it, to be kept. */
  proof: RecordProof;
};

/**
 * Fetches a record and believes the service nothing: this very version is in the log, the log has signed that it and its header are the
 * latest, it is none from before what this client has seen, and the log only grew. What it says is inside of it: open it with
 * `manifestHash` as expected, which ties the contents to what was proven here.
 *
 * @throws {@link RecordSwappedError} {@link VersionRolledBackError} {@link LogTruncatedError} {@link LogForkedError}
 * {@link RecordWithheldError} {@link MixedRecipientsError} {@link HeaderReplayedError} {@link CheckpointInvalidError} what the service did
 * @throws {@link RecordDeletedError} its owner deleted it
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export async function verifyRecord(
  log: RecordsLog,
  { id, signal }: { id: RecordId } & Abortable,
): Promise<VerifiedRecord> {
  const known = await recall(log, id);
  for (let attempt = 1; ; attempt += 1) {
    const record = await fetchRecord(log, id, known, signal);
    checkRecipients(record);
    const given = await fetchProof(log, id, signal);
    const isNewer =
      given.head.version > record.version ||
      (given.head.version === record.version && given.head.revision > record.revision);
    // Written in between, or not: asked again, an honest service has the newer one.
    if (isNewer && attempt < attempts) continue;
    await checkAgainstHead(record, given.head);
    await checkLeaf(given);
    if (known !== undefined) checkAgainstSeen(known, given.head, given.proof.head);
    await remember(log, id, given);
    return { record, ...given };
  }
}

const keyOf = ({ identity }: RecordsLog, id: RecordId) => `${identity.origin} record ${id}`;

async function recall(log: RecordsLog, id: RecordId): Promise<SeenRecord | undefined> {
  const text = await log.memory.read(keyOf(log, id));
  return text === undefined ? undefined : seenRecordSchema.safeParse(parsed(text)).data;
}

type Given = { head: RecordHead; checkpoint: Checkpoint; proof: RecordProof };

async function remember(log: RecordsLog, id: RecordId, { head, proof }: Given): Promise<void> {
  const { version, revision, leafIndex } = head;
  const hashes = { leafHash: toHex(head.leafHash), headerHash: toHex(head.headerHash) };
  const seen: SeenRecord = { version, revision, leafIndex, ...hashes, head: proof.head };
  await log.memory.update(keyOf(log, id), (before) => {
    const now = before === undefined ? undefined : seenRecordSchema.safeParse(parsed(before)).data;
    const isOlder =
      now !== undefined && (now.version > version || (now.version === version && now.revision > revision));
    return isOlder ? undefined : JSON.stringify(seen);
  });
}

async function fetchRecord(
  log: RecordsLog,
  id: RecordId,
  known: SeenRecord | undefined,
  signal: AbortSignal | undefined,
): Promise<RecordRow> {
  try {
    return await getRecord(log.api, { id, signal });
  } catch (error) {
    if (error instanceof RecordMismatchError) {
      throw new RecordSwappedError({ reason: "It gave a record with another id.", cause: error });
    }
    // Of what was never seen nothing is missed.
    if (known === undefined || !isRefused(error)) throw error;
    await expectTombstone(log, id, signal);
    throw new RecordDeletedError();
  }
}

/** @throws {@link RecordWithheldError} the log does not say that the record was deleted */
async function expectTombstone(
  log: RecordsLog,
  id: RecordId,
  signal: AbortSignal | undefined,
): Promise<void> {
  const checkpoint = await readCheckpoint(log, { signal });
  const leafHash = await tombstoneLeafHash(id);
  const path = `/v1/log/leaves/${toHex(leafHash)}?size=${checkpoint.size}`;
  const found = await sendJson(log.api, { method: "GET", path, signal }, inclusionProofSchema).catch(
    (cause: unknown) => {
      if (!isRefused(cause)) throw cause;
      throw new RecordWithheldError({ what: "The record.", cause });
    },
  );
  const inclusion = { leafHash, index: found.index, size: checkpoint.size, proof: found.hashes.map(fromHex) };
  if (await verifyInclusion(inclusion, checkpoint.root)) return;
  throw new RecordWithheldError({ what: "The record. What it gave as proof of a deletion is none." });
}

function checkRecipients({ header }: RecordRow): void {
  try {
    inspectHeader(fromBase64(header));
  } catch (cause) {
    if (cause instanceof ClassicalRecipientError) throw new MixedRecipientsError({ cause });
    throw cause;
  }
}

async function fetchProof(log: RecordsLog, id: RecordId, signal: AbortSignal | undefined): Promise<Given> {
  const before = await seenCheckpoint(log);
  const path = `/v1/records/${id}/proof`;
  const proof = await sendJson(log.api, { method: "GET", path, signal }, recordProofSchema).catch(
    (cause: unknown) => {
      if (!isRefused(cause)) throw cause;
      throw new RecordWithheldError({ what: "The proof that the record is in the log.", cause });
    },
  );
  const head = await openHead(proof.head, log.keys);
  const checkpoint = await seeCheckpoint(log, { note: proof.checkpoint, before, signal });
  if (head.id !== id) throw new RecordSwappedError({ reason: "It gave the head of another record." });
  const { index, size } = proof.inclusion;
  if (head.size !== checkpoint.size || size !== checkpoint.size || index !== head.leafIndex) {
    throw new CheckpointInvalidError({ reason: "Head, checkpoint and proof are not of one moment." });
  }
  return { head, checkpoint, proof };
}

async function checkAgainstHead(record: RecordRow, head: RecordHead): Promise<void> {
  const { version, revision } = record;
  if (version !== head.version) {
    const [older, newer] = version < head.version ? [version, head.version] : [head.version, version];
    throw new VersionRolledBackError({ version: older, seen: newer });
  }
  if (!equalBytes(await recordLeafHash(record), head.leafHash)) {
    throw new RecordSwappedError({ reason: "The version that it gave is not the one in the log." });
  }
  const hash = await headerHash(fromBase64(record.header));
  if (revision !== head.revision || !equalBytes(hash, head.headerHash)) {
    throw new HeaderReplayedError({
      reason: "It is not the header of which the log says that it is the latest.",
    });
  }
}

async function checkLeaf({ head, checkpoint, proof }: Given): Promise<void> {
  const { leafHash, leafIndex: index } = head;
  const hashes = proof.inclusion.hashes.map(fromHex);
  const inclusion = { leafHash, index, size: checkpoint.size, proof: hashes };
  if (await verifyInclusion(inclusion, checkpoint.root)) return;
  throw new RecordSwappedError({ reason: "The version that it gave is not in the log." });
}

function checkAgainstSeen(known: SeenRecord, head: RecordHead, note: string): void {
  const { version, revision } = head;
  if (version < known.version) throw new VersionRolledBackError({ version, seen: known.version });
  const evidence = [known.head, note];
  if (version > known.version) {
    if (head.leafIndex > known.leafIndex) return;
    throw new LogForkedError({ reason: "A later version is in the log before an earlier one.", evidence });
  }
  if (toHex(head.leafHash) !== known.leafHash) {
    throw new RecordSwappedError({ reason: `Version ${version} was another one before.` });
  }
  if (revision < known.revision) {
    throw new HeaderReplayedError({
      reason: `It is header ${revision}; there was header ${known.revision}.`,
    });
  }
  if (revision === known.revision && toHex(head.headerHash) !== known.headerHash) {
    throw new HeaderReplayedError({ reason: `Header ${revision} was another one before.` });
  }
}
