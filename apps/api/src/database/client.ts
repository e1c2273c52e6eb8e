import { drizzle } from "drizzle-orm/node-postgres";
import { Pool } from "pg";
import type { Logger } from "../core/logger.ts";
import * as identity from "../identity/tables.ts";
import * as records from "../records/tables.ts";

const schema = { ...identity, ...records };

export type Database = ReturnType<typeof openDatabase>["db"];
/** A transaction, or the database itself: what a query can run on. */
export type Queryable = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Opens the pool. Connections are made when they are needed, so this never fails by itself. */
export function openDatabase(url: string, log: Logger) {
  const pool = new Pool({
    connectionString: url,
    application_name: "qti-api",
    max: 12,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 120_000,
  });
  // An idle connection that breaks (a restarted database) is replaced by the pool; unhandled, it would end the process.
  pool.on("error", (error) => log.warn({ err: error }, "an idle database connection broke"));
  const db = drizzle(pool, { schema });
  return { db, pool, close: () => pool.end() };
}
