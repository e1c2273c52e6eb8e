import type { Processes } from "../core/process.ts";
import { type Postgres, startPostgres, usePostgres } from "./postgres.ts";

/** What {@link startDatabases} takes. */
export interface DatabasesOptions {
  readonly processes: Processes;
  readonly stateDir: string;
  readonly port: number;
  /** A server of somebody else's, instead of our own: the database of its URL becomes the api's. */
  readonly databaseUrl: string | undefined;
}

/** The stack's PostgreSQL server, and the api's database on it. */
export interface Databases {
  readonly server: Postgres;
  readonly api: string;
  /** Where the api keeps shred keys. A service of real people has it on another server, outside of its backups. */
  readonly shred: string;
  /** What to call the server on the terminal. */
  readonly address: string;
  /** Name of graph-node's database, which is made anew at each start. */
  readonly graph: string;
}

export async function startDatabases(options: DatabasesOptions): Promise<Databases> {
  const { databaseUrl, ...own } = options;
  if (databaseUrl === undefined) {
    const server = await startPostgres(own);
    const api = await server.database("qti_api");
    const shred = await server.database("qti_shred");
    return { server, api, shred, graph: "qti_graph", address: `127.0.0.1:${server.port}` };
  }
  const url = new URL(databaseUrl);
  const name = decodeURIComponent(url.pathname.slice(1)) || "qti";
  const server = usePostgres(databaseUrl);
  const shred = await server.database(`${name}_shred`);
  return { server, api: databaseUrl, shred, graph: `${name}_graph`, address: url.host };
}
