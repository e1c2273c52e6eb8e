import "@/lib/no-eval";
import { type ExportProgress, exportPerson } from "@qti/sdk/records/person";
import type { ReadClient } from "@/lib/transactions/flow";
import type { Records } from "./context";
import { openServiceLog } from "./log";

/**
 * Everything that the service has of who is signed in, as one archive. Records are opened by the keys that are open in this browser; those
 * that do not open are in it with the reason. It is made while it is fetched: the browser keeps it on disk, not in memory.
 */
export async function takeAlong(
  { worker, api }: Records,
  client: ReadClient,
  onProgress: (progress: ExportProgress) => void,
): Promise<Blob> {
  const [{ keys, retired }, log] = await Promise.all([worker.status(), openServiceLog(api)]);
  const archive = await exportPerson(api, {
    opener: worker,
    authors: keys ? [keys, ...retired] : retired,
    client,
    log,
    onProgress,
  });
  return new Response(archive, { headers: { "content-type": "application/zip" } }).blob();
}
