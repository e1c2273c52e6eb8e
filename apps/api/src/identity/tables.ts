import { sessionBrowsers, sessionSystems } from "@qti/sdk/identity/sign-in/wire";
import { index, integer, pgTable, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { time } from "../database/columns.ts";
import { ownRows, rowOfToken } from "../database/policies.ts";

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
    /** What its owner calls it by; it stays when a second factor changes the token. */
    id: uuid("id").notNull().unique().defaultRandom(),
    account: text("account").notNull(),
    chainId: integer("chain_id").notNull(),
    /** 1 = signed in with the wallet, 2 = and a second factor was given in it. */
    level: smallint("level").notNull(),
    /** When a second factor was last given. */
    steppedUpAt: time("stepped_up_at"),
    /** What kind of client signed in, in words so coarse that they say nothing about a person. */
    browser: text("browser", { enum: sessionBrowsers }).notNull().default("other"),
    system: text("system", { enum: sessionSystems }).notNull().default("other"),
    /** To the minute: a write with every request would be a high price for it. */
    lastUsedAt: time("last_used_at").notNull().defaultNow(),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
    expiresAt: timestamp("expires_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (table) => [
    index("sessions_account").on(table.account, table.createdAt),
    index("sessions_expires_at").on(table.expiresAt),
    ownRows(table.account),
    rowOfToken(table.tokenHash, table.account),
  ],
);

/** Which account first stated to be which person, by keyed hash. It is what makes one person one identity. */
export const attestedPeople = pgTable("attested_people", {
  identity: text("identity").primaryKey(),
  account: text("account").notNull().unique(),
  createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
});
