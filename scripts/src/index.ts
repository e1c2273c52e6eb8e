export type { Postgres, PostgresOptions } from "./parts/postgres.ts";
export { startPostgres, usePostgres } from "./parts/postgres.ts";
export type { StackAddresses } from "./stack/addresses.ts";
export { stackAddresses } from "./stack/addresses.ts";
export type { PartName } from "./stack/parts.ts";
export type { Stack, StackOptions } from "./stack/start.ts";
export { startStack } from "./stack/start.ts";
