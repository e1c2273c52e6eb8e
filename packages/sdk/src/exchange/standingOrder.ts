import { makeOrder, type OrderTerms } from "./makeOrder.ts";
import type { Order } from "./order.ts";

/** Parameters of {@link standingOrder}. */
export type StandingOrderParameters = OrderTerms & {
  /** Money units a whole share: the least of an ask, the most of a bid. */
  price: bigint;
  /** The price when a window opens, from which it moves to `price`; `price` throughout when left out. */
  startPrice?: bigint | undefined;
  /** Seconds that each window stays open, at most `interval`. */
  duration: number;
  /** Seconds from one window to the next, e.g. 30 days. */
  interval: number;
  /** Number of windows. */
  count: number;
};

/**
 * An order that repeats: `shares` in each window. A window that was missed lapses. Pure, but for the salt. Rounded for the
 * maker. The maker's allowance must cover every window (`requirements`), its balance only the next.
 *
 * @param parameters - {@link StandingOrderParameters}
 * @returns {@link Order}, for `signOrder`.
 * @throws {@link OrderTermsError} when the terms make no order.
 *
 * @example
 * ```ts
 * const start = Math.floor(Date.now() / 1000);
 * const epoch = await getEpoch(client, { account: maker });
 * const monthly = { start, duration: 3 * 86_400, interval: 30 * 86_400, count: 12 };
 * const order = standingOrder({ maker, asset, money, side: "bid", shares: amount, price: 100_000_000n, ...monthly, epoch });
 * ```
 */
export function standingOrder(parameters: StandingOrderParameters): Order {
  const { price, startPrice = price, duration, interval, count } = parameters;
  return makeOrder(parameters, { startPrice, endPrice: price }, { duration, interval, count });
}
