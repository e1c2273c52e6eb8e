import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgTable, primaryKey, smallint } from "drizzle-orm/pg-core";
import { bytea } from "../database/columns.ts";

/** How many leaves the log has. Its one row is what appends wait for: whichever process appends, the next leaf follows the last. */
export const logState = pgTable(
  "log_state",
  {
    id: integer("id").primaryKey(),
    size: bigint("size", { mode: "number" }).notNull(),
  },
  (table) => [check("log_state_one", sql`${table.id} = 1`)],
);

/**
 * The complete nodes of the tree: node `index` of a level covers the 2^level leaves from `index` times as many on. They never change,
 * and fewer than two a leaf are enough for every proof of every size.
 */
export const logNodes = pgTable(
  "log_nodes",
  {
    level: smallint("level").notNull(),
    index: bigint("index", { mode: "number" }).notNull(),
    hash: bytea("hash").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.level, table.index] }),
    index("log_leaves").on(table.hash).where(sql`${table.level} = 0`),
  ],
);
