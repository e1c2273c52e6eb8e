import { type DeliveryState, type StoreOrderPageJson, storeLimits } from "@qti/sdk/rewards/store";
import { and, desc, eq, lt } from "drizzle-orm";
import type { Database } from "../database/client.ts";
import { hasKeys } from "./storeDelivery.ts";
import { storeOrders } from "./storeTables.ts";

type Row = typeof storeOrders.$inferSelect;

function stateOf(row: Row, keys: boolean): DeliveryState {
  if (row.undone) return "undone";
  if (row.deliveredAt !== null) return "delivered";
  if (!row.confirmed) return "confirming";
  if (row.recordId === null) return "waitingForCodes";
  return keys ? "preparing" : "waitingForKeys";
}

/** What an account bought, newest first. */
export async function listStoreOrders(
  db: Database,
  { deployment, account }: { deployment: number; account: string },
  { first = storeLimits.pageSize, after }: { first?: number | undefined; after?: bigint | undefined },
): Promise<Pick<StoreOrderPageJson, "items" | "nextCursor">> {
  const rows = await db
    .select({ order: storeOrders, keys: hasKeys(db) })
    .from(storeOrders)
    .where(
      and(
        eq(storeOrders.deployment, deployment),
        eq(storeOrders.account, account),
        after === undefined ? undefined : lt(storeOrders.orderId, after),
      ),
    )
    .orderBy(desc(storeOrders.orderId), desc(storeOrders.place))
    // One more than a page, to know whether there is a next one.
    .limit(first + 1);
  const shown = rows.slice(0, first);
  return {
    items: shown.map(({ order, keys }) => ({
      orderId: `${order.orderId}`,
      itemId: `${order.itemId}`,
      quantity: `${order.quantity}`,
      state: stateOf(order, keys),
      recordId: order.deliveredAt === null ? null : order.recordId,
      block: order.block,
      updatedAt: order.updatedAt.toISOString(),
    })),
    nextCursor: rows.length > shown.length ? `${shown.at(-1)?.order.orderId}` : null,
  };
}
