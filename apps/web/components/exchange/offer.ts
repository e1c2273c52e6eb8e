import type { BookOrder } from "@qti/sdk/exchange/wire";

/** Share units that an order of the book gives (an ask) or wants (a bid) now. */
export function offeredShares({
  side,
  fillable,
  wanted,
}: Pick<BookOrder, "side" | "fillable" | "wanted">): bigint {
  return side === "ask" ? fillable : wanted;
}
