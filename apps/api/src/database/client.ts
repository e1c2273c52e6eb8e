import { openPool } from "@qti/service/database";
import type { Logger } from "@qti/service/logger";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";
import * as deployments from "../core/deploymentTables.ts";
import * as exchange from "../exchange/tables.ts";
import * as factors from "../identity/factorTables.ts";
import * as identity from "../identity/tables.ts";
import * as log from "../log/tables.ts";
import * as privacy from "../privacy/tables.ts";
import * as records from "../records/tables.ts";
import * as campaigns from "../rewards/campaignTables.ts";
import * as store from "../rewards/storeTables.ts";
import * as taps from "../rewards/tapTables.ts";

const schema = {
  ...deployments,
  ...identity,
  ...factors,
  ...log,
  ...records,
  ...privacy,
  ...exchange,
  ...campaigns,
  ...store,
  ...taps,
};

export type Database = NodePgDatabase<typeof schema>;
/** A transaction, or the database itself: what a query can run on. */
export type Queryable = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

/** The database over one connection, or over whichever of the pool is free. */
export function databaseOn(client: Pool | PoolClient): Database {
  return drizzle(client, { schema });
}

/** Opens the pool. */
export function openDatabase(url: string, log: Logger) {
  const pool = openPool(url, "qti-api", log);
  return { db: databaseOn(pool), pool, close: () => pool.end() };
}
