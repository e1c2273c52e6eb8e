import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deleteRecord } from "@qti/sdk/records/client";
import type { Erasure, PersonSummary } from "@qti/sdk/records/person/wire";
import { createWalletShare, putWalletShare } from "@qti/sdk/records/wallet-factor";
import { eq, getTableName } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from "vitest";
import { finishErasures } from "../src/privacy/finishErasures.ts";
import { isPersonal, register } from "../src/privacy/register.ts";
import { erasures } from "../src/privacy/tables.ts";
import { recordHeaders } from "../src/records/tables.ts";
import { filesBelow } from "./support/everyByte.ts";
import { addPasskey, addTotp, post, recoveryCodesOf } from "./support/factors.ts";
import { type Person, problemOf, signIn } from "./support/person.ts";
import { freshDatabase, type Service, serviceForTest, startService } from "./support/service.ts";
import { type AccessManager, startStaffedService } from "./support/staff.ts";
import { Tapper } from "./support/tapper.ts";

let service: Service;
let manager: AccessManager;
beforeAll(async () => {
  ({ service, manager } = await startStaffedService());
}, 120_000);
afterAll(() => service.stop());

/** Rows that have the account in them anywhere, by table. */
async function tracesOf(at: Service, account: string): Promise<Record<string, number>> {
  const { rows: tables } = await at.pool.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  );
  const found: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows } = await at.pool.query<{ count: number }>(
      `select count(*)::int as count from "${name}" as t where t::text ilike $1`,
      [`%${account.slice(2)}%`],
    );
    if (rows[0]?.count) found[name] = rows[0].count;
  }
  return found;
}

/** Somebody who uses everything that there is. */
async function busyPerson(at: Service): Promise<Person> {
  const person = await (await signIn(at)).publish();
  await addPasskey(person);
  const app = await addTotp(at, person);
  await recoveryCodesOf(person);
  await post(person, "/v1/session/totp", { code: await app.wrongCode() });
  await putWalletShare(person.api, {
    fingerprint: person.keys.public.fingerprint,
    share: createWalletShare(),
  });
  await person.upload(randomBytes(64));
  const row = await person.write("a secret");
  await person.rewrite(row, "another secret");
  const tapper = new Tapper(at, person.wallet);
  await tapper.start();
  await tapper.tap(5, (ms) => at.clock.advance(ms));
  await person.json("POST", "/v1/referrals/codes", {});
  // What takes a chain to come about, as it lies there.
  const { account } = person;
  const number = Number.parseInt(account.slice(2, 9), 16);
  const { rows } = await at.pool.query<{ person: number; deployment: number }>(
    "select p.id as person, p.deployment from tap_people p where lower(p.wallet) = $1",
    [account],
  );
  const [tapped] = rows;
  if (tapped === undefined) throw new Error("nobody tapped");
  const { person: id, deployment } = tapped;
  const insert = (table: string, values: Record<string, unknown>) => {
    const names = Object.keys(values);
    return at.pool.query(
      `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
      Object.values(values),
    );
  };
  const now = at.clock.now();
  await insert("tap_names", {
    person: id,
    deployment,
    name: `n${number}`,
    key: `n${number}`,
    created_at: now,
  });
  await insert("relays", {
    deployment,
    id: `r${number}`,
    hash: `h${number}`,
    purpose: "bind",
    subject: account,
    created_at: now,
  });
  await insert("attested_people", { identity: `0x${number}`, account, created_at: now });
  await insert("campaign_trees", {
    root: `0x${number}`,
    campaign_id: 1,
    total: 1,
    count: 1,
    publisher: account,
    created_at: now,
  });
  await insert("campaign_leaves", { root: `0x${number}`, account, cumulative: 1, proof: Buffer.alloc(32) });
  await insert("store_orders", {
    deployment,
    order_id: number,
    account,
    item_id: 1,
    quantity: 1,
    block: 1,
    confirmed: true,
    updated_at: now,
  });
  await insert("store_codes", {
    id: crypto.randomUUID(),
    deployment,
    item_id: 1,
    mac: `${number}`,
    uploader: account,
    created_at: now,
  });
  await insert("credit_incomes", {
    deployment,
    identity: number,
    account,
    monthly: 5_000,
    until: 9_999_999_999,
    recorded_by: "0x02",
    created_at: now,
  });
  for (const signed of [0, 1_000])
    await insert("credit_applications", {
      deployment,
      identity: 0,
      account,
      outcome: "score",
      signed,
      answer: { account },
      created_at: now,
    });
  const order = {
    maker: account,
    taker: "0x00",
    asset: "0x01",
    money: "0x02",
    sell_amount: 1,
    buy_start: 1,
    buy_end: 1,
    start: 1,
    duration: 1,
    interval: 1,
    count: 1,
    flags: 0,
    epoch: 0,
    salt: 0,
    signature: "0x",
    side: "ask",
    ends_at: 9_999_999_999,
    issue: 0,
    refusal: 0,
    filled: 0,
    filled_window: 0,
    judged_block: 1,
    judged_at: now,
    created_at: now,
    updated_at: now,
  };
  await insert("orders", {
    ...order,
    hash: `0xa${number}`,
    state: "open",
    fillable: 1,
    holds_until: 9_999_999_999,
  });
  await insert("orders", {
    ...order,
    hash: `0xb${number}`,
    state: "expired",
    fillable: 0,
    holds_until: null,
  });
  return person;
}

const erase = (person: Person, confirm: string = person.account) =>
  person.json("POST", "/v1/people/me/erasure", { confirm });

describe("the register of processing", () => {
  it("names every table of the database, and no other", async () => {
    const { rows } = await service.pool.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    const named = new Set(register.map(({ table }) => getTableName(table)));
    expect([...named].sort()).toEqual(rows.map(({ name }) => name).sort());
  });

  it("knows every column that holds an account", async () => {
    const { rows } = await service.pool.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_schema = 'public' and column_name = any($1)`,
      [["account", "owner", "maker", "wallet", "publisher", "uploader", "recorded_by", "subject"]],
    );
    const known = new Set(
      register.filter(isPersonal).flatMap(({ table, accounts }) =>
        accounts.map((name) => {
          const column = table[name as keyof typeof table] as unknown as { name: string };
          return `${getTableName(table)}.${column.name}`;
        }),
      ),
    );
    expect(
      rows.map(({ table, column }) => `${table}.${column}`).filter((column) => !known.has(column)),
    ).toEqual([]);
  });
});

describe("an erasure", () => {
  it("says that nothing of a kind stays where there was nothing of it", async () => {
    const newcomer = await signIn(service);
    const { kept } = (await (await erase(newcomer)).json()) as Erasure;
    const stays = kept.map(({ what }) => what);
    expect(stays).toContainEqual(expect.stringMatching(/^Leaves of the log/));
    expect(stays).not.toContainEqual(expect.stringMatching(/^Which codes somebody of the staff/));
  });

  it("leaves nothing of the person but what it says, and nothing less of anybody else", {
    timeout: 180_000,
  }, async () => {
    const [ada, ben] = [await busyPerson(service), await busyPerson(service)];
    const shared = await ben.write("for ada as well", [ada]);
    const before = { ada: await tracesOf(service, ada.account), ben: await tracesOf(service, ben.account) };
    // Everything that can be of somebody is of her, so that finding nothing afterwards says something.
    const named = register.filter((entry) => isPersonal(entry) && entry.accounts.length > 0);
    const expected = new Set(named.map(({ table }) => getTableName(table)));
    for (const passing of ["erasures", "order_events"]) expected.delete(passing);
    expect(Object.keys(before.ada).sort()).toEqual([...expected].sort());
    const summary = (await (await ada.fetch("/v1/people/me")).json()) as PersonSummary;
    for (const { table, rows } of summary.items)
      if (expected.has(table)) expect(rows, table).toBeGreaterThan(0);

    const files = filesBelow(service.folder).length;
    const answer = await erase(ada);
    expect(answer.status).toBe(200);
    const erasure = (await answer.json()) as Erasure;
    const kept = [
      "attested_people",
      "campaign_leaves",
      "campaign_trees",
      "credit_applications",
      "order_events",
      "store_codes",
      "store_orders",
    ];
    expect(Object.keys(await tracesOf(service, ada.account)).sort()).toEqual(kept);
    expect(erasure.erased).toEqual(
      expect.arrayContaining([
        { table: "sessions", rows: 1 },
        { table: "passkeys", rows: 1 },
        { table: "credit_applications", rows: 1 },
        { table: "orders", rows: 2 },
        { table: "records", rows: 1 },
        { table: "blobs", rows: 3 },
      ]),
    );
    // Eight kinds of rows, and what no erasure of the service reaches.
    expect(erasure.kept.length).toBeGreaterThan(8);
    // Payloads of now and of before, and what was only uploaded; in two regions.
    expect(filesBelow(service.folder).length).toBe(files - 6);
    expect((await ada.fetch("/v1/people/me")).status).toBe(401);

    expect(await tracesOf(service, ben.account)).toEqual(before.ben);
    expect(await ben.read(shared.id, ben)).toBe("for ada as well");
    const fingerprint = ada.keys.public.fingerprint;
    expect((await ben.fetch(`/v1/keys/${fingerprint}`)).status).toBe(404);
    // What others have stays theirs to change.
    await ben.rewrite(shared, "without ada");
  });

  it("keeps the sums by which the chain pays, and closes what it opened", async () => {
    const ada = await busyPerson(service);
    const own = "select earned - settled - restored as open, intervals, wallet from tap_people where id = $1";
    const { rows } = await service.pool.query("select id, earned from tap_people where lower(wallet) = $1", [
      ada.account,
    ]);
    expect(Number(rows[0].earned)).toBeGreaterThan(0);
    expect((await erase(ada)).status).toBe(200);
    const { rows: after } = await service.pool.query(own, [rows[0].id]);
    expect(after).toEqual([{ open: "0", intervals: [], wallet: `erased:${rows[0].id}` }]);
    // Pages that show her order hear that it is gone.
    const { rows: told } = await service.pool.query("select name from order_events where maker = $1", [
      ada.account,
    ]);
    expect(told).toEqual([{ name: "removed" }]);
  });

  it("is not asked for by accident, nor without a second factor of now by who has one", async () => {
    const ada = await signIn(service);
    const wrong = await erase(ada, `0x${"12".repeat(20)}`);
    expect(await problemOf(wrong)).toMatchObject({ code: "invalid-input" });
    await addPasskey(ada);
    await service.pool.query(
      "update sessions set stepped_up_at = now() - interval '1 hour' where account = $1",
      [ada.account],
    );
    expect(await problemOf(await erase(ada))).toMatchObject({ code: "step-up-needed" });
    expect((await ada.fetch("/v1/people/me")).status).toBe(200);
  });

  it("by an officer is the same, and the log names neither", async () => {
    const [ada, officer] = [await (await signIn(service)).publish(), await signIn(service)];
    const row = await ada.write("hers");
    await manager.grant([{ role: "DATA_PROTECTION_OFFICER", account: officer.account }]);
    const answer = await officer.json("POST", "/v1/erasures", { account: ada.account });
    expect(answer.status).toBe(200);
    const { id } = (await answer.json()) as Erasure;
    expect(await tracesOf(service, ada.account)).toEqual({});
    expect((await officer.fetch(`/v1/records/${row.id}`)).status).toBe(404);
    const lines = service.logs.filter((line) => line.includes(id));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('"officer"');
    for (const { account } of [ada, officer])
      expect(service.logs.join("\n").toLowerCase()).not.toContain(account);
  });

  it("is finished by housekeeping, wherever it was cut off", async () => {
    const own = await serviceForTest();
    const [ada, ben] = [await (await signIn(own)).publish(), await (await signIn(own)).publish()];
    const deps = { ...own, log: own.log };
    await ada.write("one");
    await ben.write("his");
    // The key is destroyed, and the commit never came.
    await own.shred.destroy(ada.account, crypto.randomUUID());
    expect(await finishErasures(deps)).toBe(1);
    expect(await tracesOf(own, ada.account)).toEqual({});
    // The commit came, and the records did not go.
    const eve = await (await signIn(own)).publish();
    await eve.write("hers");
    const id = crypto.randomUUID();
    await own.shred.destroy(eve.account, id);
    await own.db
      .insert(erasures)
      .values({ id, account: eve.account, asked: "person", begunAt: own.clock.now() });
    expect(await finishErasures(deps)).toBe(1);
    expect((await own.pool.query("select owner from records")).rows).toEqual([{ owner: ben.account }]);
    const [done] = await own.db.select().from(erasures).where(eq(erasures.id, id));
    expect(done).toMatchObject({ account: null, finishedAt: expect.any(Date) });
    expect(await finishErasures(deps)).toBe(0);
  });

  it("does not stand in the way of who comes back", async () => {
    const ada = await (await signIn(service)).publish();
    await ada.write("before");
    expect((await erase(ada)).status).toBe(200);
    const back = await (await signIn(service, ada.wallet)).publish();
    const row = await back.write("after");
    await finishErasures({ ...service, log: service.log });
    expect(await back.read(row.id, back)).toBe("after");
    await deleteRecord(back.api, { id: row.id, current: row });
  });
});

describe("a backup of before", () => {
  it("opens no header of who was erased, every one of others, and what else it brought back goes again", {
    timeout: 180_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "qti-api-backup-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const regions = { QTI_REGIONS: `eu=${join(folder, "eu")},us=${join(folder, "us")}` };
    const url = await freshDatabase();
    const name = new URL(url).pathname.slice(1);
    const at = (DATABASE_URL: string) => startService({ environment: { DATABASE_URL, ...regions } });

    const first = await at(url);
    const [ada, ben] = [await (await signIn(first)).publish(), await (await signIn(first)).publish()];
    const [hers, his] = [await ada.write("ada's", [ben]), await ben.write("ben's")];
    await first.stop();

    // The database's files as they lie there, copied.
    const backup = `${name}_backup`;
    const admin = new Client({ connectionString: inject("databaseUrl") });
    await admin.connect();
    onTestFinished(() => admin.end());
    await admin.query(`create database ${backup} template ${name} strategy file_copy`);

    const second = await at(url);
    const again = await signIn(second, ada.wallet);
    expect((await erase(again)).status).toBe(200);
    await second.stop();

    const restored = new URL(url);
    restored.pathname = `/${backup}`;
    const third = await at(restored.href);
    onTestFinished(() => third.stop());
    // The header is back, as it was: it is the key that is not.
    const [row] = await third.db.select().from(recordHeaders).where(eq(recordHeaders.recordId, hers.id));
    expect(row?.keyId).toEqual(expect.any(String));
    expect(await third.shred.find([row?.keyId ?? ""])).toEqual(new Map());
    expect([...(await third.headers.read(third.db, [hers.id, his.id])).keys()]).toEqual([his.id]);
    const benNow = Object.assign(await signIn(third, ben.wallet), {});
    const adaNow = await signIn(third, ada.wallet);
    for (const person of [adaNow, benNow]) {
      expect((await person.fetch(`/v1/records/${hers.id}`)).status).toBe(404);
    }
    const kept = (await (await benNow.fetch(`/v1/records/${his.id}`)).json()) as { header: string };
    expect(kept.header).toBe(his.header);

    expect(Object.keys(await tracesOf(third, ada.account)).sort()).toEqual([
      "blob_holders",
      "published_keys",
      "records",
      "sessions",
    ]);
    expect(await finishErasures({ ...third, log: third.log })).toBe(1);
    expect(await tracesOf(third, ada.account)).toEqual({});
    expect(Object.keys(await tracesOf(third, ben.account))).toContain("records");
  });
});
