import type { OrderBook } from "@qti/sdk/exchange/wire";

type Levels = Pick<OrderBook, "asks" | "bids">;

/** The lowest and the highest price of a book that is not empty. */
export function pricesOf({ asks, bids }: Levels): [low: bigint, high: bigint] {
  const prices = [...asks, ...bids].map(({ price }) => price).sort((a, b) => Number(a - b));
  return [prices[0] ?? 0n, prices.at(-1) ?? 0n];
}

/**
 * The stairs of one side of a book in a box of 100 by 100, origin at the lower left: across is the price over both sides, up are
 * the shares up to that price. `undefined` for an empty side.
 */
export function depthPath(book: Levels, side: "asks" | "bids"): string | undefined {
  const levels = book[side];
  const [best] = levels;
  if (!best) return undefined;
  const all = [...book.asks, ...book.bids];
  const [low, high] = pricesOf(book).map(Number) as [number, number];
  const margin = (high - low || high) * 0.05;
  const most = Math.max(...all.map(({ cumulativeShares }) => Number(cumulativeShares)));
  const x = (price: bigint) =>
    (((Number(price) - low + margin) / (high - low + 2 * margin)) * 100).toFixed(2);
  const y = (shares: bigint) => (100 - (Number(shares) / most) * 95).toFixed(2);
  const stairs = levels.map(({ price, cumulativeShares }) => `H${x(price)}V${y(cumulativeShares)}`).join("");
  return `M${x(best.price)} 100${stairs}H${side === "asks" ? 100 : 0}V100Z`;
}
