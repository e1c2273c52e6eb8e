import type { ApplicationOutcome } from "@qti/sdk/loans/applications/wire";
import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { deploymentColumn } from "../core/deploymentTables.ts";
import { amount, time, whole } from "../database/columns.ts";
import type { StoredApplication } from "./application.ts";

/** Every application as it was answered: what an underwriter said, and why, can be looked up for five years. */
export const creditApplications = pgTable(
  "credit_applications",
  {
    id: whole("id").primaryKey().generatedAlwaysAsIdentity(),
    deployment: deploymentColumn(),
    /** Number of the identity in IdentityRegistry; 0 for an account without one. */
    identity: bigint("identity", { mode: "bigint" }).notNull(),
    account: text("account").notNull(),
    outcome: text("outcome").$type<ApplicationOutcome>().notNull(),
    /** Money units that were signed; 0 where nothing was. */
    signed: amount("signed").notNull(),
    answer: jsonb("answer").$type<StoredApplication>().notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    index("credit_applications_account").on(table.deployment, table.account, table.createdAt),
    index("credit_applications_identity").on(table.deployment, table.identity, table.createdAt),
  ],
);

/** Incomes that people proved to an underwriter, for two years; the newest of a person counts. */
export const creditIncomes = pgTable(
  "credit_incomes",
  {
    deployment: deploymentColumn(),
    identity: bigint("identity", { mode: "bigint" }).notNull(),
    account: text("account").notNull(),
    /** Money units a month. */
    monthly: amount("monthly").notNull(),
    /** Unix seconds up to which it counts. */
    until: whole("until").notNull(),
    recordedBy: text("recorded_by").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deployment, table.identity, table.createdAt] }),
    index("credit_incomes_created_at").on(table.deployment, table.createdAt),
  ],
);
