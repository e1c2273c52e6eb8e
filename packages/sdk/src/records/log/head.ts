import { type Bytes, toBase64 } from "../bytes.ts";
import type { RecordId } from "../wire.ts";
import { type LogKeys, readHash, readSize } from "./checkpoint.ts";
import { CheckpointInvalidError } from "./errors.ts";
import { openNote } from "./note.ts";

/*
 * The head of a record: the log's signed word that, when it had so many leaves, this was the latest version of the record and this
 * its header. A tree proves that something is in it and cannot prove that nothing newer is; whoever has a newer version in a smaller
 * tree has, with this note, the proof that the log lied.
 */

/** No log may be called so: its checkpoints could be taken for heads. */
const format = "qti/record/head/v1";

export type RecordHead = {
  /** The log. */
  origin: string;
  id: RecordId;
  version: number;
  /** Counts the headers of the version. */
  revision: number;
  /** SHA-256 of the header. */
  headerHash: Bytes;
  /** The version's leaf, and its number in the log. */
  leafHash: Bytes;
  leafIndex: number;
  /** Leaves of the log when this was so. */
  size: number;
};

/** SHA-256 of a header, by which a head names it. */
export async function headerHash(header: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", header));
}

export function formatHead(head: RecordHead): string {
  const { origin, id, version, revision, headerHash, leafHash, leafIndex, size } = head;
  const lines = [
    format,
    origin,
    id,
    version,
    revision,
    toBase64(headerHash),
    toBase64(leafHash),
    leafIndex,
    size,
  ];
  return `${lines.join("\n")}\n`;
}

/** Reads a head that the log has signed with all of its keys. @throws {@link CheckpointInvalidError} */
export async function openHead(source: string, { origin, keys }: LogKeys): Promise<RecordHead> {
  const lines = (await openNote(source, keys)).split("\n");
  const [kind, name, id = "", version = "", revision = "", header = "", leaf = "", index = "", size = ""] =
    lines;
  if (kind !== format || lines.length !== 10) {
    throw new CheckpointInvalidError({ reason: "It is no head of a record." });
  }
  if (name !== origin) throw new CheckpointInvalidError({ reason: "It is of another log." });
  return {
    origin,
    id,
    version: readSize(version),
    revision: readSize(revision),
    headerHash: readHash(header),
    leafHash: readHash(leaf),
    leafIndex: readSize(index),
    size: readSize(size),
  };
}
