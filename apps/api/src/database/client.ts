import { openPool } from "@qti/service/database";
import type { Logger } from "@qti/service/logger";
import { drizzle, type NodePgDatabase } from "drizzle-orm/node-postgres";
import type { Pool, PoolClient } from "pg";

export type Database = NodePgDatabase & { $client: Pool | PoolClient };
/** A transaction, or the database itself: what a query can run on. */
export type Queryable = Omit<NodePgDatabase, "transaction">;

/** The database over one connection, or over whichever of the pool is free. */
export function databaseOn(client: Pool | PoolClient): Database {
  return drizzle(client);
}

/** Opens the pool. */
export function openDatabase(url: string, log: Logger) {
  const pool = openPool(url, "qti-api", log);
  return { db: databaseOn(pool), pool, close: () => pool.end() };
}
