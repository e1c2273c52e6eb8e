import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startPostgres, usePostgres } from "../src/parts/postgres.ts";

async function rows<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

let stateDir: string;
beforeEach(() => {
  stateDir = mkdtempSync(path.join(tmpdir(), "qti-pg-test-"));
});
afterEach(() => rmSync(stateDir, { recursive: true, force: true }));

describe.each([
  ["as this machine allows", undefined],
  ["where user namespaces are forbidden", "1"],
])("startPostgres, %s", (_, noUserNamespace) => {
  beforeEach(() => {
    chmodSync(stateDir, 0o755); // so that "nobody" may enter
    if (noUserNamespace !== undefined) process.env.QTI_NO_USER_NAMESPACE = noUserNamespace;
  });
  afterEach(() => {
    delete process.env.QTI_NO_USER_NAMESPACE;
  });

  test("databases are UTF8 with locale C, passwords scram, and nothing is left after the stop", async () => {
    const postgres = await startPostgres({ stateDir });
    const url = await postgres.database("qti_api");
    expect(
      await rows(url, "select pg_encoding_to_char(encoding) as encoding, datcollate from pg_database"),
    ).toContainEqual({ encoding: "UTF8", datcollate: "C" });
    expect(await rows(url, "show password_encryption")).toEqual([{ password_encryption: "scram-sha-256" }]);
    await expect(rows(url.replace(/:[0-9a-f]+@/, ":wrong@"), "select 1")).rejects.toMatchObject({
      code: "28P01",
    });
    await postgres.stop();
    await expect(rows(url, "select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });

  test("a database keeps its rows over a restart, a fresh one starts empty", async () => {
    const first = await startPostgres({ stateDir });
    const extensions = ["pg_trgm", "btree_gist", "pg_stat_statements", "postgres_fdw"];
    for (const url of [await first.database("kept"), await first.freshDatabase("fresh", extensions)]) {
      await rows(url, "create table t (x int)");
    }
    await first.stop();

    const second = await startPostgres({ stateDir });
    expect(await rows(await second.database("kept"), "select * from t")).toEqual([]);
    const fresh = await second.freshDatabase("fresh", extensions);
    await expect(rows(fresh, "select * from t")).rejects.toMatchObject({ code: "42P01" });
    await second.stop();
  });
});

describe("startPostgres", () => {
  test("behavior: starts right after a server on the same data was killed", async () => {
    const first = await startPostgres({ stateDir });
    const url = await first.database("kept");
    const pid = Number(
      readFileSync(path.join(stateDir, "postgres-18/postmaster.pid"), "utf8").split("\n")[0],
    );
    await rows(url, "create table t (x int)");
    process.kill(pid, "SIGKILL");
    await first.stop();
    const second = await startPostgres({ stateDir });
    expect(await rows(await second.database("kept"), "select * from t")).toEqual([]);
    await second.stop();
  });

  test("two servers run side by side, each without a state folder of the caller", async () => {
    const [one, two] = await Promise.all([startPostgres(), startPostgres()]);
    expect(one.port).not.toBe(two.port);
    await Promise.all([one.stop(), two.stop()]);
  });

  test("behavior: the password is readable by its owner only", async () => {
    const postgres = await startPostgres({ stateDir });
    const file = path.join(stateDir, "postgres-password");
    expect(existsSync(file)).toBe(true);
    expect(await postgres.database("x")).toContain(readFileSync(file, "utf8"));
    await postgres.stop();
  });
});

describe("usePostgres", () => {
  test("makes databases on a server that somebody else runs", async () => {
    const server = await startPostgres({ stateDir });
    const foreign = usePostgres(await server.database("postgres"));
    const url = await foreign.freshDatabase("qti_graph", ["pg_trgm"]);
    expect(await rows(url, "select extname from pg_extension where extname = 'pg_trgm'")).toHaveLength(1);
    await foreign.stop();
    await server.stop();
  });
});
