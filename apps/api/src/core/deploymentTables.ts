import { integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { time, whole } from "../database/columns.ts";

/**
 * Chains, told from one another by their first block, and contracts on them. Numbers that a contract gives (identities, orders,
 * items) mean something within one of these only; what is kept under them says which.
 */
export const deployments = pgTable(
  "deployments",
  {
    id: integer("id").primaryKey().generatedAlwaysAsIdentity(),
    chainId: whole("chain_id").notNull(),
    /** Hash of the chain's first block. */
    genesis: text("genesis").notNull(),
    /** Addresses in lower case with commas between them; empty for the chain itself. */
    contracts: text("contracts").notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [unique("deployments_place").on(table.chainId, table.genesis, table.contracts)],
);

/** The column of what is kept of one deployment. */
export const deploymentColumn = () =>
  integer("deployment")
    .notNull()
    .references(() => deployments.id);

/** Blocks up to which a chain was followed, newest last: what a reorganisation is measured against. */
export const blockTrailTable = (name: string) =>
  pgTable(
    name,
    { deployment: deploymentColumn(), number: whole("number").notNull(), hash: text("hash").notNull() },
    (table) => [primaryKey({ columns: [table.deployment, table.number] })],
  );
