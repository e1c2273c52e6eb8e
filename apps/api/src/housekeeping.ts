import type { StaffRole } from "@qti/sdk/identity/sign-in/wire";
import { every } from "@qti/service/every";
import type { Logger } from "@qti/service/logger";
import type { Pool } from "pg";
import { BlobService } from "./blobs/blobService.ts";
import { collectOrphans } from "./blobs/collector.ts";
import { RegionRepair } from "./blobs/regionRepair.ts";
import type { Regions } from "./blobs/regions.ts";
import { Replicator } from "./blobs/replicator.ts";
import type { Config } from "./config.ts";
import type { ChainClient } from "./core/chain.ts";
import type { Clock } from "./core/context.ts";
import type { Database } from "./database/client.ts";
import { forgetOrders } from "./exchange/forget.ts";
import type { Market } from "./exchange/market.ts";
import { ChainRoles } from "./identity/chainRoles.ts";
import { forgetChallenges } from "./identity/passkeyDesk.ts";
import { RoleHolders } from "./identity/roleHolders.ts";
import { SessionStore } from "./identity/sessionStore.ts";
import { forgetApplications } from "./loans/forgetApplications.ts";
import { reportAccess } from "./privacy/accessReport.ts";
import { finishErasures } from "./privacy/finishErasures.ts";
import type { ShredKeys } from "./privacy/shredKeys.ts";
import type { HeaderStore } from "./records/headerStore.ts";
import { sealHeaders } from "./records/sealHeaders.ts";
import { forgetTaps } from "./rewards/forgetTaps.ts";
import type { Store } from "./rewards/store.ts";

const replicateEveryMs = 15_000;
const repairEveryMs = 5 * 60_000;
const collectEveryMs = 10 * 60_000;
const watchEveryMs = 1_000;

export type HousekeepingDeps = {
  db: Database;
  pool: Pool;
  regions: Regions;
  headers: HeaderStore;
  shred: ShredKeys;
  chain: ChainClient;
  clock: Clock;
  log: Logger;
  config: Config;
  market: Market | undefined;
  store: Store | undefined;
};

export type Housekeeping = {
  /** Something is owed to a region: look now and not at the next turn. */
  bringUp: () => void;
  /** Ends what is under way. */
  stop: () => Promise<void>;
};

/**
 * What the service does beside answering: bringing regions up, finding what they lost, collecting orphans, keeping the order book true to the chain,
 * forgetting what has expired.
 */
export function startHousekeeping({
  db,
  pool,
  regions,
  headers,
  shred,
  chain,
  clock,
  log,
  config,
  market,
  store,
}: HousekeepingDeps): Housekeeping {
  const controller = new AbortController();
  const { signal } = controller;
  const guarded = (what: string, job: () => Promise<void>) => async () => {
    if (signal.aborted) return;
    try {
      await job();
    } catch (error) {
      log.warn({ err: error }, `${what} did not finish; the next turn goes on`);
    }
  };

  const replicator = new Replicator({ db, regions, clock, log });
  const replicating = every(
    replicateEveryMs,
    guarded("replication", async () => {
      const { done, failed } = await replicator.run(signal);
      if (done + failed > 0) log.info({ done, failed }, "regions brought up");
    }),
  );

  const sessions = new SessionStore(db, clock, config.sessionSecret);
  const service = new BlobService({
    db,
    regions,
    clock,
    log,
    quotaBytes: config.limits.quotaBytes,
    onOwed: replicating.run,
  });
  const collecting = every(
    collectEveryMs,
    guarded("collection", async () => {
      await sessions.purge();
      await forgetChallenges({ db, clock });
      const { released, erased } = await collectOrphans({ db, service, clock, signal });
      if (released + erased > 0) log.info({ released, erased }, "orphans collected");
      if (market !== undefined) await forgetOrders(db, clock);
      if (config.services.has("rewards")) await forgetTaps({ db, clock, signal });
    }),
  );

  const { accessManager } = config;
  const roles = new ChainRoles({ chain, clock, accessManager });
  const holders =
    accessManager && new RoleHolders({ chain, roles, accessManager, fromBlock: config.fromBlock });
  const holdersOf = async (role: StaffRole) => (await holders?.of(role)) ?? [];
  const keeping = every(
    collectEveryMs,
    guarded("erasure and sealing", async () => {
      const sealed = await sealHeaders({ db, headers }, signal);
      if (sealed > 0) log.info({ sealed }, "headers of before shred keys are sealed now");
      const erased = await finishErasures({ db, shred, blobs: service, clock, log }, signal);
      if (erased > 0) log.info({ erased }, "erasures were finished");
      await forgetApplications(db, clock);
      await shred.sweep();
      const report = await reportAccess({ db, holdersOf });
      for (const { space, role, records, excess, lacking } of report) {
        if (excess.count + lacking.count === 0) continue;
        // Numbers only: who it is, the report says to who may see it.
        log.warn(
          { space, role, records, excess: excess.count, lacking: lacking.count },
          "roles and readers disagree",
        );
      }
    }),
  );

  const repair = new RegionRepair({ db, pool, regions, clock, log, onOwed: replicating.run });
  const repairing = every(
    repairEveryMs,
    guarded("looking through the regions", async () => {
      await repair.turn(signal);
    }),
  );

  /** Follows the chain; a failure is said once, and not every second for as long as the chain or the database is away. */
  const following = (what: string, turn: (signal: AbortSignal) => Promise<unknown>) => {
    let behind = false;
    return every(watchEveryMs, async () => {
      if (signal.aborted) return;
      try {
        await turn(signal);
        if (behind) log.info(`${what} follows the chain again`);
        behind = false;
      } catch (error) {
        if (!behind) log.warn({ err: error }, `${what} cannot follow the chain; it tries again every second`);
        behind = true;
      }
    });
  };
  const watching = [
    ...(market === undefined ? [] : [following("the order book", (until) => market.watcher.turn(until))]),
    ...(store === undefined ? [] : [following("the store", (until) => store.watcher.turn(until))]),
  ];

  replicating.run();
  collecting.run();
  keeping.run();
  repairing.run();
  for (const each of watching) each.run();
  return {
    bringUp: replicating.run,
    stop: async () => {
      controller.abort();
      await Promise.all([
        replicating.stop(),
        collecting.stop(),
        keeping.stop(),
        repairing.stop(),
        ...watching.map((each) => each.stop()),
      ]);
    },
  };
}
