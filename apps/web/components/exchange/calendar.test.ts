import type { BookOrder } from "@qti/sdk/exchange/wire";
import { zeroAddress } from "viem";
import { expect, test } from "vitest";
import { calendarOf } from "./calendar";

const DAY = 86_400;
const start = 1_000_000;
const order = {
  state: "waiting",
  filled: 0n,
  window: 3,
  order: {
    maker: zeroAddress,
    taker: zeroAddress,
    asset: zeroAddress,
    money: zeroAddress,
    sellAmount: 10n,
    buyStart: 1n,
    buyEnd: 1n,
    start,
    duration: DAY,
    interval: 7 * DAY,
    count: 6,
    flags: 3,
    epoch: 0n,
    salt: 0n,
  },
} satisfies Pick<BookOrder, "state" | "filled" | "window" | "order">;
const states = (windows: ReturnType<typeof calendarOf>) => windows.map(({ state }) => state);

test("past dates say what was sold, the present one is open, the others are to come", () => {
  const sold = new Map([
    [0, 10n],
    [1, 4n],
  ]);
  const now = start + 3 * 7 * DAY + 60;
  expect(states(calendarOf(order, sold, now))).toEqual([
    "filled",
    "partly",
    "missed",
    "open",
    "coming",
    "coming",
  ]);
});

test("what the book knows of the present window counts", () => {
  const now = start + 3 * 7 * DAY + 60;
  expect(states(calendarOf({ ...order, filled: 10n }, new Map(), now))[3]).toBe("filled");
});

test("after a cancellation nothing comes any more", () => {
  const now = start + 3 * 7 * DAY + 60;
  const cancelled = calendarOf({ ...order, state: "cancelled" }, new Map(), now);
  expect(states(cancelled)).toEqual(["missed", "missed", "missed", "ended", "ended", "ended"]);
});

test("a long calendar is shown around now", () => {
  const long = { ...order, order: { ...order.order, count: 500 } };
  const windows = calendarOf(long, new Map(), start + 100 * 7 * DAY, 2);
  expect(windows.map(({ window }) => window)).toEqual([98, 99, 100, 101, 102]);
  expect(windows[2]).toMatchObject({ opensAt: start + 700 * DAY, closesAt: start + 701 * DAY });
});

test("before the first date everything is to come", () => {
  expect(states(calendarOf(order, new Map(), start - DAY, 2))).toEqual(["coming", "coming", "coming"]);
});
