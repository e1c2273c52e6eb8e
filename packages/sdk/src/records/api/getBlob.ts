import { toHex } from "../bytes.ts";
import { RecordTamperedError } from "../errors.ts";
import type { Hash } from "../wire.ts";
import { ApiUnreachableError } from "./errors.ts";
import { type Abortable, type RecordsApi, send } from "./request.ts";

/**
 * Fetches ciphertext and proves that it is what its address says.
 *
 * @param parameters.verify false for large files that go to `openAttachment`, which proves the same while it opens them
 *
 * @throws {@link RecordTamperedError} the service gave something else
 * @throws {@link ApiProblemError} {@link ApiUnreachableError} {@link RecordsAbortedError}
 */
export async function getBlob(
  api: RecordsApi,
  { hash, verify = true, signal }: { hash: Hash; verify?: boolean } & Abortable,
): Promise<Blob> {
  const path = `/v1/blobs/${hash}`;
  const headers = { accept: "application/octet-stream" };
  const response = await send(api, { method: "GET", path, headers, signal });
  const blob = await response.blob().catch((cause: unknown) => {
    throw new ApiUnreachableError({ url: path, cause });
  });
  if (verify) {
    const actual = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())));
    if (actual !== hash) throw new RecordTamperedError({ part: "blob", reason: `Its hash is ${actual}.` });
  }
  return blob;
}
