import { isBid, type Order, orderIssues } from "@qti/sdk";
import type { BookOrderJson } from "@qti/sdk/exchange/wire";
import type { Address, Hash, Hex } from "viem";
import type { SignedOrder } from "./judge.ts";
import type { orders } from "./tables.ts";
import type { Verdict } from "./verdict.ts";
import { endOf, nextWindow, termsAt } from "./windows.ts";

export type OrderRow = typeof orders.$inferSelect;

/** The order as its maker signed it. */
export function orderOf(row: OrderRow): Order {
  return {
    maker: row.maker as Address,
    taker: row.taker as Address,
    asset: row.asset as Address,
    money: row.money as Address,
    sellAmount: row.sellAmount,
    buyStart: row.buyStart,
    buyEnd: row.buyEnd,
    start: row.start,
    duration: row.duration,
    interval: row.interval,
    count: row.count,
    flags: row.flags,
    epoch: row.epoch,
    salt: row.salt,
  };
}

export function signedOf(row: OrderRow): SignedOrder {
  return { hash: row.hash as Hash, order: orderOf(row), signature: row.signature as Hex };
}

/** What never changes of a row. */
export function columnsOf({ hash, order, signature }: SignedOrder) {
  const side: OrderRow["side"] = isBid(order) ? "bid" : "ask";
  return { hash, ...order, signature, side, endsAt: endOf(order) };
}

/** What a verdict writes into a row. */
export function verdictColumns(verdict: Verdict) {
  return { ...verdict, issue: orderIssues.indexOf(verdict.issue) };
}

/** The state at the chain's time `now`: a window that closed a moment ago offers nothing, also before the watcher saw it. */
function stateAt(row: OrderRow, now: number): Pick<OrderRow, "state" | "issue" | "refusal" | "fillable"> {
  if (row.state !== "open" || now <= (row.holdsUntil ?? 0)) return row;
  const over = now > row.endsAt;
  return {
    state: over ? "expired" : "waiting",
    issue: orderIssues.indexOf(over ? "expired" : "betweenWindows"),
    refusal: 0,
    fillable: 0n,
  };
}

/** The order in JSON, with its price at the chain's time `now`. Written out: the schema's encoder checks what we know. */
export function toWire(row: OrderRow, now: number): BookOrderJson {
  const order = orderOf(row);
  const { state, issue, refusal, fillable } = stateAt(row, now);
  const soldOut = orderIssues[issue] === "filled" ? row.filledWindow + 1 : 0;
  const window = row.holdsUntil === null ? undefined : nextWindow(order, now, soldOut);
  const index = window?.window ?? order.count - 1;
  const { wanted, price } = termsAt(order, now);
  return {
    hash: row.hash,
    order: {
      ...order,
      sellAmount: order.sellAmount.toString(),
      buyStart: order.buyStart.toString(),
      buyEnd: order.buyEnd.toString(),
      epoch: order.epoch.toString(),
      salt: order.salt.toString(),
    },
    signature: row.signature,
    side: row.side,
    state,
    issue: orderIssues[issue] ?? "invalid",
    refusal,
    price: price.toString(),
    fillable: fillable.toString(),
    wanted: divideUp(wanted * fillable, order.sellAmount).toString(),
    filled: (row.filledWindow === index ? row.filled : 0n).toString(),
    window: index,
    opensAt: window?.opensAt ?? 0,
    closesAt: window?.closesAt ?? 0,
    endsAt: row.endsAt,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

const divideUp = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor;
