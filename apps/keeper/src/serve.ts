import { every } from "@qti/service/every";
import type { Logger } from "@qti/service/logger";
import type { Service } from "@qti/service/process";
import { type Config, readConfig } from "./config.ts";
import { genesisOf, openChain } from "./core/chain.ts";
import { migrateDatabase, openDatabase } from "./core/database.ts";
import { Journal } from "./core/journal.ts";
import { takeLease } from "./core/lease.ts";
import { createMetrics } from "./core/metrics.ts";
import { Sender } from "./core/sender.ts";
import { listen, statusApp } from "./core/server.ts";
import { createMatcher, earnedByMatch, matchJob } from "./exchange/matcher.ts";
import { openJobs } from "./jobs.ts";

/** Waits for its turn to sign, brings to its end what was under way when the last keeper stopped, then works. */
export const keeper: Service<Config> = { name: "keeper", readConfig, run };

async function run(config: Config, log: Logger, signal: AbortSignal): Promise<void> {
  await migrateDatabase(config.databaseUrl);
  const database = openDatabase(config.databaseUrl, log);
  const client = openChain(config);
  const metrics = createMetrics();
  const genesis = await genesisOf(client);
  const journal = new Journal(database.db, { genesis, account: client.account.address });
  let state: "standby" | "working" = "standby";
  const server = await listen(statusApp({ journal, metrics, state: () => state }), config.host, config.port);
  log.info({ port: server.port, account: client.account.address, dryRun: config.dryRun }, "listening");

  const aborted = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  const lease = takeLease(config.databaseUrl, client.account.address, () => log.info("standing by"));
  try {
    const held = await Promise.race([lease, aborted]);
    if (held === undefined) return;
    await Promise.race([work(config, held.lost), aborted]);
  } finally {
    await server.stop();
    await lease.then(({ release }) => release()).catch(() => undefined);
    await database.close();
  }
  log.info("stopped");

  async function work(config: Config, lost: Promise<never>) {
    const { limits, dryRun, intervalMs, apiUrl, minTip, contracts } = config;
    const sender = new Sender({ client, journal, log, metrics, limits, dryRun, signal });
    const earnedOf = (job: string) => (job === matchJob ? earnedByMatch : () => new Map());
    await Promise.race([sender.finish(earnedOf), lost]);
    state = "working";
    log.info("working");
    const { exchange } = contracts;
    const matcher = createMatcher({ client, sender, log, metrics, apiUrl, exchange, minTip, signal });
    const jobs = openJobs(config, { client, sender, journal, log, metrics, signal });
    let next = 0;
    // One after the other: there is one nonce.
    const rounds = every(intervalMs, async () => {
      await matcher.round();
      if (Date.now() < next) return;
      for (const job of jobs) await job.round();
      next = Date.now() + config.choresMs;
    });
    rounds.run();
    const stopWatching = matcher.watch(rounds.run);
    try {
      await Promise.race([aborted, lost]);
    } finally {
      stopWatching();
      await rounds.stop();
    }
  }
}
