import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import type { E2eStack } from "./stack.ts";

/** Every place on the server that holds a text: rows of any table, files of any region. Empty is the only good answer. */
export async function serverHolds(stack: E2eStack, text: string): Promise<string[]> {
  return [...(await tablesWith(stack, text)), ...filesWith(stack.regions, text)];
}

/** Works on the service's own database. */
async function inDatabase<result>(
  { databaseUrl }: E2eStack,
  work: (client: Client) => Promise<result>,
): Promise<result> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function tablesWith(stack: E2eStack, text: string): Promise<string[]> {
  return inDatabase(stack, async (client) => {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select table_schema as schema, table_name as name from information_schema.tables
       where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
    );
    if (tables.length === 0) throw new Error("The database has no tables: this looked at the wrong one.");
    const found: string[] = [];
    for (const { schema, name } of tables) {
      // As text, and as the hexadecimal in which bytea prints.
      const { rows } = await client.query<{ hits: string }>(
        `select count(*) as hits from "${schema}"."${name}" as t
         where position(lower($1) in lower(t::text)) > 0 or position($2 in t::text) > 0`,
        [text, Buffer.from(text).toString("hex")],
      );
      if (rows[0]?.hits !== "0") found.push(`${schema}.${name}`);
    }
    return found;
  });
}

/** Where somebody stands who tapped for as long as no test can: in milliseconds of energy and of tapping, and in points. */
export type Tapped = { energyMs: number; busyMs: number; today: number };

/** Puts somebody who has tapped already where they would stand after hours of it. Energy comes back a minute later. */
export async function tappedForLong(stack: E2eStack, account: string, tapped: Tapped): Promise<void> {
  const { rowCount } = await inDatabase(stack, (client) =>
    client.query(
      `update tap_people set energy_ms = $2, busy_ms = $3, today = $4::numeric * 1000000,
         at = (extract(epoch from now()) * 1000)::bigint + 60000
       where id in (select person from tap_sessions where lower(account) = $1)`,
      [account.toLowerCase(), tapped.energyMs, tapped.busyMs, tapped.today],
    ),
  );
  if (rowCount !== 1) throw new Error(`${account} has not tapped yet.`);
}

function filesWith(folder: string, text: string): string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  if (files.length === 0) throw new Error("The regions hold no file: this looked at the wrong folder.");
  const needle = Buffer.from(text);
  return files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(needle));
}
