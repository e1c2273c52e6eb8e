import { openPool } from "@qti/service/database";
import { drizzle } from "drizzle-orm/node-postgres";
import type { Logger } from "../core/logger.ts";
import * as identity from "../identity/tables.ts";
import * as records from "../records/tables.ts";

const schema = { ...identity, ...records };

export type Database = ReturnType<typeof openDatabase>["db"];
/** A transaction, or the database itself: what a query can run on. */
export type Queryable = Database | Parameters<Parameters<Database["transaction"]>[0]>[0];

/** Opens the pool. */
export function openDatabase(url: string, log: Logger) {
  const pool = openPool(url, "qti-api", log);
  const db = drizzle(pool, { schema });
  return { db, pool, close: () => pool.end() };
}
