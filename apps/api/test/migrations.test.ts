import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase as migrateTo } from "@qti/service/database";
import { Client } from "pg";
import { expect, it, onTestFinished } from "vitest";
import { migrateDatabase, migrationsFolder } from "../src/database/migrate.ts";
import { freshDatabase } from "./support/service.ts";

/** The migrations before one of them, in a folder of their own. */
function migrationsBefore(tag: string): string {
  const folder = mkdtempSync(join(tmpdir(), "qti-api-migrations-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(migrationsFolder, folder, { recursive: true });
  const file = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8")) as { entries: { tag: string }[] };
  const end = journal.entries.findIndex((entry) => entry.tag === tag);
  writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return folder;
}

it("a database from before deployments were told apart keeps everything, as nobody's that is known", async () => {
  const url = await freshDatabase();
  await migrateTo(url, "test", { folder: migrationsBefore("0007_deployments"), lock: 1 });
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  await client.query(`
    insert into tap_people (identity, at, energy_ms, credit_ms, run, busy_ms, intervals, day, today, streak, streak_day, earned, created_at)
    values (7, 0, 0, 0, 0, 0, '{}', 0, 0, 0, 0, 5000000, now());
    insert into tap_names (person, name, key, created_at) values (1, 'Ada', 'ada', now());
    insert into referral_codes (code, account, created_at) values ('0123ABCD', '0x01', now());
    insert into store_orders (order_id, account, item_id, quantity, block, confirmed, updated_at) values (1, '0x01', 0, 1, 9, true, now());
    insert into store_codes (id, item_id, mac, uploader, order_place, created_at)
    values ('00000000-0000-4000-8000-000000000000', 0, 'x', '0x02', 1, now());
    insert into store_blocks (number, hash) values (0, '0x00');
    insert into book_blocks (number, hash) values (0, '0x00');`);
  await migrateDatabase(url);
  const { rows } = await client.query(`
    select d.chain_id::int as chain, p.earned::int as earned, n.name, c.code, o.order_id::int as order, k.mac
    from tap_people p join tap_names n on n.person = p.id and n.deployment = p.deployment
    join deployments d on d.id = p.deployment
    cross join referral_codes c cross join store_orders o join store_codes k on k.deployment = o.deployment`);
  expect(rows).toEqual([{ chain: 0, earned: 5_000_000, name: "Ada", code: "0123ABCD", order: 1, mac: "x" }]);
  // The book looks at every order again, and at no number of before.
  expect((await client.query("select from book_blocks")).rowCount).toBe(0);
});

it("a new database begins without any", async () => {
  const url = await freshDatabase();
  await migrateDatabase(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  onTestFinished(() => client.end());
  expect((await client.query("select from deployments")).rowCount).toBe(0);
});
