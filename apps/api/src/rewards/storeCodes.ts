import { randomUUID } from "node:crypto";
import type { ItemCodes } from "@qti/sdk/rewards/store";
import { and, asc, count, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import { lockAccount } from "../blobs/blobService.ts";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import type { CodeVault } from "./codeVault.ts";
import { storeCodes, storeOrders } from "./storeTables.ts";

const dayMs = 24 * 60 * 60_000;

/** What an operator uploads. */
export type CodeUpload = {
  deployment: number;
  itemId: bigint;
  codes: readonly string[];
  uploader: `0x${string}`;
};

/**
 * Keeps codes, sealed, all of them or none. A code that the item has already is passed over, whoever was given it.
 *
 * @returns how many are new
 * @throws {@link ProblemError} `upload-quota` when the account uploaded too many within a day
 */
export async function keepCodes(
  { db, vault, clock }: { db: Database; vault: CodeVault; clock: Clock },
  { deployment, itemId, codes, uploader }: CodeUpload,
  codesPerDay: number,
): Promise<number> {
  const createdAt = clock.now();
  const rows = [...new Set(codes)].map((code) => {
    const id = randomUUID();
    return {
      id,
      deployment,
      itemId,
      mac: vault.mac(itemId, code),
      sealed: vault.seal({ id, itemId }, code),
      uploader,
      createdAt,
    };
  });
  return db.transaction(async (tx) => {
    await lockAccount(tx, uploader);
    const added = await tx
      .insert(storeCodes)
      .values(rows)
      .onConflictDoNothing()
      .returning({ id: storeCodes.id });
    const since = new Date(createdAt.getTime() - dayMs);
    const today = await tx.$count(
      storeCodes,
      and(eq(storeCodes.uploader, uploader), gt(storeCodes.createdAt, since)),
    );
    if (added.length > 0 && today > codesPerDay) {
      throw new ProblemError("upload-quota", { extensions: { limit: codesPerDay } });
    }
    return added.length;
  });
}

/** How many codes an item has, and how many orders wait for. */
export async function countCodes(db: Queryable, deployment: number, itemId: bigint): Promise<ItemCodes> {
  const [codes] = await db
    .select({
      available: sql<number>`(count(*) filter (where ${storeCodes.order} is null))::int`,
      given: count(storeCodes.order),
    })
    .from(storeCodes)
    .where(and(eq(storeCodes.deployment, deployment), eq(storeCodes.itemId, itemId)));
  const [orders] = await db
    .select({ wanted: sql<string>`coalesce(sum(${storeOrders.quantity}), 0)` })
    .from(storeOrders)
    .where(
      and(
        eq(storeOrders.deployment, deployment),
        eq(storeOrders.itemId, itemId),
        isNull(storeOrders.recordId),
        eq(storeOrders.undone, false),
      ),
    );
  return {
    itemId,
    available: codes?.available ?? 0,
    given: codes?.given ?? 0,
    wanted: BigInt(orders?.wanted ?? 0),
  };
}

/**
 * Sets codes aside for an order, the oldest first, together with the id of the record in which they will be delivered: both
 * or neither, and never again for the same order.
 *
 * @returns whether there were enough
 */
export async function setAside(
  db: Database,
  {
    deployment,
    place,
    itemId,
    quantity,
  }: Pick<typeof storeOrders.$inferSelect, "deployment" | "place" | "itemId" | "quantity">,
  { recordId, now }: { recordId: string; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const free = await tx
      .select({ id: storeCodes.id })
      .from(storeCodes)
      .where(
        and(eq(storeCodes.deployment, deployment), eq(storeCodes.itemId, itemId), isNull(storeCodes.order)),
      )
      .orderBy(asc(storeCodes.place))
      .limit(Number(quantity))
      .for("update");
    if (free.length < Number(quantity)) return false;
    const ids = free.map(({ id }) => id);
    await tx
      .update(storeCodes)
      .set({ order: place })
      .where(sql`${storeCodes.id} = any(${sql.param(ids)}::uuid[])`);
    await tx.update(storeOrders).set({ recordId, updatedAt: now }).where(eq(storeOrders.place, place));
    return true;
  });
}

/** An order has fewer codes than were set aside for it. */
export class CodesMissingError extends Error {
  override name = "CodesMissingError";

  constructor(orderId: bigint, found: number, quantity: bigint) {
    super(
      `Order ${orderId} has ${found} codes of ${quantity}. Somebody changed the table by hand; nothing is delivered until they are back.`,
    );
  }
}

/** The codes of an order, opened, in the order in which they were uploaded. @throws {@link CodesMissingError} */
export async function codesOf(
  db: Queryable,
  vault: CodeVault,
  { place, orderId, quantity }: typeof storeOrders.$inferSelect,
): Promise<string[]> {
  const rows = await db
    .select()
    .from(storeCodes)
    .where(and(eq(storeCodes.order, place), isNotNull(storeCodes.sealed)))
    .orderBy(asc(storeCodes.place));
  if (BigInt(rows.length) !== quantity) throw new CodesMissingError(orderId, rows.length, quantity);
  return rows.map(({ id, itemId, sealed }) => vault.open({ id, itemId }, sealed ?? new Uint8Array()));
}
