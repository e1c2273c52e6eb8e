import type { BookOrder } from "@qti/sdk/exchange/wire";
import type { Address } from "viem";
import type { OrderSide } from "./order-terms";

/** What an order gives: shares of an asset, or money. */
type Gives = { side: OrderSide; asset: Address; money: Address };

/**
 * Units of the same token that other living orders of a maker still need, in all their windows. A permission replaces the one
 * before it: one for the new order alone would take theirs away.
 */
export function neededBesides(
  orders: readonly Pick<BookOrder, "order" | "side" | "filled" | "window">[],
  { side, asset, money }: Gives,
): bigint {
  return orders
    .filter((each) => each.side === side)
    .filter(({ order }) => (side === "ask" ? order.asset === asset : order.money === money))
    .reduce(
      (sum, { order, filled, window }) => sum + order.sellAmount * BigInt(order.count - window) - filled,
      0n,
    );
}
