import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startPostgres } from "@qti/scripts";
import type { Pool, PoolClient } from "pg";

/** Every file below a folder, with its bytes. */
export function filesBelow(folder: string): { name: string; bytes: Buffer }[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((name) => ({ name, bytes: readFileSync(name) }));
}

/** Every value of every table of the service. */
export async function tablesOf(pool: Pool): Promise<{ name: string; bytes: Buffer }[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const dumps = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<Record<string, unknown>>(`select * from ${name}`);
    const values = rows.flatMap((row) => Object.values(row));
    const bytes = values.map((value) => (Buffer.isBuffer(value) ? value : Buffer.from(`${value}`)));
    dumps.push({ name, bytes: Buffer.concat(bytes.flatMap((one) => [one, Buffer.from("\n")])) });
  }
  return dumps;
}

/** A database on a server of its own. All of its log is looked through, which nobody else makes longer. */
export async function ownDatabase(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { freshDatabase, stop } = await startPostgres();
  return { url: await freshDatabase("api"), stop };
}

/** A place in the log of writes, from which on the server throws nothing of it away. */
export interface WalMark {
  readonly file: string;
  /** The slot that holds it: a checkpoint would recycle the log otherwise. */
  readonly slot: string;
}

/** Marks where the log of writes stands now. */
export async function markWal(pool: Pool): Promise<WalMark> {
  const slot = `every_byte_${randomBytes(8).toString("hex")}`;
  const { rows } = await pool.query<{ file: string }>(
    "select pg_walfile_name(lsn) as file from pg_create_physical_replication_slot($1, true)",
    [slot],
  );
  return { file: rows[0]?.file ?? "", slot };
}

/**
 * The files of the database as they lie on its disk, and its log of writes since the mark, which remembers what was
 * overwritten; the mark is gone afterwards.
 */
export async function databaseFiles(pool: Pool, mark: WalMark): Promise<{ name: string; bytes: Buffer }[]> {
  const client = await pool.connect();
  // How long a checkpoint takes is up to the disk; the limit of the service's own statements is none of its business.
  await client.query("set statement_timeout = 0");
  try {
    return await readFiles(client, mark.file);
  } finally {
    await client.query("select pg_drop_replication_slot($1)", [mark.slot]);
    client.release(true);
  }
}

async function readFiles(client: PoolClient, from: string): Promise<{ name: string; bytes: Buffer }[]> {
  await client.query("checkpoint");
  const { rows } = await client.query<{ path: string }>(
    `select 'base/' || d.oid || '/' || name as path from pg_database d, pg_ls_dir('base/' || d.oid) name
     where d.datname = current_database()
     union all
     select 'pg_wal/' || name from pg_ls_waldir() where name >= $1 and name <= pg_walfile_name(pg_current_wal_lsn())`,
    [from],
  );
  const files = [];
  for (const { path } of rows) {
    const { rows: parts } = await client.query<{ bytes: Buffer | null }>(
      "select pg_read_binary_file($1, 0, 1 << 26, true) as bytes",
      [path],
    );
    files.push({ name: path, bytes: parts[0]?.bytes ?? Buffer.alloc(0) });
  }
  return files;
}
