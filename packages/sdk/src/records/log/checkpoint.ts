import { type Bytes, fromBase64, toBase64 } from "../bytes.ts";
import { CheckpointInvalidError } from "./errors.ts";
import { type NoteKey, openNote, parseVerifierKey } from "./note.ts";
import { hashBytes } from "./tree.ts";
import type { TreeHead } from "./verifyConsistency.ts";

/** What a log said of itself at one moment: https://c2sp.org/tlog-checkpoint. */
export type Checkpoint = TreeHead & { origin: string; root: Bytes };

/** By what a log is known: whoever else signs is another one. */
export type LogIdentity = {
  /** First line of its checkpoints, and name of its keys. */
  origin: string;
  /** One of Ed25519, one of ML-DSA-65, both as https://c2sp.org/signed-note writes them. */
  verifierKeys: readonly string[];
};

/** {@link LogIdentity}, its keys read. */
export type LogKeys = { origin: string; keys: readonly NoteKey[] };

/**
 * Reads the keys of a log. Both kinds have to be there: with one of them only, who breaks that one could make up checkpoints.
 *
 * @throws {@link CheckpointInvalidError}
 */
export async function readLogKeys({ origin, verifierKeys }: LogIdentity): Promise<LogKeys> {
  const keys = await Promise.all(verifierKeys.map(parseVerifierKey));
  const kinds = new Set(keys.map(({ type }) => type));
  if (kinds.size !== 2) {
    throw new CheckpointInvalidError({ reason: "A log has a key of Ed25519 and one of ML-DSA-65." });
  }
  if (keys.some(({ name }) => name !== origin)) {
    throw new CheckpointInvalidError({ reason: "A key of the log has another name than the log." });
  }
  return { origin, keys };
}

export function formatCheckpoint({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/**
 * Reads a checkpoint that the log has signed with all of its keys.
 *
 * @throws {@link CheckpointInvalidError} it is none, of another log, or not signed by it
 */
export async function openCheckpoint(source: string, { origin, keys }: LogKeys): Promise<Checkpoint> {
  const lines = (await openNote(source, keys)).split("\n");
  const [name = "", size = "", root = ""] = lines;
  // Further lines may follow; what they say is nothing to us.
  if (name !== origin) throw new CheckpointInvalidError({ reason: "It is of another log." });
  return { origin, size: readSize(size), root: readHash(root) };
}

/** A number of leaves as notes write it. @throws {@link CheckpointInvalidError} */
export function readSize(text: string): number {
  const size = /^(0|[1-9]\d{0,15})$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isSafeInteger(size)) return size;
  throw new CheckpointInvalidError({ reason: "A number in it is none." });
}

/** A hash as notes write it. @throws {@link CheckpointInvalidError} */
export function readHash(text: string): Bytes {
  try {
    const hash = fromBase64(text);
    if (hash.length === hashBytes) return hash;
  } catch (cause) {
    throw new CheckpointInvalidError({ reason: "A hash in it is none.", cause });
  }
  throw new CheckpointInvalidError({ reason: "A hash in it is none." });
}
