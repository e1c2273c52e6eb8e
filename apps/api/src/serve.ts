import type { Logger } from "@qti/service/logger";
import type { Service } from "@qti/service/process";
import { hexToBytes } from "viem";
import { createApp } from "./app.ts";
import { BlobService } from "./blobs/blobService.ts";
import { openRegions } from "./blobs/openRegions.ts";
import { type Config, readConfig } from "./config.ts";
import { openChain } from "./core/chain.ts";
import { systemClock } from "./core/context.ts";
import { openDatabase } from "./database/client.ts";
import { migrateDatabase } from "./database/migrate.ts";
import { openMarket } from "./exchange/market.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { adoptRecords } from "./log/adoptRecords.ts";
import { finishErasures } from "./privacy/finishErasures.ts";
import { openShredDatabase } from "./privacy/shredDatabase.ts";
import { ShredKeys } from "./privacy/shredKeys.ts";
import { HeaderStore } from "./records/headerStore.ts";
import { openStore } from "./rewards/store.ts";
import { listen, type RunningServer } from "./server.ts";
import { readTls } from "./transport/tls.ts";

const graceMs = 10_000;

/**
 * The service: database brought up to date, regions opened, requests served, and on the way out requests finished, work under
 * way ended and connections closed.
 */
export const api: Service<Config> = { name: "api", readConfig, run };

async function run(config: Config, log: Logger, signal: AbortSignal): Promise<void> {
  const tls = config.tls && (await readTls(config.tls));
  const scheme = tls === undefined ? "http" : "https";
  await migrateDatabase(config.databaseUrl);
  const regions = await openRegions(config, log);
  const database = openDatabase(config.databaseUrl, log);
  const { shredDb, close: closeShred } = await openShredDatabase(config.shredDatabaseUrl, log);
  const clock = systemClock;
  const shred = new ShredKeys(shredDb, clock, hexToBytes(config.shredKey));
  const headers = new HeaderStore(shred);
  // Before anybody is served: a database that was restored may have people in it who are erased.
  const blobs = new BlobService({
    db: database.db,
    regions,
    clock,
    log,
    quotaBytes: config.limits.quotaBytes,
    onOwed: () => undefined,
  });
  const erased = await finishErasures({ db: database.db, shred, blobs, clock, log });
  if (erased > 0) log.info({ erased }, "erasures were finished");
  const adopted = await adoptRecords({ db: database.db, headers });
  if (adopted > 0) log.info({ adopted }, "records of before the log are in it now");
  const chain = openChain(config.rpcUrl, config.chainId);
  const market = openMarket(config, { ...database, chain, clock, log });
  await market?.feed.start();
  const store = openStore(config, {
    ...database,
    regions,
    headers,
    chain,
    clock,
    log,
    onOwed: () => housekeeping.bringUp(),
  });
  const housekeeping = config.housekeeping
    ? startHousekeeping({
        ...database,
        regions,
        headers,
        shred,
        chain,
        clock,
        log,
        config,
        market,
        store,
      })
    : { bringUp: () => undefined, stop: async () => undefined };
  let server: RunningServer | undefined;
  try {
    const app = createApp({
      config,
      db: database.db,
      chain,
      regions,
      headers,
      shred,
      log,
      clock,
      market,
      store,
      onOwed: housekeeping.bringUp,
      ownOrigins: () => [config.apiOrigin ?? `${scheme}://localhost:${server?.port ?? config.port}`],
    });
    server = await listen(app, config.host, config.port, {}, tls);
    log.info({ port: server.port, services: [...config.services] }, "listening");
    if (!signal.aborted)
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
    log.info("stopping");
  } finally {
    // Streams end by themselves only when they are told to.
    await market?.feed.close();
    await server?.stop(graceMs);
    await housekeeping.stop();
    await database.close();
    regions.close();
    await closeShred();
  }
  log.info("stopped");
}
