import type { Address } from "viem";

/** Bits of {@link Order}'s `flags`. */
export const orderFlags = {
  /** May be filled in parts; without it, all of a window's `sellAmount` or nothing. */
  partial: 1,
  /** Sells money for shares; without it the order sells shares for money (an ask). */
  bid: 2,
} as const;

/**
 * A maker's offer, as it is signed. An ask sells `sellAmount` share units (18 decimals) for money units, a bid sells money
 * units for share units. Amounts are net for the maker: the fee is the taker's.
 */
export type Order = {
  maker: Address;
  /** The only account that may take it; the zero address for anyone. */
  taker: Address;
  /** Address of the asset's token. */
  asset: Address;
  /** A token that the exchange lists as money. */
  money: Address;
  /** Units that the maker gives in one window. */
  sellAmount: bigint;
  /** Units that the maker wants for all of `sellAmount` when a window opens. */
  buyStart: bigint;
  /** The same when the window ends: equal for a limit order, lower for a Dutch one. */
  buyEnd: bigint;
  /** Unix seconds at which the first window opens. */
  start: number;
  /** Seconds that a window stays open. */
  duration: number;
  /** Seconds from one window to the next, at least `duration`; 0 for a single window. */
  interval: number;
  /** Number of windows; 1 when `interval` is 0. A window that was missed lapses. */
  count: number;
  /** {@link orderFlags}, added. */
  flags: number;
  /** The maker's epoch (`getEpoch`), so that `cancelAllOrders` ends it. */
  epoch: bigint;
  /** Any number that tells equal orders apart. */
  salt: bigint;
};

/** Whether an order buys shares. Pure. */
export const isBid = (order: Pick<Order, "flags">): boolean => (order.flags & orderFlags.bid) !== 0;

/** Whether an order may be filled in parts. Pure. */
export const isPartial = (order: Pick<Order, "flags">): boolean => (order.flags & orderFlags.partial) !== 0;
