import type { TapIssue } from "@qti/sdk/rewards/taps/wire";
import { sql } from "drizzle-orm";
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
} from "drizzle-orm/pg-core";
import { deploymentColumn } from "../core/deploymentTables.ts";
import { amount, bytea, time, whole } from "../database/columns.ts";
import type { TapReceiptJson } from "./tapReceipt.ts";

/** Who taps: an identity with all of its accounts, or a wallet that has none. One row is locked while anything is counted. */
export const tapPeople = pgTable(
  "tap_people",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    deployment: deploymentColumn(),
    /** Number of the identity in IdentityRegistry. */
    identity: bigint("identity", { mode: "bigint" }),
    /** Wallet whose taps wait. */
    wallet: text("wallet"),
    /** Whoever has its taps now: the wallet was attested. */
    mergedInto: whole("merged_into").references((): AnyPgColumn => tapPeople.id),
    /** Whether a wallet's waiting taps came to this identity, which happens once. */
    adopted: boolean("adopted").notNull().default(false),

    /** Unix milliseconds up to which energy and time were reckoned. */
    at: whole("at").notNull(),
    energyMs: integer("energy_ms").notNull(),
    creditMs: integer("credit_ms").notNull(),
    run: integer("run").notNull(),
    busyMs: integer("busy_ms").notNull(),
    intervals: integer("intervals").array().notNull(),
    day: integer("day").notNull(),
    today: amount("today").notNull(),
    streak: integer("streak").notNull(),
    streakDay: integer("streak_day").notNull(),
    /** What its batches, and those of whoever was merged into it, earned, with `settled` of both and `restored`. */
    earned: amount("earned").notNull(),
    /** Claimed on the chain and not known here: the database is older than the chain. */
    restored: amount("restored").notNull().default(sql`0`),
    /** Earned by its batches that are not kept any more. */
    settled: amount("settled").notNull().default(sql`0`),

    /** The session that takes taps. */
    session: text("session"),
    /** Unix seconds of the newest authorisation: none of before is taken again. */
    issuedAt: whole("issued_at").notNull().default(0),
    /** Number of the newest voucher. */
    voucherSequence: whole("voucher_sequence").notNull().default(0),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    check("tap_people_identity_or_wallet", sql`(${table.identity} is null) <> (${table.wallet} is null)`),
    unique("tap_people_identity").on(table.deployment, table.identity),
    unique("tap_people_wallet").on(table.deployment, table.wallet),
    index("tap_people_merged_into").on(table.mergedInto),
  ],
);

/** What wallets signed, by its EIP-712 hash. */
export const tapSessions = pgTable(
  "tap_sessions",
  {
    id: text("id").primaryKey(),
    person: whole("person")
      .notNull()
      .references(() => tapPeople.id),
    account: text("account").notNull(),
    /** P-256 public key, uncompressed. */
    key: bytea("key").notNull(),
    issuedAt: whole("issued_at").notNull(),
    expiresAt: whole("expires_at").notNull(),
    /** Of the last batch that was acknowledged. */
    sequence: integer("sequence").notNull().default(0),
    /** Its batches are not kept any more: those up to `sequence` were counted. */
    forgotten: boolean("forgotten").notNull().default(false),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    index("tap_sessions_person").on(table.person),
    index("tap_sessions_expires_at").on(table.forgotten, table.expiresAt),
  ],
);

/** The ledger: every batch that was acknowledged, once, with the answer it got; until long after its session. */
export const tapBatches = pgTable(
  "tap_batches",
  {
    session: text("session")
      .notNull()
      .references(() => tapSessions.id),
    sequence: integer("sequence").notNull(),
    person: whole("person")
      .notNull()
      .references(() => tapPeople.id),
    /** SHA-256 of what the session's key signed. */
    digest: bytea("digest").notNull(),
    taps: smallint("taps").notNull(),
    counted: smallint("counted").notNull(),
    points: amount("points").notNull(),
    issue: text("issue").$type<TapIssue>().notNull(),
    receipt: jsonb("receipt").$type<TapReceiptJson>().notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.session, table.sequence] }),
    index("tap_batches_person").on(table.person),
  ],
);

/** Points by UTC day, for the leaderboard. */
export const tapDays = pgTable(
  "tap_days",
  {
    person: whole("person")
      .notNull()
      .references(() => tapPeople.id),
    day: integer("day").notNull(),
    points: amount("points").notNull(),
  },
  (table) => [primaryKey({ columns: [table.person, table.day] }), index("tap_days_day").on(table.day)],
);

/** Who wants to be shown. */
export const tapNames = pgTable(
  "tap_names",
  {
    person: whole("person")
      .primaryKey()
      .references(() => tapPeople.id),
    deployment: deploymentColumn(),
    name: text("name").notNull(),
    /** The name as people confuse it: whoever had it first keeps it. */
    key: text("key").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [unique("tap_names_key").on(table.deployment, table.key)],
);

/** Codes that stand for the accounts of who refers. */
export const referralCodes = pgTable(
  "referral_codes",
  {
    code: text("code").primaryKey(),
    deployment: deploymentColumn(),
    account: text("account").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [unique("referral_codes_account").on(table.deployment, table.account)],
);

/** Transactions that were sent for people, so that none is sent twice and nobody has too many. */
/** What the service sends for people; each kind has a share of gas of its own. */
export const relayPurposes = ["claim", "bind"] as const;

/** One row for each transaction, so that one that failed counts as well. */
export const relays = pgTable(
  "relays",
  {
    deployment: deploymentColumn(),
    /** Hash of contract and call. */
    id: text("id").notNull(),
    hash: text("hash").notNull(),
    purpose: text("purpose", { enum: relayPurposes }).notNull(),
    /** Whose share it took: `identity:7`, or the account of a referrer. */
    subject: text("subject").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deployment, table.hash] }),
    index("relays_id").on(table.deployment, table.id, table.createdAt),
    index("relays_subject").on(table.deployment, table.subject, table.createdAt),
    index("relays_created_at").on(table.createdAt),
  ],
);
