import { randomUUID } from "node:crypto";
import { tombstoneLeafHash } from "@qti/sdk/records/log";
import type { Logger } from "@qti/service/logger";
import { and, eq, getTableName, inArray, lte, notExists, or, type SQL, sql } from "drizzle-orm";
import { type BlobService, lockAccount } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import type { Database, Queryable } from "../database/client.ts";
import { withdrawOrders } from "../exchange/orderWrites.ts";
import { appendLeaf } from "../log/logStore.ts";
import { blobHolders, deletedRecords, recordBlobs, records } from "../records/tables.ts";
import { settleTaps } from "../rewards/forgetTaps.ts";
import { storeOrders } from "../rewards/storeTables.ts";
import { formsOf, isPersonal, type PersonalEntry, register, type Subject } from "./register.ts";
import type { ShredKeys } from "./shredKeys.ts";
import { findSubject } from "./subject.ts";
import { erasures } from "./tables.ts";

type Account = `0x${string}`;

/** Records that are deleted in one transaction: nobody who writes waits long for it. */
const recordsATurn = 50;

export type ErasureDeps = { db: Database; shred: ShredKeys; blobs: BlobService; clock: Clock; log: Logger };

/** What became of one table. */
export type Erased = { table: string; rows: number };
/** What of a person stays, and why. */
export type Kept = { what: string; because: string };

export type ErasureRequest = {
  asked: "person" | "officer" | "restore";
  /** Of an erasure that happened before, when a restored backup undid it. */
  id?: string;
};

/**
 * Erases a person: destroys the key under which the headers of their records lie, and does to each table what the register says.
 *
 * The first transaction is the erasure: after it nothing opens any more, nobody is signed in, and what is left of the records is ciphertext
 * that nobody can name. That is deleted after it, and by housekeeping where this is cut off. The key goes last and before the commit: when it
 * cannot be destroyed nothing is changed, and when the commit fails the key's tombstone makes housekeeping do it all again.
 */
export async function erasePerson(
  deps: ErasureDeps,
  account: Account,
  { asked, id = randomUUID() }: ErasureRequest,
): Promise<{ id: string; erased: Erased[]; kept: Kept[] }> {
  const { db, shred, clock, log } = deps;
  const begunAt = clock.now();
  const { counts, kept } = await db.transaction(async (tx) => {
    await lockAccount(tx, account);
    const begun = await tx
      .insert(erasures)
      .values({ id, account, asked, begunAt })
      .onConflictDoNothing()
      .returning({ id: erasures.id });
    // Another process was first.
    if (begun.length === 0) return { counts: [], kept: [] };
    const subject = await findSubject(tx, account);
    const counts: Erased[] = [];
    const kept: Kept[] = [];
    for (const entry of register) {
      if (!isPersonal(entry)) continue;
      const rows = await applyFate(tx, entry, subject, begunAt);
      if (rows === 0) continue;
      if (entry.fate.how !== "kept") counts.push({ table: getTableName(entry.table), rows });
      if ("because" in entry.fate) kept.push({ what: entry.what, because: entry.fate.because });
    }
    await shred.destroy(account, id);
    return { counts, kept };
  });
  // No account and no number of rows: whoever reads the log learns that there was an erasure, and how to find it.
  log.info({ erasure: id, asked }, "a person was erased");
  const gone = await finishErasure(deps, { id, account, begunAt });
  return { id, erased: [...counts, ...gone], kept };
}

/** Answers with the number of rows that met it. */
async function applyFate(tx: Queryable, entry: PersonalEntry, subject: Subject, at: Date): Promise<number> {
  const rows = entry.rows(subject);
  if (rows === undefined || entry.fate.how === "with the records") return 0;
  if (entry.fate.how === "kept") return tx.$count(entry.table, rows);
  if (entry.fate.how === "stripped") {
    return (await tx.update(entry.table).set(entry.fate.set).where(rows)).rowCount ?? 0;
  }
  const name = getTableName(entry.table);
  // What pages follow, and what sums are checked by, is told before it is gone.
  if (name === "orders") return withdrawOrders(tx, rows, at);
  if (name === "tap_batches") return settleTaps(tx, rows);
  return (await tx.delete(entry.table).where(rows)).rowCount ?? 0;
}

type Begun = { id: string; account: Account; begunAt: Date };

/** Deletes what nobody can open any more: records, and ciphertext that nobody else has. Whatever cuts it off, it goes on from there. */
export async function finishErasure(deps: ErasureDeps, { id, account, begunAt }: Begun): Promise<Erased[]> {
  const { db, blobs, clock } = deps;
  const counts = { records: 0, blobs: 0 };
  for (;;) {
    const { rows, hashes } = await db.transaction(async (tx) => deleteSome(tx, account, begunAt));
    counts.records += rows;
    counts.blobs += await blobs.eraseUnreferenced(hashes);
    if (rows === 0 && hashes.length === 0) break;
  }
  await db.update(erasures).set({ account: null, finishedAt: clock.now() }).where(eq(erasures.id, id));
  return [
    { table: "records", rows: counts.records },
    { table: "blobs", rows: counts.blobs },
  ].filter(({ rows }) => rows > 0);
}

/** Some of the records, or, when there are none, some of what was uploaded and is in none. */
async function deleteSome(tx: Queryable, account: Account, until: Date) {
  await lockAccount(tx, account);
  // What the store delivered is the store's record for this buyer alone.
  const delivered = tx
    .select({ id: storeOrders.recordId })
    .from(storeOrders)
    .where(inArray(storeOrders.account, formsOf(account)));
  const some = await tx
    .select({ id: records.id, owner: records.owner })
    .from(records)
    .where(and(or(eq(records.owner, account), inArray(records.id, delivered)), lte(records.createdAt, until)))
    .orderBy(records.id)
    .limit(recordsATurn)
    .for("update");
  if (some.length === 0) {
    const uploaded = and(eq(blobHolders.account, account), lte(blobHolders.touchedAt, until));
    return { rows: 0, hashes: await releaseBlobs(tx, uploaded) };
  }
  const ids = some.map(({ id }) => id);
  const named = await tx
    .select({ hash: recordBlobs.hash })
    .from(recordBlobs)
    .where(inArray(recordBlobs.recordId, ids));
  await tx.delete(records).where(inArray(records.id, ids));
  await tx
    .insert(deletedRecords)
    .values(ids.map((id) => ({ id, deletedAt: until })))
    .onConflictDoNothing();
  const hashes = await releaseBlobs(
    tx,
    and(
      inArray(
        blobHolders.account,
        some.map(({ owner }) => owner),
      ),
      inArray(
        blobHolders.hash,
        named.map(({ hash }) => hash),
      ),
    ),
  );
  for (const id of ids) await appendLeaf(tx, await tombstoneLeafHash(id));
  return { rows: ids.length, hashes };
}

/** Lets go of ciphertext that no record of its holder names any more. */
async function releaseBlobs(tx: Queryable, which: SQL | undefined): Promise<string[]> {
  const named = tx
    .select({ one: sql`1` })
    .from(recordBlobs)
    .innerJoin(records, eq(records.id, recordBlobs.recordId))
    .where(and(eq(recordBlobs.hash, blobHolders.hash), eq(records.owner, blobHolders.account)));
  const released = await tx
    .delete(blobHolders)
    .where(and(which, notExists(named)))
    .returning({ hash: blobHolders.hash });
  return [...new Set(released.map(({ hash }) => hash))];
}
