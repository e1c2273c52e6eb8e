import { eq, inArray } from "drizzle-orm";
import type { Queryable } from "../database/client.ts";
import { recordHeaders } from "./tables.ts";

/*
 * Headers of records, and the only code that touches them. They hold the wrapped file keys: what happens to a header happens
 * to its record. Sealing them once more at rest, or keeping them elsewhere, changes this file alone.
 */

export async function writeHeader(tx: Queryable, recordId: string, header: Uint8Array): Promise<void> {
  await tx
    .insert(recordHeaders)
    .values({ recordId, header })
    .onConflictDoUpdate({ target: recordHeaders.recordId, set: { header } });
}

/** Headers by the id of their record. */
export async function readHeaders(
  tx: Queryable,
  recordIds: readonly string[],
): Promise<Map<string, Uint8Array>> {
  if (recordIds.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(recordHeaders)
    .where(inArray(recordHeaders.recordId, [...recordIds]));
  return new Map(rows.map((row) => [row.recordId, row.header]));
}

export async function eraseHeader(tx: Queryable, recordId: string): Promise<void> {
  await tx.delete(recordHeaders).where(eq(recordHeaders.recordId, recordId));
}
