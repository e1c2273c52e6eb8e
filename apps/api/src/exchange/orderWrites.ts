import { and, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Queryable } from "../database/client.ts";
import type { Judged } from "./judge.ts";
import type { Moment } from "./moment.ts";
import { columnsOf, type OrderRow, toWire, verdictColumns } from "./rows.ts";
import { orderEvents, orders } from "./tables.ts";

/** PostgreSQL channel on which it is said that something was appended to `order_events`. */
export const eventsChannel = "qti_order_events";

/** "qti2" in ASCII: held while events are appended, so that positions are committed in their order. */
const eventsLock = 0x71746932;
/** "qti3": the first half of the key of a maker's lock. */
const makerLock = 0x71746933;

/**
 * Long ago, so that the watcher asks about the order at its next turn: whatever happened on the chain between the question and
 * the moment at which the order was kept is not lost.
 */
const askAgain = new Date(0);

type EventName = (typeof orderEvents.$inferInsert)["name"];
type Change = { name: EventName; row: OrderRow };

/** Tells of changes; the last thing that a transaction does, because all others that tell wait for it. */
async function tell(tx: Queryable, changes: readonly Change[], now: number, at: Date): Promise<void> {
  if (changes.length === 0) return;
  await tx.execute(sql`select pg_advisory_xact_lock(${eventsLock})`);
  await tx.insert(orderEvents).values(
    changes.map(({ name, row }) => ({
      name,
      asset: row.asset,
      money: row.money,
      maker: row.maker,
      side: row.side,
      data: toWire(row, now),
      createdAt: at,
    })),
  );
  // Heard when the transaction is committed.
  await tx.execute(sql`select pg_notify(${eventsChannel}, '')`);
}

/** Keeps two orders of one maker from each taking the last of its places. */
async function lockMaker(tx: Queryable, maker: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${makerLock}, hashtext(${maker}))`);
}

export async function findOrder(tx: Queryable, hash: string): Promise<OrderRow | undefined> {
  const [row] = await tx.select().from(orders).where(eq(orders.hash, hash));
  return row;
}

/**
 * Keeps a new order, or answers with the one that is there.
 *
 * @returns undefined when the maker has as many orders as it may
 */
export async function insertOrder(
  tx: Queryable,
  { signed, verdict }: Judged,
  moment: Moment,
  { at, perMaker }: { at: Date; perMaker: number },
): Promise<{ row: OrderRow; created: boolean } | undefined> {
  await lockMaker(tx, signed.order.maker);
  const known = await findOrder(tx, signed.hash);
  if (known !== undefined)
    return { row: await resign(tx, known, { signed, verdict }, moment, at), created: false };
  const live = await tx.$count(
    orders,
    and(eq(orders.maker, signed.order.maker), isNotNull(orders.holdsUntil)),
  );
  if (live >= perMaker) return undefined;
  const [row] = await tx
    .insert(orders)
    .values({
      ...columnsOf(signed),
      ...verdictColumns(verdict),
      judgedBlock: Number(moment.number),
      judgedAt: askAgain,
      createdAt: at,
      updatedAt: at,
    })
    .returning();
  if (row === undefined) return undefined;
  await tell(tx, [{ name: "added", row }], moment.now, at);
  return { row, created: true };
}

/** Keeps the signature that its account accepts now. */
async function resign(
  tx: Queryable,
  known: OrderRow,
  { signed, verdict }: Judged,
  moment: Moment,
  at: Date,
): Promise<OrderRow> {
  if (known.signature === signed.signature || known.holdsUntil === null) return known;
  const [row] = await tx
    .update(orders)
    .set({ ...verdictColumns(verdict), signature: signed.signature, judgedAt: askAgain, updatedAt: at })
    .where(eq(orders.hash, known.hash))
    .returning();
  if (row === undefined) return known;
  await tell(tx, [{ name: "changed", row }], moment.now, at);
  return row;
}

/** Writes verdicts down, and tells of those that are different from before. */
export async function writeVerdicts(
  tx: Queryable,
  judged: readonly Judged[],
  moment: Moment,
  at: Date,
): Promise<void> {
  if (judged.length === 0) return;
  const verdicts = new Map<string, Judged>(judged.map((one) => [one.signed.hash, one]));
  const rows = await tx
    .select()
    .from(orders)
    .where(inArray(orders.hash, [...verdicts.keys()]))
    .orderBy(orders.hash)
    .for("update");
  const asked = { judgedBlock: Number(moment.number), judgedAt: at };
  const same: string[] = [];
  const changes: Change[] = [];
  for (const before of rows) {
    const one = verdicts.get(before.hash);
    // Signed anew since it was asked about; the next turn asks again.
    if (one === undefined || before.signature !== one.signed.signature) continue;
    const { funds, ...told } = verdictColumns(one.verdict);
    const isTold = differs(before, told);
    if (!isTold && before.funds === funds) {
      same.push(before.hash);
      continue;
    }
    const [row] = await tx
      .update(orders)
      .set({ ...told, funds, ...asked, ...(isTold ? { updatedAt: at } : {}) })
      .where(eq(orders.hash, before.hash))
      .returning();
    if (row !== undefined && isTold) changes.push({ name: eventName(before, row), row });
  }
  if (same.length > 0) await tx.update(orders).set(asked).where(inArray(orders.hash, same));
  await tell(tx, changes, moment.now, at);
}

/** Takes every order out of the book, whatever became of it, and tells of those that somebody may still be looking at. */
export async function clearBook(tx: Queryable, moment: Moment, at: Date): Promise<number> {
  const rows = await tx.delete(orders).returning();
  const living = rows.filter(({ holdsUntil }) => holdsUntil !== null);
  await tell(
    tx,
    living.map((row) => ({ name: "removed", row })),
    moment.now,
    at,
  );
  return rows.length;
}

/** Takes orders out of the book because their maker is to be forgotten. On the chain they are as good as before. */
export async function withdrawOrders(tx: Queryable, which: SQL, at: Date): Promise<number> {
  const rows = await tx.delete(orders).where(which).returning();
  const living = rows.filter(({ holdsUntil }) => holdsUntil !== null);
  const now = Math.floor(at.getTime() / 1000);
  await tell(
    tx,
    living.map((row) => ({ name: "removed", row })),
    now,
    at,
  );
  return rows.length;
}

/** Whether anything of the order looks different afterwards. */
function differs(row: OrderRow, after: Partial<OrderRow>): boolean {
  return (Object.keys(after) as (keyof OrderRow)[]).some((column) => row[column] !== after[column]);
}

function eventName(before: OrderRow, after: OrderRow): EventName {
  if (after.holdsUntil === null) return before.holdsUntil === null ? "changed" : "removed";
  // The end was in a block that the chain gave up.
  return before.holdsUntil === null ? "added" : "changed";
}
