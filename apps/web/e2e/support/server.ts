import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";
import type { E2eStack } from "./stack.ts";

/** Every place on the server that holds a text: rows of any table, files of any region. Empty is the only good answer. */
export async function serverHolds(stack: E2eStack, text: string): Promise<string[]> {
  return [...(await tablesWith(stack.databaseUrl, text)), ...filesWith(stack.regions, text)];
}

async function tablesWith(databaseUrl: string, text: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
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
  } finally {
    await client.end();
  }
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
