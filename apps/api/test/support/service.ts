import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usePostgres } from "@qti/scripts";
import { createLogger } from "@qti/service/logger";
import { hexToBytes } from "viem";
import { inject, onTestFinished } from "vitest";
import { createApp } from "../../src/app.ts";
import { BlobService } from "../../src/blobs/blobService.ts";
import { collectOrphans } from "../../src/blobs/collector.ts";
import { openRegions } from "../../src/blobs/openRegions.ts";
import { RegionRepair } from "../../src/blobs/regionRepair.ts";
import { Replicator } from "../../src/blobs/replicator.ts";
import { type Config, readConfig } from "../../src/config.ts";
import { openChain } from "../../src/core/chain.ts";
import type { Clock } from "../../src/core/context.ts";
import { openDatabase } from "../../src/database/client.ts";
import { migrateDatabase } from "../../src/database/migrate.ts";
import { openMarket } from "../../src/exchange/market.ts";
import { openShredDatabase } from "../../src/privacy/shredDatabase.ts";
import { ShredKeys } from "../../src/privacy/shredKeys.ts";
import { HeaderStore } from "../../src/records/headerStore.ts";
import { openStore } from "../../src/rewards/store.ts";
import { listen } from "../../src/server.ts";
import { attesterKey, oracleKey, relayerKey, underwriterKey } from "./attester.ts";

export const webOrigin = "http://localhost:3999";
/** A clock that tests move. */
export class TestClock {
  #ahead = 0;
  #standsAt: number | undefined;

  now = (): Date => new Date((this.#standsAt ?? Date.now()) + this.#ahead);

  /** From here on only a test moves it: what depends on the half minute in which something is sent does not change under it. */
  stand(): void {
    this.#standsAt = Date.now();
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}

export type ServiceOptions = { environment?: Record<string, string>; regions?: string[] };

export type Service = Awaited<ReturnType<typeof startService>>;

/** A fresh database on the shared server. */
export async function freshDatabase(): Promise<string> {
  return usePostgres(inject("databaseUrl")).freshDatabase(`api_${randomUUID().replaceAll("-", "")}`);
}

/** Where shred keys lie: one store for all tests, which is another database than any of theirs. */
export const shredEnvironment = () => ({
  QTI_SHRED_DATABASE_URL: inject("shredDatabaseUrl"),
  QTI_SHRED_KEY: `0x${"7c".repeat(32)}`,
});

/** The store of shred keys of a configuration. */
export async function openShred({ shredDatabaseUrl, shredKey }: Config, clock: Clock) {
  const log = createLogger("api", "silent");
  const { shredDb, close } = await openShredDatabase(shredDatabaseUrl, log);
  return { shred: new ShredKeys(shredDb, clock, hexToBytes(shredKey)), close };
}

/** Headers and salts of records of a service, whichever process runs it. */
export async function secretsOf({ config }: { config: Config }, ids: readonly string[]) {
  const log = createLogger("api", "silent");
  const database = openDatabase(config.databaseUrl, log);
  const { shred, close } = await openShred(config, { now: () => new Date() });
  try {
    return await new HeaderStore(shred).read(database.db, ids);
  } finally {
    await Promise.all([database.close(), close()]);
  }
}

/** The whole service over HTTP, with a database and folders of its own, and a clock that can be moved. */
export async function startService({ environment = {}, regions = ["eu", "us"] }: ServiceOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), "qti-api-service-"));
  const databaseUrl = environment.DATABASE_URL ?? (await freshDatabase());
  const config: Config = readConfig({
    DATABASE_URL: databaseUrl,
    ...shredEnvironment(),
    QTI_RPC_URL: inject("rpcUrl"),
    QTI_CONTRACTS: JSON.stringify(inject("contracts")),
    QTI_WEB_ORIGIN: webOrigin,
    QTI_REGIONS: regions.map((name) => `${name}=${join(folder, name)}`).join(","),
    QTI_DEMO_ATTESTER_KEY: attesterKey,
    QTI_TAP_ORACLE_KEY: oracleKey,
    QTI_RELAYER_KEY: relayerKey,
    QTI_UNDERWRITER_KEY: underwriterKey,
    // Nothing listens there: a test that needs the index names one.
    QTI_GRAPHQL_URL: "http://127.0.0.1:9/",
    QTI_TAP_BATCHES_PER_MINUTE: "100000",
    QTI_TAP_STARTS_PER_MINUTE: "100000",
    QTI_SESSION_SECRET: "a secret that only this test knows",
    QTI_FACTOR_KEY: `0x${"6b".repeat(32)}`,
    QTI_STORE_KEY: `0x${"5a".repeat(32)}`,
    QTI_LOG_KEY: `0x${"6b".repeat(32)}`,
    QTI_STORE_CONFIRMATIONS: "1",
    QTI_RATE_PER_MINUTE: "100000",
    QTI_SIGN_INS_PER_MINUTE: "100000",
    QTI_LOG_LEVEL: "trace",
    ...environment,
  });
  await migrateDatabase(config.databaseUrl);
  const logs: string[] = [];
  const log = createLogger("api", config.logLevel, { write: (line: string) => void logs.push(line) });
  const clock = new TestClock();
  const all = await openRegions(config, log);
  const database = openDatabase(config.databaseUrl, log);
  const { shred, close: closeShred } = await openShred(config, clock);
  const headers = new HeaderStore(shred);
  const chain = openChain(config.rpcUrl, config.chainId);
  const market = openMarket(config, { ...database, chain, clock, log });
  await market?.feed.start();
  const store = openStore(config, {
    ...database,
    regions: all,
    headers,
    chain,
    clock,
    log,
    onOwed: () => undefined,
  });
  const app = createApp({
    config,
    db: database.db,
    chain,
    regions: all,
    headers,
    shred,
    log,
    clock,
    market,
    store,
    onOwed: () => undefined,
    ownOrigins: () => [],
  });
  const server = await listen(app, "127.0.0.1", 0);
  const replicator = new Replicator({ db: database.db, regions: all, clock, log });
  const repair = new RegionRepair({ ...database, regions: all, clock, log, onOwed: () => undefined });
  const blobs = new BlobService({
    db: database.db,
    regions: all,
    clock,
    log,
    quotaBytes: config.limits.quotaBytes,
    onOwed: () => undefined,
  });
  return {
    url: `http://localhost:${server.port}`,
    port: server.port,
    app,
    config,
    clock,
    logs,
    log,
    blobs,
    db: database.db,
    pool: database.pool,
    shred,
    headers,
    folder,
    regionFolder: (name: string) => join(folder, name),
    bringRegionsUp: () => replicator.run(),
    lookThroughRegions: () => repair.turn(),
    watch: () => market?.watcher.turn(),
    deliver: () => store?.watcher.turn(),
    watcherDeps: () => {
      const { exchangeContracts: contracts } = config;
      if (contracts === undefined) throw new Error("this service was told of no exchange");
      return { db: database.db, pool: database.pool, chain, contracts, clock, log };
    },
    collect: () => collectOrphans({ db: database.db, service: blobs, clock }),
    stop: async () => {
      await market?.feed.close();
      await server.stop(1_000);
      await database.close();
      all.close();
      await closeShred();
      // Who was cut off may still be writing.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** {@link startService} for one test. */
export async function serviceForTest(options?: ServiceOptions): Promise<Service> {
  const service = await startService(options);
  onTestFinished(() => service.stop());
  return service;
}
