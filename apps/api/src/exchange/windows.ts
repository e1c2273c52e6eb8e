import { buyAmountAt, type Order, type OrderSchedule, type OrderWindow, priceAt, windowAt } from "@qti/sdk";

/** The last second of a window; where windows join, the second in which one closes belongs to the next. */
export function lastSecond({ interval, duration }: OrderSchedule, { closesAt }: OrderWindow): number {
  return interval === duration ? closesAt - 1 : closesAt;
}

/** The last second at which an order can be filled. */
export function endOf(order: OrderSchedule): number {
  const { start, duration, interval, count } = order;
  const opensAt = start + (count - 1) * interval;
  return lastSecond(order, { window: count - 1, opensAt, closesAt: opensAt + duration });
}

/** The window that is open at `time` or comes next, none before the one numbered `from`. Undefined when none comes. */
export function nextWindow(order: OrderSchedule, time: number, from = 0): OrderWindow | undefined {
  if (from >= order.count) return undefined;
  return windowAt(order, Math.max(time, order.start + from * order.interval));
}

/**
 * What the maker wants for all of `sellAmount`, and its price: at `time` where a window is open, else as its next window
 * begins, and at last as its last one ended.
 */
export function termsAt(order: Order, time: number): { wanted: bigint; price: bigint } {
  const window = windowAt(order, time);
  const at = window === undefined ? endOf(order) : Math.max(time, window.opensAt);
  return { wanted: buyAmountAt(order, at) ?? order.buyEnd, price: priceAt(order, at) ?? 0n };
}
