import { type SQL, sql } from "drizzle-orm";
import { orders } from "./tables.ts";

/*
 * The arithmetic of `priceAt` and `buyAmountAt` once more, in exact numerics of the database, so that it can sort and add up.
 * A test holds the two against each other.
 */

/** Quotient rounded up; both are positive. */
const divideUp = (dividend: SQL, divisor: SQL | typeof orders.sellAmount): SQL =>
  sql`div(${dividend} + ${divisor} - 1, ${divisor})`;

/** What the maker wants for all of its `sell_amount` at the chain's time `now`. */
export function wanted(now: number): SQL {
  const since = sql`mod(${now}::bigint - ${orders.start}, coalesce(nullif(${orders.interval}, 0), ${orders.endsAt} + 1))`;
  const elapsed = sql`case
    when ${now}::bigint > ${orders.endsAt}
      then ${orders.endsAt} - ${orders.start} - (${orders.count} - 1) * ${orders.interval}
    when ${now}::bigint < ${orders.start} or ${since} > ${orders.duration} then 0
    else ${since}
  end`;
  return sql`(${orders.buyStart} - div((${orders.buyStart} - ${orders.buyEnd}) * ${elapsed}, ${orders.duration}))`;
}

/** By what asks are sorted upwards, and bids downwards: the price to 36 digits after the point. */
export function priceKey(side: "ask" | "bid", now: number): SQL<string> {
  return side === "ask"
    ? sql`div(${wanted(now)} * 1e36::numeric, ${orders.sellAmount})`
    : sql`div(${orders.sellAmount} * 1e36::numeric, ${wanted(now)})`;
}

/** Money units for one share, as `priceAt` has it. */
export function price(side: "ask" | "bid", now: number): SQL {
  return side === "ask"
    ? divideUp(sql`${wanted(now)} * 1e18::numeric`, orders.sellAmount)
    : sql`div(${orders.sellAmount} * 1e18::numeric, ${wanted(now)})`;
}
