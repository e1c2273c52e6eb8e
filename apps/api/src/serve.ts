import type { Logger } from "@qti/service/logger";
import type { Service } from "@qti/service/process";
import { createApp } from "./app.ts";
import { openRegions } from "./blobs/openRegions.ts";
import { type Config, readConfig } from "./config.ts";
import { openChain } from "./core/chain.ts";
import { systemClock } from "./core/context.ts";
import { openDatabase } from "./database/client.ts";
import { migrateDatabase } from "./database/migrate.ts";
import { openMarket } from "./exchange/market.ts";
import { startHousekeeping } from "./housekeeping.ts";
import { adoptRecords } from "./log/adoptRecords.ts";
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
  const adopted = await adoptRecords(database.db);
  if (adopted > 0) log.info({ adopted }, "records of before the log are in it now");
  const chain = openChain(config.rpcUrl, config.chainId);
  const clock = systemClock;
  const market = openMarket(config, { ...database, chain, clock, log });
  await market?.feed.start();
  const store = openStore(config, {
    ...database,
    regions,
    chain,
    clock,
    log,
    onOwed: () => housekeeping.bringUp(),
  });
  const housekeeping = startHousekeeping({ db: database.db, regions, clock, log, config, market, store });
  let server: RunningServer | undefined;
  try {
    const app = createApp({
      config,
      db: database.db,
      chain,
      regions,
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
  }
  log.info("stopped");
}
