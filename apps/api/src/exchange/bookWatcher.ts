import type { Logger } from "@qti/service/logger";
import {
  and,
  asc,
  desc,
  eq,
  gt,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  notInArray,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Pool } from "pg";
import type { Address } from "viem";
import { hardhat } from "viem/chains";
import { type ChainClient, WrongChainError } from "../core/chain.ts";
import type { Clock } from "../core/context.ts";
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
/** Blocks that are remembered, to see how far a reorganisation reaches. */
const rememberedBlocks = 128;
/** Orders whose verdicts are written at once. */
const writeSize = 40;

export type BookWatcherDeps = {
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

  constructor(deps: BookWatcherDeps) {
    this.#deps = deps;
    this.#judge = new Judge({ chain: deps.chain, ...deps.contracts });
  }

  /** Brings the book up to the newest block. Answers with the orders asked about, or undefined when another process does it. */
  turn(signal?: AbortSignal): Promise<number | undefined> {
    return exclusively(this.#deps.pool, watchLock, (db) => this.#work(db, signal));
  }

  async #work(db: Database, signal: AbortSignal | undefined): Promise<number> {
    const { chain, clock } = this.#deps;
    const moment = await momentOf(chain);
    await noteChainTime(db, clock, moment);
    const past = (await this.#past(db, moment)) ?? (await this.#beginAgain(db, moment));
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
    await this.#remember(db, past, moment);
    return hashes.length;
  }

  /** What of the blocks that are remembered the chain still has. Undefined when its first block is another than it was. */
  async #past(db: Database, moment: Moment): Promise<Past | undefined> {
    const known = await db
      .select()
      .from(bookBlocks)
      .orderBy(desc(bookBlocks.number))
      .limit(rememberedBlocks + 1);
    for (const block of known) {
      if (BigInt(block.number) > moment.number) continue;
      if (await this.#stands(block, moment)) {
        return { common: block.number, continued: block.number === known[0]?.number };
      }
    }
    if (known.at(-1)?.number === 0) return undefined;
    return { common: undefined, continued: known.length === 0 };
  }

  /**
   * A development chain that starts again has the same id, and its contracts the same addresses: nothing in an order says that it
   * was signed for the one before, so the book is emptied. On any other network a wrong first block is a node that is on the
   * wrong chain or lies, and nothing is lost for it.
   */
  async #beginAgain(db: Database, moment: Moment): Promise<Past> {
    const { chain, clock, log } = this.#deps;
    if (chain.chain.id !== hardhat.id) throw new WrongChainError();
    const gone = await db.transaction(async (tx) => {
      await tx.delete(bookBlocks);
      return clearBook(tx, moment, clock.now());
    });
    log.warn({ orders: gone }, "the development chain started again; the orders of the one before are gone");
    return { common: undefined, continued: true };
  }

  async #stands({ number, hash }: { number: number; hash: string }, moment: Moment): Promise<boolean> {
    if (BigInt(number) === moment.number) return hash === moment.hash;
    const block = await this.#deps.chain.getBlock({ blockNumber: BigInt(number) });
    return block.hash === hash;
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
  async #remember(db: Database, { common, continued }: Past, moment: Moment): Promise<void> {
    const number = Number(moment.number);
    if (continued && common === number) return;
    const { chain } = this.#deps;
    const block = await chain.getBlock({ blockNumber: moment.number });
    if (block.hash !== moment.hash) return;
    const remembered = [{ number, hash: moment.hash }];
    // The first block is never forgotten: it tells one chain from another.
    if ((await db.$count(bookBlocks, eq(bookBlocks.number, 0))) === 0) {
      const { hash } = await chain.getBlock({ blockNumber: 0n });
      remembered.push({ number: 0, hash });
    }
    await db.transaction(async (tx) => {
      await tx.delete(bookBlocks).where(gt(bookBlocks.number, common ?? -1));
      // It may have gone back to one that is remembered.
      await tx.insert(bookBlocks).values(remembered).onConflictDoNothing();
      const newest = tx
        .select({ number: bookBlocks.number })
        .from(bookBlocks)
        .orderBy(desc(bookBlocks.number))
        .limit(rememberedBlocks);
      await tx.delete(bookBlocks).where(and(notInArray(bookBlocks.number, newest), ne(bookBlocks.number, 0)));
    });
  }
}

/** The newest remembered block that the chain still has, and whether it is the newest that is remembered. */
type Past = { common: number | undefined; continued: boolean };

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
