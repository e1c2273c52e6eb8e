import { index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { bytea, time } from "../database/columns.ts";

/*
 * The store of shred keys: a database of its own, so that no backup of the main one has them. Subjects are keyed hashes of accounts: this
 * store alone says nothing of anybody.
 */

/** One key a person, wrapped by the service's. Nothing but this row opens the headers that it sealed. */
export const shredKeys = pgTable("shred_keys", {
  id: uuid("id").primaryKey(),
  subject: text("subject").notNull().unique(),
  wrapped: bytea("wrapped").notNull(),
  createdAt: time("created_at").notNull(),
});

/** Erasures, for as long as a backup of before may be restored: what it brings back is erased again. */
export const shredTombstones = pgTable(
  "shred_tombstones",
  {
    /** Of the erasure, as the main database knows it. */
    id: uuid("id").primaryKey(),
    subject: text("subject").notNull(),
    destroyedAt: time("destroyed_at").notNull(),
  },
  (table) => [index("shred_tombstones_destroyed_at").on(table.destroyedAt)],
);
