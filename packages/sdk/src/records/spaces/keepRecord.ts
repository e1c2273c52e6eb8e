import type { Abortable } from "../api/request.ts";
import { storeRecord } from "../api/storeRecord.ts";
import { newRecordId } from "../ids.ts";
import type { KeyPublicClaim } from "../keys/types.ts";
import type { SealedAttachment } from "../record/manifestSchema.ts";
import type { SealedRecord } from "../record/seal.ts";
import type { RecordRow } from "../wire.ts";
import { type Contents, encodeContents, type Kind, readContents, type SpaceRecord } from "./kind.ts";
import { selfOf, type Vault } from "./vault.ts";

/** A file of a record: a new one, or one that an earlier version has already. */
export type PaperFile =
  | { readonly file: Blob; readonly name: string; readonly mediaType?: string | undefined }
  | { readonly kept: SealedAttachment };

/** A file of a record, and what it is. */
export type Paper<kind extends string> = PaperFile & { readonly kind: kind };

/** Where the work on a record stands. */
export type KeepProgress =
  | { readonly doing: "sealing"; readonly name: string; readonly bytes: number; readonly size: number }
  | { readonly doing: "storing" };

/** What every kind of record is kept by. */
export type Keeping = Abortable & {
  /** From {@link findReaders}: who can open it beside oneself. */
  readers: readonly KeyPublicClaim[];
  onProgress?: ((progress: KeepProgress) => void) | undefined;
};

/**
 * Seals a record of a space and its new files in the Worker, and stores the ciphertext. When it fails half way, nothing has changed.
 * Keys that one lost thing would lose seal nothing: the Worker refuses them.
 *
 * @param parameters.before the version that this one follows
 */
export async function keepRecord<contents extends Contents>(
  vault: Vault,
  kind: Kind<contents>,
  {
    contents,
    files = [],
    before,
    ...keeping
  }: Keeping & {
    contents: contents;
    files?: readonly PaperFile[];
    before?: SpaceRecord<contents> | undefined;
  },
): Promise<SpaceRecord<contents>> {
  const body = encodeContents(kind, contents);
  const sealed = await sealFiles(vault, files, keeping);
  const { space, type } = kind;
  const { record, manifest } = await keepVersion(vault, {
    body,
    space,
    type,
    before: before?.record,
    ...sealed,
    ...keeping,
  });
  return readContents(kind, { record, manifest, body, isOwn: true });
}

/** Seals the next version of a record, or its first, and stores it. */
export async function keepVersion(
  { log, records, chainId, ...vault }: Vault,
  parameters: Keeping & {
    body: Uint8Array<ArrayBuffer>;
    space: string;
    type: string;
    before: RecordRow | undefined;
    attachments: readonly SealedAttachment[];
    ciphertexts: readonly (Blob | undefined)[];
  },
): Promise<{ record: RecordRow; manifest: SealedRecord["manifest"] }> {
  const { body, space, type, before, attachments, ciphertexts, readers, onProgress, signal } = parameters;
  const { account } = await selfOf({ log, records, chainId, ...vault });
  const sealed = await records.seal({
    body,
    space,
    type,
    recordId: before?.id ?? newRecordId(),
    version: (before?.version ?? 0) + 1,
    previous: before?.manifestHash ?? null,
    owner: account,
    chainId,
    recipients: [...readers],
    attachments: [...attachments],
  });
  onProgress?.({ doing: "storing" });
  const current = before === undefined ? null : { version: before.version, revision: before.revision };
  const record = await storeRecord(log.api, { sealed, ciphertexts, current, signal });
  return { record, manifest: sealed.manifest };
}

/** Seals the files that are new. */
export async function sealFiles(
  { records }: Vault,
  files: readonly PaperFile[],
  { onProgress, signal }: Pick<Keeping, "onProgress" | "signal">,
): Promise<{ attachments: SealedAttachment[]; ciphertexts: (Blob | undefined)[] }> {
  const attachments: SealedAttachment[] = [];
  const ciphertexts: (Blob | undefined)[] = [];
  for (const each of files) {
    if ("kept" in each) {
      attachments.push(each.kept);
      ciphertexts.push(undefined);
      continue;
    }
    const { file, name, mediaType = file.type } = each;
    const { attachment, ciphertext } = await records.sealAttachment({
      blob: file,
      name,
      ...(mediaType ? { mediaType } : {}),
      onProgress: (bytes) => onProgress?.({ doing: "sealing", name, bytes, size: file.size }),
      signal,
    });
    attachments.push(attachment);
    ciphertexts.push(ciphertext);
  }
  return { attachments, ciphertexts };
}
