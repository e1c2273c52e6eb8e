import type { BookOrder } from "@qti/sdk/exchange/wire";
import { zeroAddress } from "viem";

/** A seller and a buyer whose prices meet. */
export type Pair = { ask: BookOrder; bid: BookOrder };

/** Name of a pair in the journal. */
export const pairName = ({ ask, bid }: Pair): string => `${ask.hash}:${bid.hash}`;

/**
 * Every pair of orders whose prices cross, best prices first: who asks least meets who offers most. Prices come rounded
 * from the book, so a pair may miss by a unit; the contract's own quote decides.
 *
 * @param orders what can be filled now, of any markets
 */
export function* crossingPairs(orders: readonly BookOrder[]): Generator<Pair> {
  for (const market of Map.groupBy(orders, ({ order }) => `${order.asset}:${order.money}`).values()) {
    const asks = market.filter(({ side }) => side === "ask").sort((a, b) => compare(a.price, b.price));
    const bids = market.filter(({ side }) => side === "bid").sort((a, b) => compare(b.price, a.price));
    for (const ask of asks) {
      for (const bid of bids) {
        if (bid.price + 1n < ask.price) break;
        if (mayMeet(ask, bid)) yield { ask, bid };
      }
    }
  }
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function mayMeet({ order: ask }: BookOrder, { order: bid }: BookOrder): boolean {
  const takes = (taker: string, maker: string) => taker === zeroAddress || taker === maker;
  return ask.maker !== bid.maker && takes(ask.taker, bid.maker) && takes(bid.taker, ask.maker);
}
