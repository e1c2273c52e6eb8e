import { and, eq, lt, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { blobHolders, blobs, recordBlobs, records } from "../records/tables.ts";
import type { BlobService } from "./blobService.ts";

/**
 * How long a blob may lie without a record. Longer than any upload may take, so that nobody's attachments vanish between
 * their upload and the record that names them, and readers of the version before can finish.
 */
export const orphanGraceMs = 60 * 60_000;
const batch = 200;

/** Takes back what was uploaded and never used, or is not used any more. */
export async function collectOrphans(deps: {
  db: Database;
  service: BlobService;
  clock: Clock;
  signal?: AbortSignal;
}): Promise<{ released: number; erased: number }> {
  const { db, service, clock, signal } = deps;
  const before = new Date(clock.now().getTime() - orphanGraceMs);
  const released = await db
    .delete(blobHolders)
    .where(
      and(
        lt(blobHolders.touchedAt, before),
        sql`not exists (
          select 1 from ${recordBlobs} join ${records} on ${records.id} = ${recordBlobs.recordId}
          where ${recordBlobs.hash} = ${blobHolders.hash} and ${records.owner} = ${blobHolders.account}
        )`,
      ),
    )
    .returning({ hash: blobHolders.hash });
  let erased = 0;
  while (!signal?.aborted) {
    const orphans = await db
      .select({ hash: blobs.hash })
      .from(blobs)
      .where(
        and(
          lt(blobs.touchedAt, before),
          sql`not exists (select 1 from ${recordBlobs} where ${recordBlobs.hash} = ${blobs.hash})`,
          sql`not exists (select 1 from ${blobHolders} where ${eq(blobHolders.hash, blobs.hash)})`,
        ),
      )
      .limit(batch);
    const gone = await service.eraseUnreferenced(orphans.map((row) => row.hash));
    erased += gone;
    // Somebody uploads these right now; they are left for the next time.
    if (orphans.length < batch || gone === 0) break;
  }
  return { released: released.length, erased };
}
