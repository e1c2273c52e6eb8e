import type { Bytes } from "../bytes.ts";
import { type BlobRef, blobRefSchema, type Hash } from "../wire.ts";
import { type Abortable, type RecordsApi, sendJson } from "./request.ts";

/**
 * Stores ciphertext under its SHA-256. Storing it again changes nothing.
 *
 * @throws {@link ApiProblemError} e.g. 413 when it is too large, 507 when the service is full
 * @throws {@link ApiUnreachableError} {@link ApiResponseError} {@link RecordsAbortedError}
 */
export function putBlob(
  api: RecordsApi,
  { hash, bytes, signal }: { hash: Hash; bytes: Blob | Bytes } & Abortable,
): Promise<BlobRef> {
  return sendJson(api, { method: "PUT", path: `/v1/blobs/${hash}`, bytes, signal }, blobRefSchema);
}
