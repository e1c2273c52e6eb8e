import { index, integer, pgTable, smallint, text, timestamp } from "drizzle-orm/pg-core";

/** Nonces that were handed out and not used yet, hashed. Using one deletes it, so that it works once. */
export const signInNonces = pgTable(
  "sign_in_nonces",
  {
    nonceHash: text("nonce_hash").primaryKey(),
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [index("sign_in_nonces_expires_at").on(table.expiresAt)],
);

/** Sessions by the hash of their token: who reads this table cannot act as anybody. */
export const sessions = pgTable(
  "sessions",
  {
    tokenHash: text("token_hash").primaryKey(),
    account: text("account").notNull(),
    chainId: integer("chain_id").notNull(),
    /** 1 = signed in with the wallet. Second factors raise it. */
    level: smallint("level").notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [
    index("sessions_account").on(table.account, table.createdAt),
    index("sessions_expires_at").on(table.expiresAt),
  ],
);

/** Which account first stated to be which person, by keyed hash. It is what makes one person one identity. */
export const attestedPeople = pgTable("attested_people", {
  identity: text("identity").primaryKey(),
  account: text("account").notNull().unique(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
});
