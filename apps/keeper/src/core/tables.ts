import { sql } from "drizzle-orm";
import {
  bigint,
  index,
  integer,
  numeric,
  pgSchema,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from "drizzle-orm/pg-core";

/** A schema of its own: the keeper may share a database with the api, and reads nothing of it. */
export const keeperSchema = pgSchema("keeper");

const wei = (name: string) => numeric(name, { precision: 78, scale: 0, mode: "bigint" });

/**
 * What the keeper decided to send. A row is written, with its first attempt, before anything is broadcast: whatever happens
 * then, the nonce is spent by this transaction or by nobody.
 */
export const transactions = keeperSchema.table(
  "transactions",
  {
    id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** Hash of the chain's first block: a development chain that starts again is another chain with the same id. */
    genesis: text().notNull(),
    account: text().notNull(),
    nonce: integer().notNull(),
    job: text().notNull(),
    /** What the job did it for, e.g. the hashes of two orders. */
    subject: text().notNull(),
    to: text().notNull(),
    data: text().notNull(),
    gas: wei("gas").notNull(),
    /** `undone`: it was mined, and the chain was reorganised without it. */
    state: text({ enum: ["pending", "confirmed", "reverted", "lost", "undone"] })
      .notNull()
      .default("pending"),
    block: wei("block"),
    gasUsed: wei("gas_used"),
    gasPrice: wei("gas_price"),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    finishedAt: timestamp("finished_at", { withTimezone: true }),
  },
  (table) => [
    uniqueIndex("transactions_nonce")
      .on(table.genesis, table.account, table.nonce)
      .where(sql`${table.state} <> 'undone'`),
    index("transactions_state").on(table.genesis, table.account, table.state),
  ],
);

/** One signed form of a transaction: the first, or the same with higher fees. At most one of them is ever mined. */
export const attempts = keeperSchema.table("attempts", {
  hash: text().primaryKey(),
  transaction: bigint({ mode: "number" })
    .notNull()
    .references(() => transactions.id),
  raw: text().notNull(),
  maxFeePerGas: wei("max_fee_per_gas").notNull(),
  maxPriorityFeePerGas: wei("max_priority_fee_per_gas").notNull(),
  sentAt: timestamp("sent_at", { withTimezone: true }).notNull().defaultNow(),
});

/** What a transaction brought in. */
export const earnings = keeperSchema.table(
  "earnings",
  {
    transaction: bigint({ mode: "number" })
      .notNull()
      .references(() => transactions.id),
    token: text().notNull(),
    amount: wei("amount").notNull(),
  },
  (table) => [primaryKey({ columns: [table.transaction, table.token] })],
);
