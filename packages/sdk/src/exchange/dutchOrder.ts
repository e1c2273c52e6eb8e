import { makeOrder, type OrderTerms } from "./makeOrder.ts";
import type { Order } from "./order.ts";

/** Parameters of {@link dutchOrder}. */
export type DutchOrderParameters = OrderTerms & {
  /** Money units a whole share when it opens: the highest of an ask, the lowest of a bid. */
  startPrice: bigint;
  /** Money units a whole share when it ends: the lowest of an ask, the highest of a bid. */
  endPrice: bigint;
  /** Unix seconds of the last second in which it can be filled. */
  expiresAt: number;
};

/**
 * An order whose price moves towards the taker until somebody takes it. Pure, but for the salt. A bid spends the same
 * money whenever it is filled: `shares` at its last price, more at an earlier one. Rounded for the maker.
 *
 * @param parameters - {@link DutchOrderParameters}
 * @returns {@link Order}, for `signOrder`.
 * @throws {@link OrderTermsError} when the terms make no order.
 *
 * @example
 * ```ts
 * const start = Math.floor(Date.now() / 1000);
 * const epoch = await getEpoch(client, { account: maker });
 * const prices = { startPrice: 110_000_000n, endPrice: 90_000_000n };
 * const order = dutchOrder({ maker, asset, money, side: "ask", shares: amount, ...prices, start, expiresAt: start + 3600, epoch });
 * ```
 */
export function dutchOrder(parameters: DutchOrderParameters): Order {
  const { startPrice, endPrice, start, expiresAt } = parameters;
  return makeOrder(
    parameters,
    { startPrice, endPrice },
    { duration: expiresAt - start, interval: 0, count: 1 },
  );
}
