import { fileURLToPath } from "node:url";
import { migrateDatabase as migrateServiceDatabase, openPool } from "@qti/service/database";
import type { Logger } from "@qti/service/logger";
import { drizzle } from "drizzle-orm/node-postgres";
import * as schema from "./tables.ts";

const folder = fileURLToPath(new URL("../../drizzle", import.meta.url));
/** "qtik" in ASCII. */
const lock = 0x7174696b;

export type Database = ReturnType<typeof openDatabase>["db"];

/** Opens the pool. */
export function openDatabase(url: string, log: Logger) {
  const pool = openPool(url, "qti-keeper", log);
  return { db: drizzle(pool, { schema }), close: () => pool.end() };
}

/** Brings the keeper's schema up to date. */
export const migrateDatabase = (url: string): Promise<void> =>
  migrateServiceDatabase(url, "qti-keeper", { folder, lock, schema: "keeper_migrations" });
