import type { BookOrderJson } from "@qti/sdk/exchange/wire";
import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, smallint, text } from "drizzle-orm/pg-core";
import { blockTrailTable } from "../core/deploymentTables.ts";
import { amount, time, whole } from "../database/columns.ts";

/** Every order that was accepted, as it was signed, with what the chain last said of it. */
export const orders = pgTable(
  "orders",
  {
    hash: text("hash").primaryKey(),
    /** The order in which they came: of two at one price, the one that was here first. */
    place: whole("place").generatedAlwaysAsIdentity(),
    maker: text("maker").notNull(),
    taker: text("taker").notNull(),
    asset: text("asset").notNull(),
    money: text("money").notNull(),
    sellAmount: amount("sell_amount").notNull(),
    buyStart: amount("buy_start").notNull(),
    buyEnd: amount("buy_end").notNull(),
    start: whole("start").notNull(),
    duration: whole("duration").notNull(),
    interval: whole("interval").notNull(),
    count: integer("count").notNull(),
    flags: smallint("flags").notNull(),
    epoch: amount("epoch").notNull(),
    salt: amount("salt").notNull(),
    signature: text("signature").notNull(),
    side: text("side", { enum: ["ask", "bid"] }).notNull(),
    /** The last second of the last window. */
    endsAt: whole("ends_at").notNull(),

    state: text("state", {
      enum: ["open", "waiting", "unfillable", "filled", "cancelled", "expired"],
    }).notNull(),
    /** Number of the quoter's reason, and of the asset's own behind it. */
    issue: smallint("issue").notNull(),
    refusal: smallint("refusal").notNull(),
    /** Units of the sell side that can be taken now. */
    fillable: amount("fillable").notNull(),
    /** Units of the sell side that were sold in the window that was filled last. */
    filled: amount("filled").notNull(),
    filledWindow: whole("filled_window").notNull(),
    /** Units of the sell side that the maker had, and let the exchange move, for all of its orders together. */
    funds: amount("funds").notNull().default(sql`0`),
    /** Until when, by the chain's clock, the verdict holds if nothing else happens. Null: for ever, because it has ended. */
    holdsUntil: whole("holds_until"),
    /** Block whose state was asked, and when. */
    judgedBlock: whole("judged_block").notNull(),
    judgedAt: time("judged_at").notNull(),
    createdAt: time("created_at").notNull(),
    updatedAt: time("updated_at").notNull(),
  },
  (table) => [
    index("orders_book").on(table.asset, table.money, table.side).where(sql`${table.state} = 'open'`),
    index("orders_maker").on(table.maker, table.place),
    index("orders_asset").on(table.asset, table.place),
    index("orders_place").on(table.place),
    // What the watcher looks for, each turn: nothing of it is in the many orders that have ended.
    index("orders_holds_until").on(table.holdsUntil).where(sql`${table.holdsUntil} is not null`),
    index("orders_judged_at").on(table.judgedAt).where(sql`${table.holdsUntil} is not null`),
    // What a reorganisation may undo, and what is forgotten one day.
    index("orders_ended").on(table.judgedBlock).where(sql`${table.holdsUntil} is null`),
    check(
      "orders_ended_for_ever",
      sql`(${table.holdsUntil} is null) = (${table.state} in ('filled', 'cancelled', 'expired'))`,
    ),
  ],
);

/** Changes of the book in the order in which they were committed; streams read it, whichever process wrote it. */
export const orderEvents = pgTable(
  "order_events",
  {
    position: whole("position").primaryKey().generatedAlwaysAsIdentity(),
    name: text("name", { enum: ["added", "changed", "removed"] }).notNull(),
    asset: text("asset").notNull(),
    money: text("money").notNull(),
    maker: text("maker").notNull(),
    side: text("side", { enum: ["ask", "bid"] }).notNull(),
    /** The order as it was after the change. */
    data: jsonb("data").$type<BookOrderJson>().notNull(),
    createdAt: time("created_at").notNull(),
  },
  (table) => [index("order_events_created_at").on(table.createdAt)],
);

/** Blocks up to which the book was brought. */
export const bookBlocks = blockTrailTable("book_blocks");

/** One row: how far the chain's clock is from ours, so that every process prices orders at the same moment. */
export const bookClock = pgTable(
  "book_clock",
  {
    only: boolean("only").primaryKey().default(true),
    /** Seconds that the chain's next block would be ahead of the clock of whoever looked. */
    ahead: integer("ahead").notNull(),
  },
  (table) => [check("book_clock_one_row", sql`${table.only}`)],
);
