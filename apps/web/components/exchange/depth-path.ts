import type { OrderBook } from "@qti/sdk/exchange/wire";

type Levels = Pick<OrderBook, "asks" | "bids">;

/**
 * The stairs of one side of a book in a box of 100 by 100, origin at the lower left: across is the price over both sides, up are
 * the shares up to that price. `undefined` for an empty side.
 */
export function depthPath(book: Levels, side: "asks" | "bids"): string | undefined {
  const levels = book[side];
  const [best] = levels;
  if (!best) return undefined;
  const all = [...book.asks, ...book.bids];
  const prices = all.map(({ price }) => Number(price));
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const margin = (high - low || high) * 0.05;
  const most = Math.max(...all.map(({ cumulativeShares }) => Number(cumulativeShares)));
  const x = (price: bigint) =>
    (((Number(price) - low + margin) / (high - low + 2 * margin)) * 100).toFixed(2);
  const y = (shares: bigint) => (100 - (Number(shares) / most) * 95).toFixed(2);
  const stairs = levels.map(({ price, cumulativeShares }) => `H${x(price)}V${y(cumulativeShares)}`).join("");
  return `M${x(best.price)} 100${stairs}H${side === "asks" ? 100 : 0}V100Z`;
}
