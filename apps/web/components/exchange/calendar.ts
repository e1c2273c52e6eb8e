import type { BookOrder } from "@qti/sdk/exchange/wire";

/** What became of one date of a standing order. */
export type WindowState = "filled" | "partly" | "missed" | "open" | "coming" | "ended";

/** One date of a standing order, in Unix seconds. */
export type CalendarWindow = { window: number; opensAt: number; closesAt: number; state: WindowState };

/** Units of the sell side that were sold in each window, by its number. */
export type SoldByWindow = ReadonlyMap<number, bigint>;

type Standing = Pick<BookOrder, "order" | "state" | "filled" | "window">;

/**
 * The dates of an order around now: the last ones and the next ones, `around` of each at most. What was sold in past windows
 * comes from the trades; of the present one the book knows.
 */
export function calendarOf(order: Standing, sold: SoldByWindow, now: number, around = 6): CalendarWindow[] {
  const { start, duration, interval, count, sellAmount } = order.order;
  const present = interval === 0 ? 0 : Math.max(0, Math.floor((now - start) / interval));
  const first = Math.max(0, present - around);
  const last = Math.min(count - 1, present + around);
  const hasEnded = !["open", "waiting", "unfillable"].includes(order.state);
  const windows: CalendarWindow[] = [];
  for (let window = first; window <= last; window += 1) {
    const opensAt = start + window * interval;
    const closesAt = opensAt + duration;
    const filled = window === order.window && order.filled > 0n ? order.filled : (sold.get(window) ?? 0n);
    windows.push({ window, opensAt, closesAt, state: stateOf() });

    function stateOf(): WindowState {
      if (filled >= sellAmount) return "filled";
      if (closesAt < now) return filled > 0n ? "partly" : "missed";
      if (hasEnded) return "ended";
      return opensAt > now ? "coming" : "open";
    }
  }
  return windows;
}
