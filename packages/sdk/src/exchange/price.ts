import { isBid, type Order } from "./order.ts";
import { windowAt } from "./windows.ts";

/** One whole share in its smallest units. */
export const SHARE = 10n ** 18n;

/** Quotient of naturals, rounded up. */
export const divideUp = (dividend: bigint, divisor: bigint) => (dividend + divisor - 1n) / divisor;

/**
 * Units that the maker wants for all of `sellAmount` at a time: `buyStart` when the window opens, then falling in a straight
 * line to `buyEnd`. Rounds as the contract does, for the maker. Pure.
 *
 * @param order - {@link Order}
 * @param at - Unix seconds.
 * @returns Units of the side that the maker buys; `undefined` while no window is open.
 *
 * @example
 * ```ts
 * const wanted = buyAmountAt(order, Math.floor(Date.now() / 1000));
 * ```
 */
export function buyAmountAt(order: Order, at: number): bigint | undefined {
  const found = windowAt(order, at);
  if (!found || at < found.opensAt) return undefined;
  const elapsed = BigInt(at - found.opensAt);
  return order.buyStart - ((order.buyStart - order.buyEnd) * elapsed) / BigInt(order.duration);
}

/**
 * Price of an order at a time. Pure. Rounded for the maker: up for an ask, down for a bid. The taker's fee is not in it.
 *
 * @param order - {@link Order}
 * @param at - Unix seconds.
 * @returns Money units a whole share; `undefined` while no window is open.
 *
 * @example
 * ```ts
 * const price = priceAt(order, Math.floor(Date.now() / 1000));
 * ```
 */
export function priceAt(order: Order, at: number): bigint | undefined {
  const wanted = buyAmountAt(order, at);
  if (wanted === undefined) return undefined;
  return isBid(order) ? (order.sellAmount * SHARE) / wanted : divideUp(wanted * SHARE, order.sellAmount);
}

/** Parameters of {@link previewFill}. */
export type PreviewFillParameters = {
  order: Order;
  /** Units of the order's sell side to take: shares of an ask, money of a bid. */
  sellAmount: bigint;
  /** Unix seconds. */
  at: number;
  /** The exchange's fee in hundredths of a percent, from `getExchange`. */
  feeBps: number;
};

/** What a fill moves. */
export type FillPreview = {
  /** Share units. */
  assetAmount: bigint;
  /** Money units that the maker gets (ask) or gives (bid). */
  moneyAmount: bigint;
  /** Money units that the taker pays on top (ask) or goes without (bid). */
  fee: bigint;
  /** Units that the taker gives: money of an ask, fee included; shares of a bid. */
  gives: bigint;
  /** Units that the taker gets: shares of an ask; money of a bid, fee off. */
  gets: bigint;
};

/**
 * What a fill would move at a time, rounded as the contract does. Pure. Says nothing about balances and rules: `getQuote`
 * asks the chain.
 *
 * @param parameters - {@link PreviewFillParameters}
 * @returns {@link FillPreview}; `undefined` while no window is open.
 *
 * @example
 * ```ts
 * const { feeBps } = await getExchange(client);
 * const preview = previewFill({ order, sellAmount: amount, at: Math.floor(Date.now() / 1000), feeBps });
 * ```
 */
export function previewFill(parameters: PreviewFillParameters): FillPreview | undefined {
  const { order, sellAmount, at, feeBps } = parameters;
  const all = buyAmountAt(order, at);
  if (all === undefined) return undefined;
  const wanted = divideUp(all * sellAmount, order.sellAmount);
  const bid = isBid(order);
  const moneyAmount = bid ? sellAmount : wanted;
  const fee = (moneyAmount * BigInt(feeBps)) / 10_000n;
  return {
    assetAmount: bid ? wanted : sellAmount,
    moneyAmount,
    fee,
    gives: bid ? wanted : moneyAmount + fee,
    gets: bid ? moneyAmount - fee : sellAmount,
  };
}
