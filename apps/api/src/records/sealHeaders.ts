import { and, eq, inArray, isNull } from "drizzle-orm";
import { lockAccount } from "../blobs/blobService.ts";
import type { Database } from "../database/client.ts";
import type { HeaderStore } from "./headerStore.ts";
import { recordHeaders, records } from "./tables.ts";

const headersATurn = 100;

/**
 * Seals headers and salts that are from before they were sealed, a few of one owner at a time. Any number of processes may do it at
 * once, and people read and write meanwhile.
 */
export async function sealHeaders(
  { db, headers }: { db: Database; headers: HeaderStore },
  signal?: AbortSignal,
): Promise<number> {
  let sealed = 0;
  while (!signal?.aborted) {
    const [next] = await db
      .select({ owner: records.owner })
      .from(recordHeaders)
      .innerJoin(records, eq(records.id, recordHeaders.recordId))
      .where(isNull(recordHeaders.keyId))
      .limit(1);
    if (next === undefined) break;
    sealed += await sealSome(db, headers, next.owner as `0x${string}`);
  }
  return sealed;
}

async function sealSome(db: Database, headers: HeaderStore, owner: `0x${string}`): Promise<number> {
  return db.transaction(async (tx) => {
    await lockAccount(tx, owner);
    const rows = await tx
      .select({ id: records.id })
      .from(recordHeaders)
      .innerJoin(records, eq(records.id, recordHeaders.recordId))
      .where(and(eq(records.owner, owner), isNull(recordHeaders.keyId)))
      .limit(headersATurn)
      .for("update");
    const ids = rows.map(({ id }) => id);
    for (const [id, secrets] of await headers.read(tx, ids)) await headers.write(tx, owner, id, secrets);
    if (ids.length > 0) await tx.update(records).set({ leafSalt: null }).where(inArray(records.id, ids));
    return ids.length;
  });
}
