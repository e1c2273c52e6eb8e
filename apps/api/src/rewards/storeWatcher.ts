import { rewardStoreAbi } from "@qti/sdk/abis";
import type { Logger } from "@qti/service/logger";
import { and, desc, eq, gt, isNotNull, isNull, ne, notInArray, sql } from "drizzle-orm";
import type { Pool } from "pg";
import { type Address, type Hash, parseEventLogs } from "viem";
import { hardhat } from "viem/chains";
import { type ChainClient, WrongChainError } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import type { Database } from "../database/client.ts";
import { exclusively } from "../database/exclusive.ts";
import type { StoreDelivery } from "./storeDelivery.ts";
import { storeBlocks, storeCodes, storeOrders } from "./storeTables.ts";

/** "qti5" in ASCII: whoever holds it is the one process that delivers. */
const deliveryLock = 0x71746935;
/** Blocks whose events are asked for at once. */
const searchedBlocks = 2_000;
/** Blocks that are remembered, to see how far a reorganisation reaches. */
const rememberedBlocks = 128;

export type StoreWatcherDeps = {
  pool: Pool;
  chain: ChainClient;
  rewardStore: Address;
  delivery: StoreDelivery;
  clock: Clock;
  log: Logger;
  /** Blocks, its own included, after which a purchase is delivered: what is given cannot be taken back. */
  confirmations: number;
  /** Block in which the store was deployed, or an earlier one. */
  fromBlock: number;
};

/** Where the chain stands. */
type Head = { number: number; hash: Hash };

/**
 * Follows the store's purchases on the chain and has them delivered. Any number of processes may run one: at each turn one of
 * them works. The block that was reached is written down with the purchases up to it, so a turn that is cut off is done again.
 */
export class StoreWatcher {
  readonly #deps: StoreWatcherDeps;
  /** Head up to which everything was looked at. */
  #seen: Hash | undefined;

  constructor(deps: StoreWatcherDeps) {
    this.#deps = deps;
  }

  /** Takes over new purchases and delivers what can be delivered. Answers undefined when another process does it. */
  turn(signal?: AbortSignal): Promise<true | undefined> {
    return exclusively(this.#deps.pool, deliveryLock, async (db) => {
      await this.#follow(db, signal);
      if (!signal?.aborted) await this.#deps.delivery.turn(db, signal);
      return true as const;
    });
  }

  async #follow(db: Database, signal: AbortSignal | undefined): Promise<void> {
    const { chain, confirmations } = this.#deps;
    const latest = await chain.getBlock();
    const head: Head = { number: Number(latest.number), hash: latest.hash };
    let reached = await this.#reached(db, head);
    const confirmed = head.number - confirmations + 1;
    while (reached < confirmed) {
      if (signal?.aborted) return;
      const to = Math.min(reached + searchedBlocks, confirmed);
      await this.#take(db, { from: reached + 1, to, confirmed: true });
      reached = to;
    }
    if (head.hash === this.#seen) return;
    await this.#releaseUndone(db);
    const from = Math.max(reached + 1, head.number - searchedBlocks);
    if (from <= head.number) await this.#take(db, { from, to: head.number, confirmed: false });
    this.#seen = head.hash;
  }

  /**
   * The block up to which purchases were taken over. Where the chain gave up blocks, those in later ones than it still has are
   * undone; most of them will be found again in other blocks, and are then the same orders.
   */
  async #reached(db: Database, head: Head): Promise<number> {
    const { log, clock, fromBlock } = this.#deps;
    const known = await db.select().from(storeBlocks).orderBy(desc(storeBlocks.number));
    if (known.length === 0) await this.#beginOn(db);
    for (const block of known) {
      if (!(await this.#stands(block, head))) continue;
      if (block.number !== known[0]?.number) {
        log.warn({ common: block.number, head: head.number }, "the chain gave up confirmed blocks");
        await db.transaction(async (tx) => {
          await tx
            .update(storeOrders)
            .set({ undone: true, updatedAt: clock.now() })
            .where(gt(storeOrders.block, block.number));
          await tx.delete(storeBlocks).where(gt(storeBlocks.number, block.number));
        });
      }
      return Math.max(block.number, fromBlock - 1);
    }
    if (known.length > 0) await this.#beginOn(db, { again: true });
    return fromBlock - 1;
  }

  /**
   * A development chain that starts again has the same id, and its contracts the same addresses: purchases and codes of the
   * one before mean nothing on it. On any other network a wrong first block is a node that is on the wrong chain or lies.
   */
  async #beginOn(db: Database, { again = false } = {}): Promise<void> {
    const { chain, log } = this.#deps;
    if (again && chain.chain.id !== hardhat.id) throw new WrongChainError();
    const { hash } = await chain.getBlock({ blockNumber: 0n });
    await db.transaction(async (tx) => {
      if (again) {
        await tx.delete(storeBlocks);
        await tx.delete(storeCodes);
        await tx.delete(storeOrders);
        log.warn("the development chain started again; purchases and codes of the one before are gone");
      }
      await tx.insert(storeBlocks).values({ number: 0, hash }).onConflictDoNothing();
    });
  }

  async #stands({ number, hash }: { number: number; hash: string }, head: Head): Promise<boolean> {
    if (number > head.number) return false;
    if (number === head.number) return hash === head.hash;
    return (await this.#deps.chain.getBlock({ blockNumber: BigInt(number) })).hash === hash;
  }

  /** Takes over the purchases of some blocks, and where they are confirmed, that these blocks are done: both or neither. */
  async #take(
    db: Database,
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
      await tx.delete(storeOrders).where(and(eq(storeOrders.confirmed, false), isNull(storeOrders.recordId)));
      for (const { args, blockNumber } of events) {
        const { orderId, account, itemId, quantity } = args;
        await tx
          .insert(storeOrders)
          .values({
            orderId,
            account: account.toLowerCase(),
            itemId,
            quantity,
            block: Number(blockNumber),
            confirmed,
            updatedAt,
          })
          .onConflictDoUpdate({
            target: [storeOrders.orderId, storeOrders.account, storeOrders.itemId, storeOrders.quantity],
            set: { block: Number(blockNumber), confirmed, undone: false, updatedAt },
          });
      }
      if (last === undefined) return;
      await tx
        .insert(storeBlocks)
        .values({ number: to, hash: last.hash })
        .onConflictDoUpdate({ target: storeBlocks.number, set: { hash: last.hash } });
      const newest = tx
        .select({ number: storeBlocks.number })
        .from(storeBlocks)
        .orderBy(desc(storeBlocks.number))
        .limit(rememberedBlocks);
      await tx
        .delete(storeBlocks)
        .where(and(notInArray(storeBlocks.number, newest), ne(storeBlocks.number, 0)));
    });
  }

  /**
   * Purchases that the chain gave up and has nowhere else. Codes that were only set aside go back; what was delivered, or may
   * have been, stays what it is.
   */
  async #releaseUndone(db: Database): Promise<void> {
    const gone = await db
      .select({ place: storeOrders.place })
      .from(storeOrders)
      .where(
        and(
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
