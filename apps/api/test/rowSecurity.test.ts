import { createHmac } from "node:crypto";
import { createWalletShare, putWalletShare } from "@qti/sdk/records/wallet-factor";
import type { RecordRow } from "@qti/sdk/records/wire";
import { getTableName, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asAccount, asOwner, readAsAccount, type Sight } from "../src/database/asAccount.ts";
import { migrateDatabase } from "../src/database/migrate.ts";
import { isPersonal, register } from "../src/privacy/register.ts";
import { addPasskey, addTotp, factorsOf, post, recoveryCodesOf } from "./support/factors.ts";
import { type Person, signIn } from "./support/person.ts";
import { type Service, serviceForTest, startService } from "./support/service.ts";

/** Tables behind the wall whose rows name their account, and in which column. */
const ownTables = [
  ["passkeys", "account"],
  ["totp_secrets", "account"],
  ["recovery_codes", "account"],
  ["factor_tries", "account"],
  ["wallet_shares", "account"],
  ["sessions", "account"],
  ["records", "owner"],
  ["blob_holders", "account"],
] as const;

/** Tables behind it whose rows belong to a record. */
const partTables = ["record_headers", "record_readers", "record_blobs"];

/** Tables with rows of people that are in front of it, and why. Who adds a table puts it behind the wall, or here. */
const inFront: Record<string, string> = {
  published_keys: "everybody who is signed in may look up anybody's",
  passkey_challenges: "named by the id of a session, which is behind it",
  attested_people: "answers whether somebody else was first, and is asked at attestations only",
  erasures: "written by the service while it erases",
  orders: "public",
  order_events: "public",
  campaign_trees: "public",
  campaign_leaves: "public",
  store_codes: "of the staff",
  store_orders: "a copy of what the chain shows everybody",
  tap_names: "public",
  tap_days: "by numbers of identities; leaderboards add them up over everybody",
  tap_batches: "by numbers of identities, not accounts",
  tap_sessions: "a batch names its session, and the session its account",
  tap_people: "by numbers of identities, not accounts",
  referral_codes: "looked up by whoever was given one",
  relays: "counted over everybody",
  credit_incomes: "written and read by underwriters",
  credit_applications: "counted over everybody",
};

let service: Service;
let ada: Person;
let ben: Person;
/** Of Ben for Ada, and of Ben alone. */
let shared: RecordRow;
let secret: RecordRow;
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
    await person.write("mine");
  }
  secret = await ben.write("nobody else's");
});
afterAll(() => service.stop());

/** What a query without any condition sees in a column. */
async function seen(table: string, column: string, sight: string | Sight): Promise<Set<unknown>> {
  const { rows } = await readAsAccount(service.db, sight, (tx) =>
    tx.execute<{ value: string }>(
      sql`select ${sql.identifier(column)} as value from ${sql.identifier(table)}`,
    ),
  );
  return new Set(rows.map((row) => row.value));
}

/** What the service itself sees in it. */
async function there(table: string, column: string): Promise<Set<unknown>> {
  const { rows } = await service.pool.query(`select ${column} as value from ${table}`);
  return new Set(rows.map((row) => row.value));
}

const refused = { cause: { code: "42501" } };

describe.each(ownTables)("rows of %s", (table, column) => {
  const named = sql.identifier(table);
  const owner = sql.identifier(column);

  it("are seen of one's own account only, by a query that forgot to ask", async () => {
    expect(await seen(table, column, ada.account)).toEqual(new Set([ada.account]));
    expect(await there(table, column)).toEqual(new Set([ada.account, ben.account]));
  });

  it("are not seen at all without an account", async () => {
    expect(await seen(table, column, {})).toEqual(new Set());
    expect(await seen(table, column, "")).toEqual(new Set());
  });

  it("of somebody else are neither changed, removed nor made", async () => {
    await asAccount(service.db, ada.account, async (tx) => {
      const removed = await tx.execute(sql`delete from ${named} where ${owner} = ${ben.account}`);
      expect(removed.rowCount).toBe(0);
      const changed = await tx.execute(
        sql`update ${named} set ${owner} = ${ada.account} where ${owner} = ${ben.account}`,
      );
      expect(changed.rowCount).toBe(0);
    });
    const given = asAccount(service.db, ada.account, (tx) =>
      tx.execute(sql`update ${named} set ${owner} = ${ben.account}`),
    );
    await expect(given).rejects.toMatchObject(refused);
    const made = asAccount(service.db, ada.account, (tx) =>
      tx.execute(sql`insert into ${named} ${rowOf(ben.account)}`),
    );
    await expect(made).rejects.toMatchObject(refused);
    expect(await factorsOf(ben)).toMatchObject({ totp: {}, recoveryCodes: { left: 10 } });

    /** A copy of an own row, under another account. */
    function rowOf(account: string) {
      const row = sql`jsonb_populate_record(one, jsonb_build_object(${column}::text, ${account}::text))`;
      return sql`select (${row}).* from ${named} as one limit 1`;
    }
  });
});

describe("records of somebody else", () => {
  beforeAll(async () => {
    shared = await ben.write("for Ada", [ada]);
  });

  it.each(["records", ...partTables])(
    "%s: seen where one is a reader, with all of its parts",
    async (table) => {
      const column = table === "records" ? "id" : "record_id";
      expect(await there(table, column)).toContain(secret.id);
      const own = await seen(table, column, ada.account);
      expect(own).toContain(shared.id);
      expect(own).not.toContain(secret.id);
      expect(own.size).toBe(2);
      const { rows } = await service.pool.query("select id from records where owner = $1", [ben.account]);
      expect(await seen(table, column, ben.account)).toEqual(new Set(rows.map(({ id }) => id)));
    },
  );

  it("show all of their readers to each of them", async () => {
    const { rows } = await readAsAccount(service.db, ada.account, (tx) =>
      tx.execute(sql`select fingerprint from record_readers where record_id = ${shared.id}`),
    );
    expect(rows.map(({ fingerprint }) => fingerprint).sort()).toEqual([...shared.readers].sort());
    expect(rows).toHaveLength(2);
  });

  it.each(partTables)("%s: are not changed by who only reads them", async (table) => {
    const named = sql.identifier(table);
    await asAccount(service.db, ada.account, async (tx) => {
      for (const { id } of [shared, secret]) {
        expect((await tx.execute(sql`delete from ${named} where record_id = ${id}`)).rowCount).toBe(0);
        const changed = await tx.execute(
          sql`update ${named} set record_id = record_id where record_id = ${id}`,
        );
        expect(changed.rowCount).toBe(0);
      }
    });
    const made = asAccount(service.db, ada.account, (tx) =>
      tx.execute(sql`
        insert into ${named} select (
          jsonb_populate_record(one, jsonb_build_object('record_id', ${secret.id}::text))
        ).* from ${named} as one limit 1
      `),
    );
    await expect(made).rejects.toMatchObject(refused);
  });

  it("are seen in the spaces of a role, and not changed by it", async () => {
    const reach = { account: ada.account, spaces: ["kyc", "notes"] };
    for (const table of ["records", ...partTables]) {
      const column = table === "records" ? "id" : "record_id";
      const all = await there(table, column);
      expect(await seen(table, column, reach)).toEqual(all);
      expect(await seen(table, column, { account: ada.account, spaces: "every" })).toEqual(all);
      expect(await seen(table, column, { spaces: ["kyc", "loans"] })).toEqual(new Set());
      expect(await seen(table, column, { spaces: [] })).toEqual(new Set());
    }
    await asAccount(service.db, reach, async (tx) => {
      expect((await tx.execute(sql`update records set space = space`)).rowCount).toBe(1);
      expect((await tx.execute(sql`delete from records where id = ${secret.id}`)).rowCount).toBe(0);
    });
  });

  it("for keys of whom nothing is left are seen by nobody", async () => {
    const { rows } = await service.pool.query(
      "update published_keys set account = '' where account = $1 returning fingerprint",
      [ada.account],
    );
    try {
      expect(rows).toHaveLength(1);
      for (const sight of [{}, "", { session: "" }])
        expect(await seen("records", "id", sight)).toEqual(new Set());
    } finally {
      await service.pool.query("update published_keys set account = $1 where account = ''", [ada.account]);
    }
  });
});

describe("a session", () => {
  const tokenOf = (person: Person) => person.cookie?.split("=")[1] ?? "";
  const hashOf = (token: string) =>
    createHmac("sha256", service.config.sessionSecret ?? "")
      .update(token)
      .digest("hex");

  it("is seen by its token, whosever it is, and by nothing else of it", async () => {
    const session = hashOf(tokenOf(ben));
    expect(await seen("sessions", "account", { session })).toEqual(new Set([ben.account]));
    expect(await seen("sessions", "account", { session: hashOf("another") })).toEqual(new Set());
    expect(await seen("sessions", "account", { account: ada.account, session: "" })).toEqual(
      new Set([ada.account]),
    );
  });

  it("is given to nobody else by who has its token", async () => {
    const session = hashOf(tokenOf(ben));
    for (const account of [ada.account, ben.account]) {
      const given = asAccount(service.db, { session }, (tx) =>
        tx.execute(sql`update sessions set account = ${account}`),
      );
      await expect(given).rejects.toMatchObject(refused);
    }
  });
});

describe("a transaction of an account", () => {
  const tables = new Set<string>([...ownTables.map(([table]) => table), ...partTables]);
  /** Whom every connection of the pool would ask as, and for whom. */
  async function leftOver() {
    const clients = await Promise.all(Array.from({ length: 12 }, () => service.pool.connect()));
    try {
      const answers = await Promise.all(
        clients.map((client) =>
          client.query(`select current_user = session_user as same, concat(
            current_setting('qti.account', true), current_setting('qti.spaces', true), current_setting('qti.session', true)
          ) as settings`),
        ),
      );
      return new Set(answers.map(({ rows }) => `${rows[0].same} ${rows[0].settings}`));
    } finally {
      for (const client of clients) client.release();
    }
  }

  it("reaches no other table, but for what everybody may know", async () => {
    const { rows } = await service.pool.query(
      `select relname, relrowsecurity, array_agg(privilege_type::text order by privilege_type) as granted
       from pg_class join information_schema.role_table_grants on table_name = relname and table_schema = 'public'
       where grantee = 'qti_person' and relnamespace = 'public'::regnamespace
       group by relname, relrowsecurity`,
    );
    const granted = new Map(rows.map(({ relname, granted }) => [relname, granted]));
    for (const { relname, relrowsecurity } of rows)
      expect([relname, relrowsecurity]).toEqual([relname, tables.has(relname)]);
    for (const table of tables) expect(granted.get(table)).toEqual(["DELETE", "INSERT", "SELECT", "UPDATE"]);
    const open = [...granted].filter(([table]) => !tables.has(table));
    expect(new Map(open)).toEqual(
      new Map(["blobs", "log_state", "published_keys"].map((table) => [table, ["SELECT"]])),
    );
    const reached = asAccount(service.db, ada.account, (tx) => tx.execute(sql`select from orders`));
    await expect(reached).rejects.toMatchObject(refused);
  });

  it("leaves nothing on its connection, however it ends", async () => {
    const sight = { account: ada.account, spaces: ["kyc"], session: "a hash" };
    const failing = async () => {
      throw new RangeError("for a test");
    };
    for (const begin of [asAccount, readAsAccount]) {
      await begin(service.db, sight, (tx) => tx.execute(sql`select`));
      await expect(begin(service.db, sight, failing)).rejects.toThrow(RangeError);
      await expect(begin(service.db, sight, (tx) => tx.execute(sql`select 1 / 0`))).rejects.toThrow();
    }
    expect(await leftOver()).toEqual(new Set(["true "]));
  });

  it("takes its account as it is, whatever stands in it", async () => {
    const account = `'; reset role; set qti.account = '${ben.account}' \\' --`;
    const { rows } = await readAsAccount(service.db, account, (tx) =>
      tx.execute(sql`select current_user as who, current_setting('qti.account') as account`),
    );
    expect(rows).toEqual([{ who: "qti_person", account }]);
    expect(await seen("records", "owner", account)).toEqual(new Set());
  });

  it("does not do its work where it could not begin", async () => {
    const begun = readAsAccount(service.db, "nul \0", (tx) => tx.execute(sql`select from orders`));
    await expect(begun).rejects.toThrow();
    expect(await leftOver()).toEqual(new Set(["true "]));
  });

  it("writes nothing where it only reads", async () => {
    const written = readAsAccount(service.db, ada.account, (tx) => tx.execute(sql`delete from sessions`));
    await expect(written).rejects.toMatchObject({ cause: { code: "25006" } });
  });

  it("can be a part of one of the service, and ends before the rest of it", async () => {
    await service.db.transaction(async (tx) => {
      const owners = () =>
        tx.execute(sql`select distinct owner from records`).then(({ rows }) => rows.length);
      expect(await owners()).toBe(2);
      expect(await asOwner(tx, ada.account, async () => owners())).toBe(2);
      const held = () => tx.execute(sql`select from blob_holders`).then(({ rowCount }) => rowCount);
      const all = await held();
      expect(await asOwner(tx, ada.account, held)).toBeLessThan(all ?? 0);
      expect(await held()).toBe(all);
    });
    const failed = service.db.transaction((tx) =>
      asOwner(tx, ada.account, () => tx.execute(sql`update records set owner = ${ben.account}`)),
    );
    await expect(failed).rejects.toMatchObject(refused);
    expect(await leftOver()).toEqual(new Set(["true "]));
  });

  it("is of a role that cannot sign in and cannot pass by the policies", async () => {
    const { rows } = await service.pool.query(
      "select rolbypassrls, rolsuper, rolcanlogin from pg_roles where rolname = 'qti_person'",
    );
    expect(rows).toEqual([{ rolbypassrls: false, rolsuper: false, rolcanlogin: false }]);
  });
});

it("every table with rows of people is behind the wall, or it is said why not", async () => {
  const { rows } = await service.pool.query<{ name: string }>(
    `select relname as name from pg_class join pg_policy on polrelid = pg_class.oid
     where relrowsecurity and 'qti_person'::regrole = any(polroles)`,
  );
  const behind = new Set(rows.map(({ name }) => name));
  const personal = new Set(register.filter(isPersonal).map(({ table }) => getTableName(table)));
  expect(new Set([...behind, ...Object.keys(inFront)])).toEqual(personal);
  expect(Object.keys(inFront).filter((table) => behind.has(table))).toEqual([]);
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
