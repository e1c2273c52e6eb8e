import type { PublishedKeys, PutKeysBody } from "@qti/sdk/records/wire";
import { and, count, desc, eq, inArray, isNull } from "drizzle-orm";
import { lockAccount } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import { publishedKeys, walletShares } from "./tables.ts";

/** Pairs of keys that one account may have published; devices share seeds, so this is years of rotation. */
const keysPerAccount = 64;

/** Whose keys are of whom everything was erased; their fingerprint stays, because records of others name it. */
const nobody = "";

type KeyRow = typeof publishedKeys.$inferSelect;

export function keysToWire(row: KeyRow): PublishedKeys {
  return {
    account: row.account as `0x${string}`,
    chainId: row.chainId,
    recipient: row.recipient as `age1pq1${string}`,
    verifier: row.verifier,
    fingerprint: row.fingerprint as `0x${string}`,
    signature: row.signature,
    createdAt: row.createdAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}

/**
 * Publishes keys whose signature was checked. Publishing the same again answers with what is there.
 *
 * @throws {@link ProblemError} `key-conflict` when another account published them, `quota-exceeded` when there are too many
 */
export async function publishKeys(db: Database, clock: Clock, body: PutKeysBody): Promise<PublishedKeys> {
  return db.transaction(async (tx) => {
    await lockAccount(tx, body.account);
    const [known] = await tx
      .select()
      .from(publishedKeys)
      .where(eq(publishedKeys.fingerprint, body.fingerprint));
    if (known !== undefined) {
      if (known.account !== body.account) throw new ProblemError("key-conflict");
      return keysToWire(known);
    }
    const [held] = await tx
      .select({ keys: count() })
      .from(publishedKeys)
      .where(eq(publishedKeys.account, body.account));
    if ((held?.keys ?? 0) >= keysPerAccount) {
      throw new ProblemError("quota-exceeded", {
        detail: "The account has published too many keys.",
        extensions: { limit: keysPerAccount },
      });
    }
    const [row] = await tx
      .insert(publishedKeys)
      .values({ ...body, createdAt: clock.now() })
      .onConflictDoNothing()
      .returning();
    // Two accounts published the same keys at the same moment, and the other one was first.
    if (row === undefined) throw new ProblemError("key-conflict");
    return keysToWire(row);
  });
}

export async function findKeys(db: Queryable, fingerprint: string): Promise<PublishedKeys> {
  const [row] = await db.select().from(publishedKeys).where(eq(publishedKeys.fingerprint, fingerprint));
  if (row === undefined || row.account === nobody) throw new ProblemError("not-found");
  return keysToWire(row);
}

/** Keys of an account, newest first. */
export async function listKeys(db: Queryable, account: string): Promise<PublishedKeys[]> {
  const rows = await db
    .select()
    .from(publishedKeys)
    .where(eq(publishedKeys.account, account))
    .orderBy(desc(publishedKeys.createdAt), publishedKeys.fingerprint);
  return rows.map(keysToWire);
}

/**
 * Says that keys are not to be used any more: nothing new is signed by them or shared with them. What was shared stays
 * readable to its reader; taking that back is a new version of the record.
 */
export async function revokeKeys(
  db: Database,
  clock: Clock,
  account: `0x${string}`,
  fingerprint: string,
): Promise<PublishedKeys> {
  const mine = and(eq(publishedKeys.fingerprint, fingerprint), eq(publishedKeys.account, account));
  const [row] = await db.transaction(async (tx) => {
    await lockAccount(tx, account);
    await tx
      .update(publishedKeys)
      .set({ revokedAt: clock.now() })
      .where(and(mine, isNull(publishedKeys.revokedAt)));
    // Who revokes keys because a backup was stolen closes the way of the wallet into it as well.
    await tx
      .delete(walletShares)
      .where(and(eq(walletShares.fingerprint, fingerprint), eq(walletShares.account, account)));
    return tx.select().from(publishedKeys).where(mine);
  });
  if (row === undefined) throw new ProblemError("not-found");
  return keysToWire(row);
}

/** Accounts and states of the keys among `fingerprints` that were published. */
export async function keysByFingerprint(
  tx: Queryable,
  fingerprints: readonly string[],
): Promise<Map<string, { account: string; revoked: boolean }>> {
  const rows = await tx
    .select({
      fingerprint: publishedKeys.fingerprint,
      account: publishedKeys.account,
      revokedAt: publishedKeys.revokedAt,
    })
    .from(publishedKeys)
    .where(inArray(publishedKeys.fingerprint, [...fingerprints]));
  return new Map(
    rows.map((row) => [row.fingerprint, { account: row.account, revoked: row.revokedAt !== null }]),
  );
}
