import { getBlob } from "../api/getBlob.ts";
import type { SealedAttachment } from "../record/manifestSchema.ts";
import type { LongCall } from "../worker/createRecordsWorker.ts";
import type { Vault } from "./vault.ts";

/**
 * Fetches one file of a record and opens it. It is given out only once all of it has proved to be the file that was sealed.
 *
 * @param attachment One of `manifest.attachments`.
 *
 * @example
 * ```ts
 * const [passport] = file.manifest.attachments;
 * const blob = await openPaper(vault, passport, { onProgress: show });
 * ```
 *
 * @throws {@link RecordTamperedError} {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function openPaper(
  { log, records }: Vault,
  attachment: SealedAttachment,
  { onProgress, signal }: LongCall = {},
): Promise<Blob> {
  // Opening proves the hash as well.
  const ciphertext = await getBlob(log.api, { hash: attachment.hash, verify: false, signal });
  return records.openAttachment({ ciphertext, attachment, onProgress, signal });
}
