import type { Logger } from "@qti/service/logger";
import { and, asc, gt, inArray, isNotNull, isNull, lt, ne, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import type { Address } from "viem";
import { BlockTrail, type Past, type TrailBlock } from "../core/blockTrail.ts";
import type { ChainClient } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
import { Deployment } from "../core/deployment.ts";
import type { Database } from "../database/client.ts";
import { exclusively } from "../database/exclusive.ts";
import { noteChainTime } from "./bookClock.ts";
import { chainChanges, type Interest, type Touched, untouched } from "./chainChanges.ts";
import { Judge } from "./judge.ts";
import type { ExchangeContracts } from "./market.ts";
import { type Moment, momentOf } from "./moment.ts";
import { clearBook, writeVerdicts } from "./orderWrites.ts";
import { signedOf } from "./rows.ts";
import { bookBlocks, orders } from "./tables.ts";

/** "qti4" in ASCII: whoever holds it is the one process that watches. */
const watchLock = 0x71746934;

/** Every live order is asked about at least this often: not everything that changes one leaves a trace in an event. */
const sweepMs = 60_000;
/** Orders of one turn for which only time is the reason. */
const sweepSize = 400;
/** More blocks than these are not searched for events: asking about every order is less. */
const searchedBlocks = 500n;
/** Orders whose verdicts are written at once. */
const writeSize = 40;

export type BookWatcherDeps = {
  db: Database;
  pool: Pool;
  chain: ChainClient;
  contracts: ExchangeContracts;
  clock: Clock;
  log: Logger;
};

/**
 * Keeps the book true to the chain. Any number of processes may run one: at each turn one of them works. A turn that is cut off
 * is done again, because the block that it reached is written down last, and every verdict comes from the chain's state and
 * never from counting events.
 */
export class BookWatcher {
  readonly #deps: BookWatcherDeps;
  readonly #judge: Judge;
  readonly #deployment: Deployment;
  readonly #trail: BlockTrail;

  constructor(deps: BookWatcherDeps) {
    this.#deps = deps;
    this.#judge = new Judge({ chain: deps.chain, ...deps.contracts });
    // Of the chain alone: an order says for which exchange it was signed.
    this.#deployment = new Deployment(deps, []);
    this.#trail = new BlockTrail(deps.chain, bookBlocks);
  }

  /** Brings the book up to the newest block. Answers with the orders asked about, or undefined when another process does it. */
  turn(signal?: AbortSignal): Promise<number | undefined> {
    return exclusively(this.#deps.pool, watchLock, (db) => this.#work(db, signal));
  }

  async #work(db: Database, signal: AbortSignal | undefined): Promise<number> {
    const { chain, clock } = this.#deps;
    const [moment, deployment] = await Promise.all([momentOf(chain), this.#deployment.current()]);
    await noteChainTime(db, clock, moment);
    await this.#clearOfOthers(db, deployment, moment);
    const past = await this.#trail.retrace(db, deployment, blockOf(moment));
    const touched = await this.#touched(db, past, moment);
    const hashes = await this.#select(db, past, touched, moment);
    for (let from = 0; from < hashes.length; from += writeSize) {
      if (signal?.aborted) return from;
      const rows = await db
        .select()
        .from(orders)
        .where(inArray(orders.hash, hashes.slice(from, from + writeSize)));
      const judged = await this.#judge.judge(rows.map(signedOf), moment);
      await db.transaction((tx) => writeVerdicts(tx, judged, moment, clock.now()));
    }
    await this.#remember(db, deployment, past, moment);
    return hashes.length;
  }

  /**
   * A development chain that starts again has the same id, and its contracts the same addresses: nothing in an order says that it
   * was signed for the one before, so the book is emptied.
   */
  async #clearOfOthers(db: Database, deployment: number, moment: Moment): Promise<void> {
    const { clock, log } = this.#deps;
    const others = ne(bookBlocks.deployment, deployment);
    if ((await db.$count(bookBlocks, others)) === 0) return;
    const gone = await db.transaction(async (tx) => {
      await tx.delete(bookBlocks).where(others);
      return clearBook(tx, moment, clock.now());
    });
    log.warn({ orders: gone }, "the development chain started again; the orders of the one before are gone");
  }

  /** Where to look. */
  async #touched(db: Database, { common, continued }: Past, moment: Moment): Promise<Touched> {
    const { chain, contracts, log } = this.#deps;
    const all = { ...untouched(), everything: true };
    if (common === undefined) return all;
    if (!continued) {
      log.warn(
        { common, block: Number(moment.number) },
        "the chain gave up blocks; every order is asked about again",
      );
      return all;
    }
    const fromBlock = BigInt(common) + 1n;
    if (fromBlock > moment.number) return untouched();
    if (moment.number - fromBlock > searchedBlocks) return all;
    const interest = await interestOf(db);
    if (interest.makers.length === 0) return untouched();
    try {
      return await chainChanges(chain, contracts, interest, { fromBlock, toBlock: moment.number });
    } catch (error) {
      // Nodes bound how much they answer, and whoever moves money to and fro in one block can exceed that. If the node is gone,
      // the first question about an order says so.
      log.warn({ err: error }, "the node does not say what happened; every order is asked about again");
      return all;
    }
  }

  /** The orders to ask about. */
  async #select(
    db: Database,
    { common, continued }: Past,
    touched: Touched,
    moment: Moment,
  ): Promise<string[]> {
    const live = isNotNull(orders.holdsUntil);
    const affected = touched.everything
      ? live
      : and(
          live,
          or(
            isOneOf(orders.hash, touched.hashes),
            isOneOf(orders.maker, touched.makers),
            isOneOf(orders.asset, touched.assets),
            isOneOf(orders.money, touched.moneys),
          ),
        );
    const rows = await db.select({ hash: orders.hash }).from(orders).where(affected).orderBy(orders.place);
    const undone = continued
      ? []
      : await db
          .select({ hash: orders.hash })
          .from(orders)
          .where(and(isNull(orders.holdsUntil), gt(orders.judgedBlock, common ?? -1)));
    const sooner = new Date(this.#deps.clock.now().getTime() - sweepMs);
    const due = await db
      .select({ hash: orders.hash })
      .from(orders)
      .where(and(live, or(lt(orders.holdsUntil, moment.now), lt(orders.judgedAt, sooner))))
      .orderBy(asc(orders.judgedAt))
      .limit(sweepSize);
    return [...new Set([...rows, ...undone, ...due].map(({ hash }) => hash))];
  }

  /** Writes down how far the book was brought, unless the block is none of the chain's any more. */
  async #remember(
    db: Database,
    deployment: number,
    { common, continued }: Past,
    moment: Moment,
  ): Promise<void> {
    const reached = blockOf(moment);
    if (continued && common === reached.number) return;
    const block = await this.#deps.chain.getBlock({ blockNumber: moment.number });
    if (block.hash !== moment.hash) return;
    await db.transaction(async (tx) => {
      await this.#trail.cut(tx, deployment, common);
      await this.#trail.remember(tx, deployment, reached);
    });
  }
}

const blockOf = ({ number, hash }: Moment): TrailBlock => ({ number: Number(number), hash });

/** As one parameter, however many there are. */
function isOneOf(column: PgColumn, values: ReadonlySet<string>): SQL | undefined {
  return sql`${column} = any(${sql.param([...values])}::text[])`;
}

/** What live orders are about. */
async function interestOf(db: Database): Promise<Interest> {
  const rows = await db
    .selectDistinct({ maker: orders.maker, asset: orders.asset, money: orders.money })
    .from(orders)
    .where(isNotNull(orders.holdsUntil));
  return {
    makers: [...new Set(rows.map(({ maker }) => maker as Address))],
    assets: [...new Set(rows.map(({ asset }) => asset as Address))],
    moneys: [...new Set(rows.map(({ money }) => money as Address))],
  };
}
