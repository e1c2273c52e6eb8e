import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { describe, expect, inject, it, onTestFinished } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";
import { migrateDatabase, migrationsFolder } from "../src/database/migrate.ts";
import { listening, startChild } from "./support/childService.ts";
import { problemOf, signIn, Visitor } from "./support/person.ts";
import { freshDatabase, serviceForTest, webOrigin } from "./support/service.ts";

describe("the process", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("ends with exit code 0 on %s", async (signal) => {
    const started = await startChild();
    const service = await listening(started);
    expect((await fetch(`${service.url}/v1/health`)).status).toBe(200);
    started.child.kill(signal);
    expect(await started.exited).toEqual({ code: 0, signal: null });
    expect(started.lines.map((line) => line.msg)).toEqual(expect.arrayContaining(["stopping", "stopped"]));
  });

  it("lets a request under way finish before it ends", async () => {
    const started = await startChild();
    const service = await listening(started);
    const ada = await signIn(service);
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const init: RequestInit & { duplex: "half" } = {
      method: "PUT",
      headers: { "content-type": "application/octet-stream" },
      body: readable,
      duplex: "half",
    };
    const answer = ada.fetch(
      `/v1/blobs/${"5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"}`,
      init,
    );
    await writer.write(Buffer.from("hel"));
    const incoming = join(started.folder, "eu", ".incoming");
    await expect.poll(() => readdirSync(incoming).length, { timeout: 10_000 }).toBe(1);
    started.child.kill("SIGTERM");
    await started.line((line) => line.msg === "stopping");
    await writer.write(Buffer.from("lo\n"));
    await writer.close();
    expect((await answer).status).toBe(200);
    expect(await started.exited).toEqual({ code: 0, signal: null });
  });

  it("heals a region that lies by itself, soon after somebody read", async () => {
    const started = await startChild();
    const ada = await signIn(await listening(started));
    const bytes = randomBytes(5_000);
    const hash = await ada.upload(bytes);
    const file = join(started.folder, "eu", hash.slice(0, 2), hash.slice(2, 4), hash);
    writeFileSync(file, "lies");
    expect(Buffer.from(await (await ada.fetch(`/v1/blobs/${hash}`)).arrayBuffer()).equals(bytes)).toBe(true);
    await expect.poll(() => readFileSync(file).equals(bytes), { timeout: 10_000 }).toBe(true);
    expect(await started.line(({ msg }) => msg === "a region did not do its part")).toMatchObject({
      region: "eu",
      kind: "damaged",
    });
  });

  it("started twice on one port says that the port is taken", async () => {
    const first = await listening(await startChild());
    const second = await startChild({ environment: { QTI_API_PORT: String(first.port) } });
    expect(await second.exited).toEqual({ code: 1, signal: null });
    expect(second.lines.at(-1)).toMatchObject({ msg: "the api cannot go on", err: { code: "EADDRINUSE" } });
  });

  it("does not start with a configuration that is wrong, and says of each variable what", async () => {
    const started = await startChild({
      environment: { DATABASE_URL: "mysql://u:very-secret@h/d", QTI_REGIONS: "" },
    });
    expect(await started.exited).toEqual({ code: 2, signal: null });
    const [line] = started.lines;
    expect(line?.msg).toContain("DATABASE_URL");
    expect(line?.msg).toContain("QTI_REGIONS");
    expect(line?.msg).not.toContain("very-secret");
  });

  it("does not start without its database, and says so", async () => {
    const started = await startChild({ environment: { DATABASE_URL: "postgres://u:p@127.0.0.1:1/none" } });
    expect(await started.exited).toEqual({ code: 1, signal: null });
    expect(started.lines.at(-1)?.msg).toBe("the api cannot go on");
  });

  it("that is one of several started at once finds a database that one of them migrated", async () => {
    const databaseUrl = await freshDatabase();
    await Promise.all([
      migrateDatabase(databaseUrl),
      migrateDatabase(databaseUrl),
      migrateDatabase(databaseUrl),
    ]);
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    const { rowCount } = await client.query("select 1 from drizzle.__drizzle_migrations");
    expect(rowCount).toBe(readdirSync(migrationsFolder).filter((name) => name.endsWith(".sql")).length);
    await client.end();
  });

  it("serves the domains that it is told to", async () => {
    const records = await serviceForTest({ environment: { QTI_SERVICES: "records" } });
    const visitor = new Visitor(records);
    expect((await visitor.fetch("/v1/session/nonce")).status).toBe(404);
    expect((await visitor.fetch("/v1/records")).status).toBe(401);
    const identity = await serviceForTest({
      environment: { QTI_SERVICES: "identity", DATABASE_URL: records.config.databaseUrl },
    });
    const person = await signIn(identity);
    expect((await person.fetch("/v1/records")).status).toBe(404);
    // One domain a process: who signs in with one of them is signed in with all.
    visitor.cookie = person.cookie;
    expect((await visitor.fetch("/v1/records")).status).toBe(200);
    const paths = (await (await fetch(`${identity.url}/openapi.json`)).json()) as { paths: object };
    expect(Object.keys(paths.paths)).not.toContain("/v1/records");
  });

  it("has committed migrations that are those of its tables", async () => {
    const child = spawn("node_modules/.bin/drizzle-kit", ["generate", "--name", "unexpected"], {
      cwd: new URL("..", import.meta.url),
      stdio: ["ignore", "pipe", "inherit"],
    });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    await once(child, "exit");
    expect(Buffer.concat(chunks).toString()).toContain("No schema changes");
  });
});

describe("when the database goes away", () => {
  /** A way to the database that a test can cut. */
  async function proxyTo(url: string) {
    const { hostname, port: databasePort } = new URL(url);
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      const onward = connect(Number(databasePort), hostname);
      for (const one of [socket, onward]) {
        sockets.add(one);
        one.on("error", () => undefined).on("close", () => sockets.delete(one));
      }
      socket.pipe(onward).pipe(socket);
    });
    const open = async (port: number) => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
      const address = server.address();
      return typeof address === "object" && address !== null ? address.port : port;
    };
    const cut = async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await Promise.all([...sockets].map((socket) => once(socket, "close")));
    };
    const port = await open(0);
    onTestFinished(cut);
    const through = new URL(url);
    through.port = String(port);
    return { url: through.href, cut, restore: () => open(port) };
  }

  it("requests are answered with 503, health is down, and everything goes on when it is back", async () => {
    const proxy = await proxyTo(await freshDatabase());
    const service = await serviceForTest({ environment: { DATABASE_URL: proxy.url } });
    const ada = await (await signIn(service)).publish();
    const row = await ada.write("kept");
    await proxy.cut();
    const problem = await problemOf(await ada.fetch(`/v1/records/${row.id}`));
    expect(problem).toMatchObject({ status: 503, code: "database-unavailable" });
    const health = await ada.fetch("/v1/health");
    expect(health.status).toBe(503);
    expect(await health.json()).toMatchObject({ status: "down", database: { ok: false } });
    await proxy.restore();
    expect(await ada.read(row.id, ada)).toBe("kept");
  });

  it("a query that takes too long is given up", async () => {
    const service = await serviceForTest();
    const { rows } = await service.db.execute<{ statement_timeout: string }>(sql`show statement_timeout`);
    expect(rows[0]?.statement_timeout).toBe("15s");
  });
});

describe("the configuration", () => {
  const required = {
    DATABASE_URL: "postgres://localhost/api",
    QTI_SHRED_DATABASE_URL: "postgres://localhost/shred",
    QTI_SHRED_KEY: `0x${"11".repeat(32)}`,
    QTI_RPC_URL: inject("rpcUrl"),
    QTI_WEB_ORIGIN: `${webOrigin}/some/path`,
    QTI_REGIONS: "eu=/a, us=/b=c",
  };

  it("reads regions in their order, and the origin without a path", () => {
    const config = readConfig(required);
    expect(config.regions).toEqual([
      { name: "eu", folder: "/a" },
      { name: "us", folder: "/b=c" },
    ]);
    expect(config.webOrigin).toBe(webOrigin);
    expect(config.services).toEqual(new Set(["identity", "records", "exchange", "rewards", "loans"]));
  });

  it("reads buckets, with their keys apart from them", () => {
    const us = { accessKeyId: "AKUS", secretAccessKey: "secret" };
    const config = readConfig({
      ...required,
      QTI_REGIONS:
        "eu=/a,us=s3://records-us/qti/v1?endpoint=https://s3.example&region=us-west-2,ap=s3://records-ap",
      QTI_S3_KEYS: JSON.stringify({ us }),
    });
    expect(config.regions).toEqual([
      { name: "eu", folder: "/a" },
      {
        name: "us",
        s3: {
          bucket: "records-us",
          prefix: "qti/v1/",
          endpoint: "https://s3.example",
          region: "us-west-2",
          pathStyle: true,
          credentials: us,
        },
      },
      {
        name: "ap",
        s3: {
          bucket: "records-ap",
          prefix: "",
          endpoint: undefined,
          region: "us-east-1",
          pathStyle: false,
          credentials: undefined,
        },
      },
    ]);
  });

  it.each([
    "s3://UPPER",
    "s3://",
    "s3:/records",
    "s4://records",
    "https://s3.example/records",
    "s3://user@records",
    "s3://records?endpoint=http://s3.example",
    "s3://records?endpoint=https://s3.example/path",
    "s3://records?endpoint=nonsense",
    "s3://records?secret=x",
    "s3://records?style=other",
    "s3://records/with spaces",
  ])("takes neither for a folder nor for a bucket: %s", (place) => {
    expect(() => readConfig({ ...required, QTI_REGIONS: `eu=${place}` })).toThrow(ConfigError);
  });

  it("refuses keys to no bucket, and does not repeat them", () => {
    const keys = JSON.stringify({ eu: { accessKeyId: "AK", secretAccessKey: "very-secret" } });
    for (const wrong of [keys, keys.slice(1), JSON.stringify({ eu: { secretAccessKey: "very-secret" } })]) {
      const reading = () => readConfig({ ...required, QTI_S3_KEYS: wrong });
      expect(reading).toThrow(/QTI_S3_KEYS/);
      expect(reading).not.toThrow(/very-secret/);
    }
  });

  it.each([
    ["eu=/a", 1],
    ["eu=/a,us=/b", 1],
    ["eu=/a,us=/b,ap=/c", 2],
    ["eu=/a,us=/b,ap=/c,sa=/d,af=/e", 3],
  ])(
    "of the regions %s wants half of them, rounded up, before a write is acknowledged",
    (regions, quorum) => {
      expect(readConfig({ ...required, QTI_REGIONS: regions }).regionQuorum).toBe(quorum);
    },
  );

  it("refuses a demo attester on any chain but the local one", () => {
    const key = { QTI_DEMO_ATTESTER_KEY: `0x${"11".repeat(32)}` };
    expect(readConfig({ ...required, ...key }).demoAttesterKey).toBeDefined();
    expect(() => readConfig({ ...required, ...key, QTI_CHAIN_ID: "1" })).toThrow(ConfigError);
  });

  it.each([
    ["QTI_SHRED_DATABASE_URL", "postgres://someone:secret@localhost:5432/api"],
    ["QTI_SHRED_KEY", "0x11"],
    ["QTI_REGIONS", "eu"],
    ["QTI_REGIONS", "eu=/a,eu=/b"],
    ["QTI_REGIONS", "=/a"],
    ["QTI_REGION_QUORUM", "3"],
    ["QTI_SERVICES", "identity,staking"],
    ["QTI_CONTRACTS", "{"],
    ["QTI_CONTRACTS", '{"identityRegistry":"0x1"}'],
    ["QTI_CONTRACTS", '{"exchange":"0x1"}'],
    ["QTI_ORDERS_PER_MAKER", "0"],
    ["QTI_WEB_ORIGIN", "javascript:alert(1)"],
    ["QTI_DEMO_ATTESTER_KEY", "0x12"],
    ["QTI_API_PORT", "99999"],
    ["QTI_SESSION_SECRET", "short"],
  ])("refuses %s=%s and names the variable", (name, value) => {
    expect(() => readConfig({ ...required, [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ ...required, [name]: value })).toThrow(name);
  });
});
