import { and, desc, isNull, lt, ne, sql } from "drizzle-orm";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { orderEvents, orders } from "./tables.ts";

const dayMs = 24 * 60 * 60_000;
/** For how long a client may be away and still be told what it missed. */
const eventsMs = dayMs;
/** For how long the book knows what became of an order; chain and subgraph know it for ever. */
const endedMs = 90 * dayMs;

/** Forgets changes that nobody waits for any more, and orders that ended long ago. */
export async function forgetOrders(db: Database, clock: Clock): Promise<void> {
  const now = clock.now().getTime();
  // The newest one stays: it is how a stream knows where it is.
  const newest = db
    .select({ position: orderEvents.position })
    .from(orderEvents)
    .orderBy(desc(orderEvents.position))
    .limit(1);
  await db
    .delete(orderEvents)
    .where(
      and(lt(orderEvents.createdAt, new Date(now - eventsMs)), ne(orderEvents.position, sql`(${newest})`)),
    );
  await db
    .delete(orders)
    .where(and(isNull(orders.holdsUntil), lt(orders.updatedAt, new Date(now - endedMs))));
}
