import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { amount, bytea, time } from "../database/columns.ts";

/** Trees of campaigns by what they commit to. A row never changes: another tree has another root. */
export const campaignTrees = pgTable(
  "campaign_trees",
  {
    root: text("root").primaryKey(),
    campaignId: amount("campaign_id").notNull(),
    /** QTI units. */
    total: amount("total").notNull(),
    /** Number of leaves. */
    count: integer("count").notNull(),
    publisher: text("publisher").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("campaign_trees_publisher").on(table.publisher, table.createdAt)],
);

/** What each account gets by a tree, with its proof: nobody has to build the tree again to claim. */
export const campaignLeaves = pgTable(
  "campaign_leaves",
  {
    root: text("root")
      .notNull()
      .references(() => campaignTrees.root),
    account: text("account").notNull(),
    /** QTI units. */
    cumulative: amount("cumulative").notNull(),
    /** Hashes of 32 bytes one after the other. */
    proof: bytea("proof").notNull(),
  },
  (table) => [primaryKey({ columns: [table.root, table.account] })],
);
