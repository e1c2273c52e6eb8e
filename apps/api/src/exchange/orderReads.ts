import { orderFlags } from "@qti/sdk";
import {
  type BookOrderJson,
  bookLimits,
  type ListOrdersQuery,
  type OrderBookJson,
  type OrderPageJson,
  type OrderSide,
} from "@qti/sdk/exchange/wire";
import { and, asc, desc, eq, gte, inArray, lt, ne, or, type SQL, sql } from "drizzle-orm";
import { type Address, zeroAddress } from "viem";
import type { Clock } from "../core/context.ts";
import { ProblemError } from "../core/problem.ts";
import type { Database, Queryable } from "../database/client.ts";
import { chainTime } from "./bookClock.ts";
import { findOrder } from "./orderWrites.ts";
import { price, priceKey, wanted } from "./pricing.ts";
import { toWire } from "./rows.ts";
import { orderEvents, orders } from "./tables.ts";

const defaultPageSize = 50;
/** A cursor is good for as long as somebody may take to turn a page. */
const cursorSeconds = 60 * 60;

export type OrderReadDeps = { db: Database; clock: Clock };

/** The newest change of the book that is committed. */
export async function lastPosition(tx: Queryable): Promise<number> {
  const [row] = await tx
    .select({ position: orderEvents.position })
    .from(orderEvents)
    .orderBy(desc(orderEvents.position))
    .limit(1);
  return row?.position ?? 0;
}

/** What is read inside belongs to one moment: `position` tells which changes are in it. */
function atOneMoment<answer>(
  { db, clock }: OrderReadDeps,
  read: (tx: Queryable, facts: { now: number; position: string }) => Promise<answer>,
): Promise<answer> {
  return db.transaction(
    async (tx) => {
      const position = String(await lastPosition(tx));
      return read(tx, { now: await chainTime(tx, clock), position });
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

/** One order, whatever became of it. @throws {@link ProblemError} `not-found` */
export async function readOrder({ db, clock }: OrderReadDeps, hash: string): Promise<BookOrderJson> {
  const row = await findOrder(db, hash);
  if (row === undefined) throw new ProblemError("not-found");
  return toWire(row, await chainTime(db, clock));
}

/** Can be taken now: judged so, and its window has not closed since. */
const isOpen = (now: number) => and(eq(orders.state, "open"), gte(orders.holdsUntil, now));

function inStates(text: string, now: number): SQL | undefined {
  const states = [...new Set(text.split(","))] as (typeof orders.$inferSelect)["state"][];
  return states.includes("open")
    ? or(isOpen(now), and(ne(orders.state, "open"), inArray(orders.state, states)))
    : inArray(orders.state, states);
}

/** One page of the orders that a query names. @throws {@link ProblemError} `invalid-input` */
export function listOrders(deps: OrderReadDeps, query: ListOrdersQuery): Promise<OrderPageJson> {
  const { asset, money, maker, taker, side, state, first = defaultPageSize } = query;
  const byPrice = (query.sort ?? (side === undefined ? "newest" : "price")) === "price";
  return atOneMoment(deps, async (tx, { now, position }) => {
    const order = byPrice ? priceOrder(side, now, query.after) : newestFirst(query.after);
    const rows = await tx
      .select({ row: orders, key: order.key })
      .from(orders)
      .where(
        and(
          asset === undefined ? undefined : eq(orders.asset, asset),
          money === undefined ? undefined : eq(orders.money, money),
          maker === undefined ? undefined : eq(orders.maker, maker),
          taker === undefined ? undefined : eq(orders.taker, taker),
          side === undefined ? undefined : eq(orders.side, side),
          state === undefined ? undefined : inStates(state, now),
          order.after,
        ),
      )
      .orderBy(...order.by)
      // One more than a page, to know whether there is a next one.
      .limit(first + 1);
    const shown = rows.slice(0, first);
    const last = shown.at(-1);
    return {
      items: shown.map(({ row }) => toWire(row, now)),
      nextCursor:
        rows.length > shown.length && last !== undefined ? order.cursor(last.key, last.row.place) : null,
      at: now,
      position,
    };
  });
}

/** How a list is sorted, and how it goes on after a cursor. */
type Sorting = {
  key: SQL<string>;
  by: SQL[];
  after: SQL | undefined;
  cursor: (key: string, place: number) => string;
};

function newestFirst(after: string | undefined): Sorting {
  const [place] = after === undefined ? [] : decodeCursor(/^newest_(\d{1,15})$/, after);
  return {
    key: sql<string>`''`,
    by: [desc(orders.place)],
    after: place === undefined ? undefined : lt(orders.place, Number(place)),
    cursor: (_, last) => encodeCursor("newest", last),
  };
}

/** Best price first; pages that follow keep the moment of the first, because prices of Dutch orders move. */
function priceOrder(side: OrderSide | undefined, now: number, after: string | undefined): Sorting {
  if (side === undefined) throw invalid("query.sort", "price needs a side");
  const [moment, last, place] =
    after === undefined ? [] : decodeCursor(/^price_(\d{1,12})_(\d{1,78})_(\d{1,15})$/, after);
  const at = moment === undefined ? now : Number(moment);
  if (Math.abs(now - at) > cursorSeconds) throw invalidCursor();
  const key = priceKey(side, at);
  const beyond = side === "ask" ? sql`>` : sql`<`;
  return {
    key,
    by: [side === "ask" ? asc(key) : desc(key), asc(orders.place)],
    after:
      last === undefined
        ? undefined
        : sql`(${key} ${beyond} ${last}::numeric or (${key} = ${last}::numeric and ${orders.place} > ${place}::bigint))`,
    cursor: (lastKey, lastPlace) => encodeCursor("price", at, lastKey, lastPlace),
  };
}

function encodeCursor(...parts: (string | number)[]): string {
  return Buffer.from(parts.join("_")).toString("base64url");
}

function decodeCursor(pattern: RegExp, text: string): string[] {
  const match = pattern.exec(Buffer.from(text, "base64url").toString("latin1"));
  if (match === null) throw invalidCursor();
  return match.slice(1);
}

const invalidCursor = () =>
  invalid("query.after", "expected the nextCursor of a page of this list, not older than an hour");

function invalid(field: string, message: string): ProblemError {
  return new ProblemError("invalid-input", { errors: [{ field, message }] });
}

/** What anybody could take of an asset for one money now, by price. */
export function readBook(
  deps: OrderReadDeps,
  { asset, money }: { asset: Address; money: Address },
): Promise<OrderBookJson> {
  return atOneMoment(deps, async (tx, { now, position }) => ({
    asset,
    money,
    asks: await levels(tx, "ask", asset, money, now),
    bids: await levels(tx, "bid", asset, money, now),
    at: now,
    position,
  }));
}

type Level = OrderBookJson["asks"][number];

/**
 * The offers of one side, best first, added up by price. What a maker promises several times it has only once: its better offers
 * count first, until nothing of what it has is left, and one that is all or nothing counts only as a whole. Rather too little
 * than too much: an offer that does not count still stands before the worse ones of its maker.
 */
async function levels(
  tx: Queryable,
  side: OrderSide,
  asset: Address,
  money: Address,
  now: number,
): Promise<Level[]> {
  const best = side === "ask" ? sql`asc` : sql`desc`;
  const given = sql`least(fillable, greatest(0, funds - promised))`;
  const taken = sql`div(wanted * ${given} + sell_amount - 1, sell_amount)`;
  const [shares, paid] = side === "ask" ? [given, taken] : [taken, given];
  const { rows } = await tx.execute<Level>(sql`
    select price::text, shares::text, money::text, orders::int,
      (sum(shares) over better)::text as "cumulativeShares", (sum(money) over better)::text as "cumulativeMoney"
    from (
      select price, sum(${shares}) as shares, sum(${paid}) as money, count(*) as orders
      from (
        select *, coalesce(sum(fillable) over (
          partition by maker order by price ${best}, place rows between unbounded preceding and 1 preceding
        ), 0) as promised
        from (
          select ${orders.maker}, ${orders.place}, ${orders.flags}, ${orders.fillable}, ${orders.funds}, ${orders.sellAmount},
            ${price(side, now)} as price, ${wanted(now)} as wanted
          from ${orders}
          where ${and(
            eq(orders.asset, asset),
            eq(orders.money, money),
            eq(orders.side, side),
            eq(orders.taker, zeroAddress),
            isOpen(now),
          )}
        ) as offers
      ) as promises
      where promised < funds and (flags & ${orderFlags.partial} = ${orderFlags.partial} or promised + fillable <= funds)
      group by price
    ) as levels
    window better as (order by price ${best})
    -- By the number: the bare name is that of the text above.
    order by levels.price ${best}
    limit ${bookLimits.levels}
  `);
  return rows;
}
