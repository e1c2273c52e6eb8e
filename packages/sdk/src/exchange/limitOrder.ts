import { makeOrder, type OrderTerms } from "./makeOrder.ts";
import type { Order } from "./order.ts";

/** Parameters of {@link limitOrder}. */
export type LimitOrderParameters = OrderTerms & {
  /** Money units a whole share: the least of an ask, the most of a bid. */
  price: bigint;
  /** Unix seconds of the last second in which it can be filled. */
  expiresAt: number;
};

/**
 * An order at one price. Pure, but for the salt. Rounded for the maker: the money of an ask up, that of a bid down.
 *
 * @param parameters - {@link LimitOrderParameters}
 * @returns {@link Order}, for `signOrder`.
 * @throws {@link OrderTermsError} when the terms make no order.
 *
 * @example
 * ```ts
 * const start = Math.floor(Date.now() / 1000);
 * const epoch = await getEpoch(client, { account: maker });
 * const price = 95_000_000n; // 95 dollars a share
 * const order = limitOrder({ maker, asset, money, side: "ask", shares: amount, price, start, expiresAt: start + 86_400, epoch });
 * ```
 */
export function limitOrder(parameters: LimitOrderParameters): Order {
  const { price, start, expiresAt } = parameters;
  return makeOrder(
    parameters,
    { startPrice: price, endPrice: price },
    { duration: expiresAt - start, interval: 0, count: 1 },
  );
}
