import { createWalletShare, putWalletShare } from "@qti/sdk/records/wallet-factor";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asAccount } from "../src/database/asAccount.ts";
import { migrateDatabase } from "../src/database/migrate.ts";
import { addPasskey, addTotp, factorsOf, post, recoveryCodesOf } from "./support/factors.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

const tables = ["passkeys", "totp_secrets", "recovery_codes", "factor_tries", "wallet_shares"];

let service: Service;
let ada: Person;
let ben: Person;
beforeAll(async () => {
  service = await startService();
  [ada, ben] = await Promise.all([signIn(service), signIn(service)]);
  for (const person of [ada, ben]) {
    await addPasskey(person);
    const app = await addTotp(service, person);
    await recoveryCodesOf(person);
    await post(person, "/v1/session/totp", { code: await app.wrongCode() });
    const { fingerprint } = (await person.publish()).keys.public;
    await putWalletShare(person.api, { fingerprint, share: createWalletShare() });
  }
});
afterAll(() => service.stop());

/** Accounts whose rows a query without any condition sees. */
async function seen(table: string, account: string): Promise<Set<unknown>> {
  const { rows } = await asAccount(service.db, account, (tx) =>
    tx.execute<{ account: string }>(sql`select account from ${sql.identifier(table)}`),
  );
  return new Set(rows.map((row) => row.account));
}

describe.each(tables)("rows of %s", (table) => {
  it("are seen of one's own account only, by a query that forgot to ask", async () => {
    expect(await seen(table, ada.account)).toEqual(new Set([ada.account]));
    const { rows } = await service.pool.query(`select distinct account from ${table}`);
    expect(rows).toHaveLength(2);
  });

  it("are not seen at all without an account", async () => {
    expect(await seen(table, "")).toEqual(new Set());
    const client = await service.pool.connect();
    try {
      await client.query("begin; set local role qti_person");
      expect((await client.query(`select from ${table}`)).rowCount).toBe(0);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });

  it("of somebody else are neither changed, removed nor made", async () => {
    const named = sql.identifier(table);
    await asAccount(service.db, ada.account, async (tx) => {
      const removed = await tx.execute(sql`delete from ${named} where account = ${ben.account}`);
      expect(removed.rowCount).toBe(0);
    });
    const taken = asAccount(service.db, ada.account, (tx) =>
      tx.execute(sql`update ${named} set account = ${ben.account}`),
    );
    await expect(taken).rejects.toMatchObject({ cause: { code: "42501" } });
    expect(await factorsOf(ben)).toMatchObject({ totp: {}, recoveryCodes: { left: 10 } });
  });
});

it("a transaction of an account reaches no other table, and leaves nothing on its connection", async () => {
  const reached = asAccount(service.db, ada.account, (tx) => tx.execute(sql`select from sessions`));
  await expect(reached).rejects.toMatchObject({ cause: { code: "42501" } });
  const { rows } = await service.pool.query(
    "select current_user = session_user as same, current_setting('qti.account', true) as account",
  );
  expect(rows[0].same).toBe(true);
  expect(rows[0].account ?? "").toBe("");
  const { rows: roles } = await service.pool.query(
    "select rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = 'qti_person'",
  );
  expect(roles).toEqual([{ rolbypassrls: false, rolsuper: false, rolcanlogin: false }]);
});

it("a database is brought up by an owner that is no superuser and was granted the role", async () => {
  const name = `owner_${crypto.randomUUID().replaceAll("-", "")}`;
  await service.pool.query(`create role ${name} login password '${name}'`);
  await service.pool.query(`grant qti_person to ${name}`);
  await service.pool.query(`create database ${name} owner ${name}`);
  const url = new URL(service.config.databaseUrl);
  url.username = name;
  url.password = name;
  url.pathname = `/${name}`;
  const own = await serviceForTest({ environment: { DATABASE_URL: url.href } });
  const cleo = await signIn(own);
  await addPasskey(cleo);
  expect((await factorsOf(cleo)).passkeys).toHaveLength(1);
  await migrateDatabase(url.href);
});
