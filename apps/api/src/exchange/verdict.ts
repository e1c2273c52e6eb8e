import type { Order, OrderIssue } from "@qti/sdk";
import type { BookState } from "@qti/sdk/exchange/wire";
import { lastSecond, nextWindow } from "./windows.ts";

/** What the chain says of an order. */
export type Answer = {
  issue: OrderIssue;
  refusal: number;
  /** Units of the sell side that can be taken now. */
  sellAmount: bigint;
  /** Units that were sold in the window that was filled last, and its number. */
  filled: bigint;
  filledWindow: number;
  /** Units of what it sells that its maker has and the exchange may move; all orders of the maker share them. 0 unless something can be taken. */
  funds: bigint;
};

/** What the book makes of it. */
export type Verdict = {
  state: BookState;
  issue: OrderIssue;
  refusal: number;
  fillable: bigint;
  filled: bigint;
  filledWindow: number;
  funds: bigint;
  /** Until when, by the chain's clock, it holds if nothing else happens. Null: for ever. */
  holdsUntil: number | null;
};

/** Reasons that are about time alone: the quoter looks no further while it sees one of them. */
const closed: ReadonlySet<OrderIssue> = new Set(["notYet", "betweenWindows", "expired", "filled"]);

/** Turns an answer of the chain into a verdict at the chain's time `now`, which may be later than the block that was asked. */
export function verdictOf(order: Order, answer: Answer, now: number): Verdict {
  const { issue, refusal, filled, filledWindow, funds, sellAmount } = answer;
  const known = { issue, refusal, filled, filledWindow, funds, fillable: 0n };
  // An epoch only ever rises.
  if (issue === "cancelled" || issue === "epoch") return { ...known, state: "cancelled", holdsUntil: null };
  // Sold out is the end of one window only.
  const window = nextWindow(order, now, issue === "filled" ? filledWindow + 1 : 0);
  if (window === undefined) {
    return issue === "filled"
      ? { ...known, state: "filled", holdsUntil: null }
      : { ...known, state: "expired", issue: "expired", holdsUntil: null };
  }
  if (window.opensAt > now) {
    const reason = closed.has(issue) ? issue : "betweenWindows";
    return { ...known, state: "waiting", issue: reason, refusal: 0, holdsUntil: window.opensAt - 1 };
  }
  // It opened after the block that was asked: the next block knows more.
  if (closed.has(issue)) return { ...known, state: "waiting", holdsUntil: window.opensAt - 1 };
  if (issue === "none")
    return { ...known, state: "open", fillable: sellAmount, holdsUntil: lastSecond(order, window) };
  return { ...known, state: "unfillable", holdsUntil: lastSecond(order, window) };
}
