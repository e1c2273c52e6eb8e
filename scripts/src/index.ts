export type { Postgres, PostgresOptions } from "./parts/postgres.ts";
export { startPostgres, usePostgres } from "./parts/postgres.ts";
