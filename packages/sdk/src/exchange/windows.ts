import type { Order } from "./order.ts";

/** One window of an order. */
export type OrderWindow = {
  /** Number of the window, from 0. */
  window: number;
  /** Unix seconds of its first second. */
  opensAt: number;
  /** Unix seconds of its last second, in which it is still open. */
  closesAt: number;
};

/** What the calendar of an order depends on. */
export type OrderSchedule = Pick<Order, "start" | "duration" | "interval" | "count">;

function windowOf({ start, duration, interval }: OrderSchedule, window: number): OrderWindow {
  const opensAt = start + window * interval;
  return { window, opensAt, closesAt: opensAt + duration };
}

/**
 * The window of an order that is open at a time, or else the next one. Pure.
 *
 * @param order - An order, or its schedule.
 * @param at - Unix seconds.
 * @returns {@link OrderWindow}; `undefined` when the last one is over.
 *
 * @example
 * ```ts
 * const next = windowAt(order, Math.floor(Date.now() / 1000));
 * ```
 */
export function windowAt(order: OrderSchedule, at: number): OrderWindow | undefined {
  const { start, interval, count } = order;
  const number = at < start || interval === 0 ? 0 : Math.floor((at - start) / interval);
  const current = windowOf(order, number);
  const found = at > current.closesAt ? windowOf(order, number + 1) : current;
  // Without an interval there is one window, whatever number follows.
  return found.window < (interval === 0 ? 1 : count) ? found : undefined;
}

/** How much of a calendar to list. */
export type OrderWindowsParameters = {
  /** Unix seconds; windows that closed before are left out. The whole calendar when left out. */
  from?: number | undefined;
  /** Most windows. Default 12. */
  first?: number | undefined;
};

/**
 * Calendar of an order: its windows, the earliest first. Pure. A standing order has `count` of them, every other order one.
 *
 * @param order - An order, or its schedule.
 * @param parameters - {@link OrderWindowsParameters}
 * @returns A list of {@link OrderWindow}.
 *
 * @example
 * ```ts
 * for (const { opensAt } of orderWindows(order)) console.log(new Date(opensAt * 1000));
 * ```
 */
export function orderWindows(
  order: OrderSchedule,
  { from = 0, first = 12 }: OrderWindowsParameters = {},
): readonly OrderWindow[] {
  const next = windowAt(order, from);
  if (!next) return [];
  const last = order.interval === 0 ? 1 : order.count;
  const length = Math.min(first, last - next.window);
  return Array.from({ length }, (_, index) => windowOf(order, next.window + index));
}
