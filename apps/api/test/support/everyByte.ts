import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";

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

/** The files of the database itself as they lie on its disk, and its log of writes, which remembers what was overwritten. */
export async function databaseFiles(pool: Pool): Promise<{ name: string; bytes: Buffer }[]> {
  await pool.query("checkpoint");
  const { rows } = await pool.query<{ path: string; bytes: Buffer }>(`
    with files as (
      select 'base/' || d.oid || '/' || name as path from pg_database d, pg_ls_dir('base/' || d.oid) name
      where d.datname = current_database()
      union all
      select 'pg_wal/' || name from pg_ls_waldir()
    )
    select path, pg_read_binary_file(path, 0, 1 << 26, true) as bytes from files
    where (pg_stat_file(path, true)).isdir = false
  `);
  return rows.map(({ path, bytes }) => ({ name: path, bytes: bytes ?? Buffer.alloc(0) }));
}
