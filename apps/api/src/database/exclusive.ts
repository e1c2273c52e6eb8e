import type { Pool } from "pg";
import { type Database, databaseOn } from "./client.ts";

/**
 * Does work that one process at a time may do, under a lock of the database. Answers undefined, at once, while another process
 * does it.
 *
 * Everything is to be written over the connection that the work is given: it holds the lock, so who loses it can write nothing
 * any more.
 */
export async function exclusively<answer>(
  pool: Pool,
  lock: number,
  work: (db: Database) => Promise<answer>,
): Promise<answer | undefined> {
  const client = await pool.connect();
  let broken = true;
  try {
    const { rows } = await client.query<{ held: boolean }>("select pg_try_advisory_lock($1) as held", [lock]);
    if (rows[0]?.held !== true) {
      broken = false;
      return undefined;
    }
    const answer = await work(databaseOn(client));
    await client.query("select pg_advisory_unlock($1)", [lock]);
    broken = false;
    return answer;
  } finally {
    // Closing the connection frees the lock as well.
    client.release(broken);
  }
}
