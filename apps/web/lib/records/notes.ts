import "@/lib/no-eval";
import type { KeyPublic, RecordManifest, RecordRow, SealedAttachment } from "@qti/sdk/records/client";
import type { KeepProgress } from "@qti/sdk/records/spaces";
import type { Address } from "viem";
import * as z from "zod/mini";
import type { Translator } from "@/lib/i18n/translator";
import type { Records } from "./context";
import type { VerifiedRecord } from "./log";
import { rememberSealed } from "./memory";
import { openRecord } from "./open-record";

/** The drawer of private notes. */
export const notesSpace = "notes";
const noteType = "note";

const noteSchema = z.object({ title: z.string(), text: z.string() });

/** What a person writes. A record that is no note has its text and no title. */
export type Note = z.infer<typeof noteSchema>;

/** A note that was opened, with what proves it. */
export type OpenedNote = {
  row: RecordRow;
  note: Note;
  manifest: RecordManifest;
  verified: VerifiedRecord | undefined;
};

function decodeNote(body: Uint8Array): Note {
  try {
    const parsed = noteSchema.safeParse(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body)));
    if (parsed.success) return parsed.data;
  } catch {
    // Genuine, but not in the form of a note: written by another app. Its text is shown as it is.
  }
  return { title: "", text: new TextDecoder().decode(body) };
}

/** What a note is called. */
export function noteTitle({ title }: Note, t: Translator): string {
  return title || t("records.note.otherKind");
}

/** Fetches one note, proves it, and opens it. Throws what is wrong with it. */
export async function openNote(records: Records, listed: RecordRow, chainId: number): Promise<OpenedNote> {
  const { row, body, manifest, verified } = await openRecord(records, listed, { type: noteType, chainId });
  return { row, note: decodeNote(body), manifest, verified };
}

/** A file to attach: a new one, or one that an earlier version has already. */
export type NoteFile = { file: File } | { kept: SealedAttachment };

/** Everything that makes up the next version of a note. */
export type NoteDraft = {
  note: Note;
  files: readonly NoteFile[];
  /** Other readers, by their proven keys. */
  readers: readonly KeyPublic[];
  /** The version that this one follows; `undefined` for a new note. */
  before?: RecordRow;
};

/** Fetches a file of a note and opens it. It is given out only once all of it has proved to be the file that was sealed. */
export async function openNoteFile(
  { client, worker, api }: Records,
  attachment: SealedAttachment,
  onProgress?: (bytes: number) => void,
): Promise<Blob> {
  // Opening proves the hash as well; asking for it twice would read a large file twice.
  const ciphertext = await client.getBlob(api, { hash: attachment.hash, verify: false });
  return worker.openAttachment({ ciphertext, attachment, ...(onProgress && { onProgress }) });
}

/**
 * Seals a note and its new files in the Worker, then stores the ciphertext. When it fails half way the note is as it was
 * before, and doing it again finishes it.
 */
export async function saveNote(
  { client, worker, api, storage }: Records,
  draft: NoteDraft,
  who: { account: Address; chainId: number },
  onProgress: (progress: KeepProgress) => void,
): Promise<RecordRow> {
  const attachments: SealedAttachment[] = [];
  const ciphertexts: (Blob | undefined)[] = [];
  for (const item of draft.files) {
    if ("kept" in item) {
      attachments.push(item.kept);
      ciphertexts.push(undefined);
      continue;
    }
    const { file } = item;
    const sealed = await worker.sealAttachment({
      blob: file,
      name: file.name,
      ...(file.type ? { mediaType: file.type } : {}),
      maxBytes: client.recordLimits.attachmentBytes,
      onProgress: (bytes) => onProgress({ doing: "sealing", name: file.name, bytes, size: file.size }),
    });
    attachments.push(sealed.attachment);
    ciphertexts.push(sealed.ciphertext);
  }
  const { before } = draft;
  const sealed = await worker.seal({
    body: new TextEncoder().encode(JSON.stringify(draft.note)),
    type: noteType,
    space: notesSpace,
    recordId: before?.id ?? client.newRecordId(),
    version: (before?.version ?? 0) + 1,
    previous: before?.manifestHash ?? null,
    owner: who.account,
    chainId: who.chainId,
    recipients: [...draft.readers],
    attachments,
  });
  onProgress({ doing: "storing" });
  const row = await client.storeRecord(api, {
    sealed,
    ciphertexts,
    current: before ? { version: before.version, revision: before.revision } : null,
  });
  rememberSealed({ storage, ...who }, sealed);
  return row;
}
