import { sql } from "drizzle-orm";
import { boolean, index, pgTable, text, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { blockTrailTable, deploymentColumn } from "../core/deploymentTables.ts";
import { amount, bytea, time, whole } from "../database/columns.ts";

/** Purchases as the chain tells them, and how far each was delivered. */
export const storeOrders = pgTable(
  "store_orders",
  {
    place: whole("place").primaryKey().generatedAlwaysAsIdentity(),
    deployment: deploymentColumn(),
    orderId: amount("order_id").notNull(),
    /** In lower case. */
    account: text("account").notNull(),
    itemId: amount("item_id").notNull(),
    quantity: amount("quantity").notNull(),
    block: whole("block").notNull(),
    /** Deep enough in the chain to be delivered. */
    confirmed: boolean("confirmed").notNull(),
    /** The chain gave up its block, and has it in no other so far. */
    undone: boolean("undone").notNull().default(false),
    /** Chosen when codes are set aside for it: whatever is cut off, there is never a second record. */
    recordId: uuid("record_id"),
    deliveredAt: time("delivered_at"),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [
    // The chain may give a number to another purchase after a reorganisation; to the same one it is the same order.
    uniqueIndex("store_orders_purchase").on(
      table.deployment,
      table.orderId,
      table.account,
      table.itemId,
      table.quantity,
    ),
    index("store_orders_account").on(table.deployment, table.account, table.orderId),
    index("store_orders_owed").on(table.deployment, table.orderId).where(sql`${table.deliveredAt} is null`),
    index("store_orders_block").on(table.deployment, table.block),
  ],
);

/** Codes for buyers. Without the key of the service this table tells nothing but how many there are. */
export const storeCodes = pgTable(
  "store_codes",
  {
    id: uuid("id").primaryKey(),
    /** The order in which they came, and in which they are given. */
    place: whole("place").notNull().generatedAlwaysAsIdentity(),
    deployment: deploymentColumn(),
    itemId: amount("item_id").notNull(),
    /** Keyed hash: tells a code that is there already, and nobody what it is. */
    mac: text("mac").notNull(),
    /** Ciphertext; null once it was delivered. */
    sealed: bytea("sealed"),
    /** The order that it belongs to. */
    order: whole("order_place").references(() => storeOrders.place),
    uploader: text("uploader").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    uniqueIndex("store_codes_mac").on(table.deployment, table.itemId, table.mac),
    index("store_codes_free")
      .on(table.deployment, table.itemId, table.place)
      .where(sql`${table.order} is null`),
    index("store_codes_order").on(table.order),
    index("store_codes_uploader").on(table.uploader, table.createdAt),
  ],
);

/** Blocks up to which purchases were taken over. */
export const storeBlocks = blockTrailTable("store_blocks");

/** Public keys under which the service signs deliveries. The seed of each recipient was thrown away when it was made. */
export const storeKeys = pgTable("store_keys", {
  verifier: text("verifier").primaryKey(),
  recipient: text("recipient").notNull(),
});
