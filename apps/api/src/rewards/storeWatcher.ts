import { rewardStoreAbi } from "@qti/sdk/abis";
import type { Logger } from "@qti/service/logger";
import { and, eq, gt, isNotNull, isNull, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { type Address, type Hash, parseEventLogs } from "viem";
import { BlockTrail, type TrailBlock } from "../core/blockTrail.ts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import type { Deployment } from "../core/deployment.ts";
import type { Database } from "../database/client.ts";
import { exclusively } from "../database/exclusive.ts";
import type { StoreDelivery } from "./storeDelivery.ts";
import { storeBlocks, storeCodes, storeOrders } from "./storeTables.ts";

/** "qti5" in ASCII: whoever holds it is the one process that delivers. */
const deliveryLock = 0x71746935;
/** Blocks whose events are asked for at once. */
const searchedBlocks = 2_000;

export type StoreWatcherDeps = {
  pool: Pool;
  chain: ChainClient;
  rewardStore: Address;
  /** The store on its chain. */
  deployment: Deployment;
  delivery: StoreDelivery;
  clock: Clock;
  log: Logger;
  /** Blocks, its own included, after which a purchase is delivered: what is given cannot be taken back. */
  confirmations: number;
  /** Block in which the store was deployed, or an earlier one. */
  fromBlock: number;
};

/**
 * Follows the store's purchases on the chain and has them delivered. Any number of processes may run one: at each turn one of
 * them works. The block that was reached is written down with the purchases up to it, so a turn that is cut off is done again.
 */
export class StoreWatcher {
  readonly #deps: StoreWatcherDeps;
  /** Head up to which everything was looked at. */
  #seen: Hash | undefined;
  readonly #trail: BlockTrail;

  constructor(deps: StoreWatcherDeps) {
    this.#deps = deps;
    this.#trail = new BlockTrail(deps.chain, storeBlocks);
  }

  /** Takes over new purchases and delivers what can be delivered. Answers undefined when another process does it. */
  turn(signal?: AbortSignal): Promise<true | undefined> {
    return exclusively(this.#deps.pool, deliveryLock, async (db) => {
      const deployment = await this.#follow(db, signal);
      if (!signal?.aborted) await this.#deps.delivery.turn(db, deployment, signal);
      return true as const;
    });
  }

  /** Answers with the deployment whose purchases it took over. */
  async #follow(db: Database, signal: AbortSignal | undefined): Promise<number> {
    const { chain, confirmations, deployment: place } = this.#deps;
    const [latest, deployment] = await Promise.all([chain.getBlock(), place.current()]);
    const head: TrailBlock = { number: Number(latest.number), hash: latest.hash };
    let reached = await this.#reached(db, deployment, head);
    const confirmed = head.number - confirmations + 1;
    while (reached < confirmed) {
      if (signal?.aborted) return deployment;
      const to = Math.min(reached + searchedBlocks, confirmed);
      await this.#take(db, deployment, { from: reached + 1, to, confirmed: true });
      reached = to;
    }
    if (head.hash === this.#seen) return deployment;
    await this.#releaseUndone(db, deployment);
    const from = Math.max(reached + 1, head.number - searchedBlocks);
    if (from <= head.number) await this.#take(db, deployment, { from, to: head.number, confirmed: false });
    this.#seen = head.hash;
    return deployment;
  }

  /**
   * The block up to which purchases were taken over. Where the chain gave up blocks, those in later ones than it still has are
   * undone; most of them will be found again in other blocks, and are then the same orders.
   */
  async #reached(db: Database, deployment: number, head: TrailBlock): Promise<number> {
    const { log, clock, fromBlock } = this.#deps;
    const { common = -1, continued } = await this.#trail.retrace(db, deployment, head);
    if (!continued) {
      log.warn({ common, head: head.number }, "the chain gave up confirmed blocks");
      await db.transaction(async (tx) => {
        await tx
          .update(storeOrders)
          .set({ undone: true, updatedAt: clock.now() })
          .where(and(eq(storeOrders.deployment, deployment), gt(storeOrders.block, common)));
        await this.#trail.cut(tx, deployment, common);
      });
    }
    return Math.max(common, fromBlock - 1);
  }

  /** Takes over the purchases of some blocks, and where they are confirmed, that these blocks are done: both or neither. */
  async #take(
    db: Database,
    deployment: number,
    { from, to, confirmed }: { from: number; to: number; confirmed: boolean },
  ): Promise<void> {
    const { chain, rewardStore, clock } = this.#deps;
    const last = confirmed ? await chain.getBlock({ blockNumber: BigInt(to) }) : undefined;
    const range = { fromBlock: BigInt(from), toBlock: BigInt(to) };
    const logs = await chain.getLogs({ address: rewardStore, ...range });
    const events = parseEventLogs({ abi: rewardStoreAbi, eventName: "ItemRedeemed", logs });
    // A reorganisation while they were asked for: the next turn sees it.
    if (last && (await chain.getBlock({ blockNumber: last.number })).hash !== last.hash) return;
    const updatedAt = clock.now();
    await db.transaction(async (tx) => {
      // What is not deep enough is told anew each time; nothing hangs on it.
      await tx
        .delete(storeOrders)
        .where(
          and(
            eq(storeOrders.deployment, deployment),
            eq(storeOrders.confirmed, false),
            isNull(storeOrders.recordId),
          ),
        );
      for (const { args, blockNumber } of events) {
        const { orderId, account, itemId, quantity } = args;
        await tx
          .insert(storeOrders)
          .values({
            deployment,
            orderId,
            account: account.toLowerCase(),
            itemId,
            quantity,
            block: Number(blockNumber),
            confirmed,
            updatedAt,
          })
          .onConflictDoUpdate({
            target: [
              storeOrders.deployment,
              storeOrders.orderId,
              storeOrders.account,
              storeOrders.itemId,
              storeOrders.quantity,
            ],
            set: { block: Number(blockNumber), confirmed, undone: false, updatedAt },
          });
      }
      if (last !== undefined) await this.#trail.remember(tx, deployment, { number: to, hash: last.hash });
    });
  }

  /**
   * Purchases that the chain gave up and has nowhere else. Codes that were only set aside go back; what was delivered, or may
   * have been, stays what it is.
   */
  async #releaseUndone(db: Database, deployment: number): Promise<void> {
    const gone = await db
      .select({ place: storeOrders.place })
      .from(storeOrders)
      .where(
        and(
          eq(storeOrders.deployment, deployment),
          eq(storeOrders.undone, true),
          isNull(storeOrders.deliveredAt),
          sql`not exists (select 1 from records where records.id = ${storeOrders.recordId})`,
        ),
      );
    for (const { place } of gone) {
      await db.transaction(async (tx) => {
        await tx
          .update(storeCodes)
          .set({ order: null })
          .where(and(eq(storeCodes.order, place), isNotNull(storeCodes.sealed)));
        await tx.delete(storeOrders).where(eq(storeOrders.place, place));
      });
    }
  }
}
