import { boolean, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytea, time, whole } from "../database/columns.ts";
import { ownRows } from "../database/policies.ts";

/** Public keys of passkeys. Nothing in here helps to sign as anybody. */
export const passkeys = pgTable(
  "passkeys",
  {
    /** The credential's id, base64url. */
    id: text("id").primaryKey(),
    account: text("account").notNull(),
    name: text("name").notNull(),
    /** COSE. */
    publicKey: bytea("public_key").notNull(),
    /** Signatures that it has made, where its authenticator counts them. */
    counter: whole("counter").notNull(),
    transports: text("transports").array().notNull(),
    synced: boolean("synced").notNull(),
    createdAt: time("created_at").notNull(),
    lastUsedAt: time("last_used_at"),
  },
  (table) => [index("passkeys_account").on(table.account, table.createdAt), ownRows(table.account)],
);

/** Secrets of authenticator apps, sealed under a key that is not in the database. */
export const totpSecrets = pgTable(
  "totp_secrets",
  {
    account: text("account").primaryKey(),
    sealed: bytea("sealed").notNull(),
    createdAt: time("created_at").notNull(),
    /** Until then it waits, and counts for nothing. */
    confirmedAt: time("confirmed_at"),
    /** Newest step of 30 seconds whose code was used: no code of it or of one before is taken again. */
    lastStep: whole("last_step"),
    lastUsedAt: time("last_used_at"),
  },
  (table) => [ownRows(table.account)],
);

/** Recovery codes by keyed hash. A used one stays, as the record that it was. */
export const recoveryCodes = pgTable(
  "recovery_codes",
  {
    account: text("account").notNull(),
    mac: text("mac").notNull(),
    createdAt: time("created_at").notNull(),
    usedAt: time("used_at"),
  },
  (table) => [primaryKey({ columns: [table.account, table.mac] }), ownRows(table.account)],
);

/** What a passkey has to sign, once. A newer one takes its place. */
export const passkeyChallenges = pgTable(
  "passkey_challenges",
  {
    /** Id of the session; one that ended can spend nothing, and what it left expires soon. */
    session: uuid("session").notNull(),
    purpose: text("purpose", { enum: ["register", "prove"] }).notNull(),
    challenge: text("challenge").notNull(),
    expiresAt: time("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.session, table.purpose] })],
);

/** Wrong codes of an account since the last right one: what makes guessing slow. */
export const factorTries = pgTable(
  "factor_tries",
  {
    account: text("account").notNull(),
    kind: text("kind", { enum: ["totp", "recovery-code"] }).notNull(),
    failures: integer("failures").notNull(),
    /** No code is looked at before. */
    nextAt: time("next_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.account, table.kind] }), ownRows(table.account)],
);
