import type { Logger } from "@qti/service/logger";
import { and, asc, eq, gt, lte, min } from "drizzle-orm";
import { Client } from "pg";
import type { Database } from "../database/client.ts";
import { lastPosition } from "./orderReads.ts";
import { eventsChannel } from "./orderWrites.ts";
import { orderEvents } from "./tables.ts";

type OrderEvent = typeof orderEvents.$inferSelect;

export type EventFilter = { [field in "asset" | "money" | "maker" | "side"]?: OrderEvent[field] | undefined };

/** How often it is looked without having been told, in case that what tells was broken for a moment. */
const lookEveryMs = 2_000;
/** Events kept in memory, so that a thousand streams do not each ask the database for the newest one. */
const kept = 512;
/** Events that one stream takes at once. */
const pageSize = 64;

export type OrderFeedDeps = { db: Database; databaseUrl: string; log: Logger };

/**
 * Follows the changes of the book, whichever process makes them, and lets any number of streams read on from where they are.
 * A stream has no queue: a slow one lags, and reads from the database what is no longer in memory.
 */
export class OrderFeed {
  readonly #deps: OrderFeedDeps;
  readonly #closing = new AbortController();
  /** The newest events, without a gap between them: all after the position `#since` up to `#last`. */
  #recent: OrderEvent[] = [];
  #since = 0;
  #last = 0;
  readonly #waiting = new Set<() => void>();
  #looking: Promise<void> | undefined;
  #again = false;
  #listener: Client | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(deps: OrderFeedDeps) {
    this.#deps = deps;
  }

  /** Aborted when the feed closes: streams end then, so that the server can stop. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Position of the newest event that is known. */
  get last(): number {
    return this.#last;
  }

  /** Calls `wake` at every piece of news, until what it answers with is called. */
  onNews(wake: () => void): () => void {
    this.#waiting.add(wake);
    return () => void this.#waiting.delete(wake);
  }

  /** Starts to follow. */
  async start(): Promise<void> {
    this.#since = await lastPosition(this.#deps.db);
    this.#last = this.#since;
    this.#timer = setInterval(() => this.#tick(), lookEveryMs);
    await this.#listen();
    // What was committed before it listened.
    await this.#look();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    clearInterval(this.#timer);
    await this.#looking;
    await this.#listener?.end().catch(() => undefined);
  }

  /**
   * Where a stream begins that asks to go on after `wanted`, or from now on. `lost` when changes since then are no longer known, or
   * the position is none of this database.
   */
  async begin(wanted: number | undefined): Promise<{ position: number; lost: boolean }> {
    // What was committed a moment ago, here or by another process, may not have been seen yet: it is behind who asks from now on.
    if (wanted === undefined || wanted > this.#last) await this.#look();
    if (wanted === undefined) return { position: this.#last, lost: false };
    if (wanted > this.#last) return { position: this.#last, lost: true };
    if (wanted >= this.#since) return { position: wanted, lost: false };
    const [oldest] = await this.#deps.db.select({ position: min(orderEvents.position) }).from(orderEvents);
    const lost = oldest?.position == null || oldest.position > wanted + 1;
    return { position: lost ? this.#last : wanted, lost };
  }

  /** What comes after a position, and the position after that; at most a page of it. */
  async read(position: number, filter: EventFilter): Promise<{ events: OrderEvent[]; position: number }> {
    if (position >= this.#since) return this.#readRecent(position, filter);
    const upTo = this.#last;
    const { asset, money, maker, side } = filter;
    const events = await this.#deps.db
      .select()
      .from(orderEvents)
      .where(
        and(
          gt(orderEvents.position, position),
          lte(orderEvents.position, upTo),
          asset === undefined ? undefined : eq(orderEvents.asset, asset),
          money === undefined ? undefined : eq(orderEvents.money, money),
          maker === undefined ? undefined : eq(orderEvents.maker, maker),
          side === undefined ? undefined : eq(orderEvents.side, side),
        ),
      )
      .orderBy(asc(orderEvents.position))
      .limit(pageSize);
    return { events, position: events.length < pageSize ? upTo : (events.at(-1)?.position ?? upTo) };
  }

  #readRecent(position: number, filter: EventFilter): { events: OrderEvent[]; position: number } {
    const fields = Object.entries(filter).filter(([, value]) => value !== undefined) as [
      keyof EventFilter,
      string,
    ][];
    const events: OrderEvent[] = [];
    for (const event of this.#recent) {
      if (event.position <= position || fields.some(([field, value]) => event[field] !== value)) continue;
      events.push(event);
      if (events.length === pageSize) return { events, position: event.position };
    }
    return { events, position: this.#last };
  }

  #tick(): void {
    if (this.#listener === undefined) void this.#listen();
    void this.#look();
  }

  /** Has the database tell. A connection that breaks is made anew at the next tick. */
  async #listen(): Promise<void> {
    const listener = new Client({
      connectionString: this.#deps.databaseUrl,
      application_name: "qti-api-listen",
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    this.#listener = listener;
    const gone = () => {
      if (this.#listener === listener) this.#listener = undefined;
    };
    listener.on("error", gone);
    listener.on("end", gone);
    listener.on("notification", () => void this.#look());
    try {
      await listener.connect();
      await listener.query(`listen ${eventsChannel}`);
    } catch (error) {
      gone();
      this.#deps.log.warn({ err: error }, "cannot hear of changes of the book; looks for them instead");
    }
  }

  /** Takes what is new. Asked while it does, it looks once more. */
  #look(): Promise<void> {
    if (this.#looking !== undefined) {
      this.#again = true;
      return this.#looking;
    }
    this.#looking = this.#take().catch((error: unknown) => {
      this.#deps.log.warn({ err: error }, "changes of the book cannot be read");
    });
    return this.#looking;
  }

  async #take(): Promise<void> {
    try {
      do {
        this.#again = false;
        const events = await this.#deps.db
          .select()
          .from(orderEvents)
          .where(gt(orderEvents.position, this.#last))
          .orderBy(asc(orderEvents.position))
          .limit(kept);
        const last = events.at(-1);
        if (last === undefined) continue;
        this.#recent = [...this.#recent, ...events];
        this.#last = last.position;
        const dropped = this.#recent.splice(0, this.#recent.length - kept).at(-1);
        if (dropped !== undefined) this.#since = dropped.position;
        for (const wake of this.#waiting) wake();
        if (events.length === kept) this.#again = true;
      } while (this.#again && !this.#closing.signal.aborted);
    } finally {
      // At once: who asks from here on would be answered by a look that is over.
      this.#looking = undefined;
    }
  }
}
