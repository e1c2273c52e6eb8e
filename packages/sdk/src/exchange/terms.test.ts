import fc from "fast-check";
import { getAddress, zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import { OrderTermsError } from "../errors/order.ts";
import { dutchOrder } from "./dutchOrder.ts";
import { limitOrder } from "./limitOrder.ts";
import { isBid, isPartial, type Order } from "./order.ts";
import { buyAmountAt, previewFill, priceAt, SHARE } from "./price.ts";
import { standingOrder } from "./standingOrder.ts";
import { orderWindows, windowAt } from "./windows.ts";
import { orderSchema } from "./wire.ts";

const of = (digit: string) => getAddress(`0x${digit.repeat(40)}`);
const start = 1_800_000_000;
const DAY = 86_400;
const base = { maker: of("1"), asset: of("2"), money: of("3"), epoch: 0n, start };
const limit = {
  ...base,
  side: "ask",
  shares: 10n * SHARE,
  price: 95_000_000n,
  expiresAt: start + DAY,
} as const;
const json = (order: Order) =>
  JSON.parse(JSON.stringify(order, (_, value) => (typeof value === "bigint" ? `${value}` : value)));

describe("limitOrder", () => {
  test("default", () => {
    const order = limitOrder(limit);
    expect(order).toMatchObject({
      taker: zeroAddress,
      sellAmount: 10n * SHARE,
      buyStart: 950_000_000n,
      buyEnd: 950_000_000n,
      duration: DAY,
      interval: 0,
      count: 1,
    });
    expect([isBid(order), isPartial(order)]).toEqual([false, true]);
    expect(priceAt(order, start)).toBe(95_000_000n);
  });

  test("behavior: a bid sells the money for the shares", () => {
    const order = limitOrder({ ...limit, side: "bid", partial: false });
    expect(order).toMatchObject({ sellAmount: 950_000_000n, buyStart: 10n * SHARE, buyEnd: 10n * SHARE });
    expect([isBid(order), isPartial(order)]).toEqual([true, false]);
  });

  test("behavior: equal orders are told apart", () => {
    expect(limitOrder(limit).salt).not.toBe(limitOrder(limit).salt);
    expect(limitOrder(limit).salt).toBeLessThan(2n ** 64n);
    expect(limitOrder({ ...limit, salt: 7n }).salt).toBe(7n);
  });

  test("behavior: no fill is worse for the maker than the price said", () => {
    const units = (max: bigint) => fc.bigInt({ min: 1n, max });
    fc.assert(
      fc.property(
        units(10n ** 30n),
        units(10n ** 15n),
        units(10n ** 30n),
        fc.constantFrom("ask" as const, "bid" as const),
        fc.integer({ min: 0, max: 100 }),
        (shares, price, some, side, feeBps) => {
          if (side === "bid" && shares * price < SHARE) return;
          const order = limitOrder({ ...limit, side, shares, price });
          const sellAmount = 1n + (some % order.sellAmount);
          const preview = previewFill({ order, sellAmount, at: start, feeBps }) ?? expect.fail("is open");
          const { assetAmount, moneyAmount, fee, gives, gets } = preview;
          if (side === "ask") {
            expect(moneyAmount * SHARE >= price * assetAmount).toBe(true);
            expect([gives, gets]).toEqual([moneyAmount + fee, assetAmount]);
          } else {
            expect(moneyAmount * SHARE <= price * assetAmount).toBe(true);
            expect([gives, gets]).toEqual([assetAmount, moneyAmount - fee]);
          }
        },
      ),
    );
  });

  test.each([
    ["price", { price: 0n }],
    ["shares", { shares: 0n }],
    ["shares", { side: "bid" as const, shares: 1n }],
    ["shares", { shares: 2n ** 128n }],
    ["duration", { expiresAt: start }],
    ["duration", { expiresAt: start - 1 }],
    ["start", { start: 0.5, expiresAt: 1.5 }],
    ["start", { start: -1 }],
  ])("error: OrderTermsError names %s", (field, changes) => {
    expect(() => limitOrder({ ...limit, ...changes })).toThrow(OrderTermsError);
    expect(() => limitOrder({ ...limit, ...changes })).toThrow(expect.objectContaining({ field }));
  });
});

describe("dutchOrder", () => {
  const dutch = { ...limit, startPrice: 110_000_000n, endPrice: 90_000_000n };

  test("default", () => {
    const order = dutchOrder(dutch);
    expect(priceAt(order, start - 1)).toBeUndefined();
    expect(priceAt(order, start)).toBe(110_000_000n);
    expect(priceAt(order, start + DAY / 2)).toBe(100_000_000n);
    expect(priceAt(order, start + DAY)).toBe(90_000_000n);
    expect(priceAt(order, start + DAY + 1)).toBeUndefined();
  });

  test("behavior: a bid spends the same money whenever it is filled", () => {
    const order = dutchOrder({ ...dutch, side: "bid", startPrice: 90_000_000n, endPrice: 100_000_000n });
    expect(order.sellAmount).toBe(1_000_000_000n);
    expect(order.buyEnd).toBe(10n * SHARE);
    expect(priceAt(order, start)).toBe(89_999_999n);
    expect(priceAt(order, start + DAY)).toBe(100_000_000n);
  });

  test("behavior: what is wanted never rises within a window", () => {
    const order = dutchOrder(dutch);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: DAY - 1 }), (seconds) => {
        const [now, later] = [buyAmountAt(order, start + seconds), buyAmountAt(order, start + seconds + 1)];
        expect(now !== undefined && later !== undefined && now >= later).toBe(true);
      }),
    );
  });

  test("error: OrderTermsError", () => {
    expect(() => dutchOrder({ ...dutch, endPrice: 120_000_000n })).toThrow(OrderTermsError);
    expect(() => dutchOrder({ ...dutch, endPrice: 0n })).toThrow(OrderTermsError);
  });
});

describe("standingOrder", () => {
  const monthly = {
    ...base,
    side: "bid",
    shares: SHARE,
    price: 100_000_000n,
    duration: 3 * DAY,
    interval: 30 * DAY,
    count: 12,
  } as const;

  test("default", () => {
    const order = standingOrder(monthly);
    const windows = orderWindows(order, { first: 100 });
    expect(windows).toHaveLength(12);
    expect(windows[1]).toEqual({ window: 1, opensAt: start + 30 * DAY, closesAt: start + 33 * DAY });
  });

  test("behavior: each window starts with its own price again", () => {
    const order = standingOrder({ ...monthly, side: "ask", startPrice: 120_000_000n });
    const prices = [0, 3, 30, 33].map((days) => priceAt(order, start + days * DAY));
    expect(prices).toEqual([120_000_000n, 100_000_000n, 120_000_000n, 100_000_000n]);
    expect(priceAt(order, start + 4 * DAY)).toBeUndefined();
  });

  test.each([
    ["interval", { duration: 31 * DAY }],
    ["interval", { interval: -1 }],
    ["count", { count: 0 }],
    ["count", { count: 65_536 }],
  ])("error: OrderTermsError names %s", (field, changes) => {
    expect(() => standingOrder({ ...monthly, ...changes })).toThrow(expect.objectContaining({ field }));
  });
});

describe("the calendar", () => {
  const schedule = fc
    .record({
      start: fc.integer({ min: 0, max: 1000 }),
      duration: fc.integer({ min: 1, max: 50 }),
      gap: fc.integer({ min: 0, max: 50 }),
      count: fc.integer({ min: 1, max: 8 }),
      standing: fc.boolean(),
    })
    .map(({ gap, standing, ...rest }) =>
      standing ? { ...rest, interval: rest.duration + gap } : { ...rest, interval: 0, count: 1 },
    );

  test("behavior: is what walking through the seconds finds", () => {
    fc.assert(
      fc.property(schedule, fc.integer({ min: 0, max: 2000 }), (order, at) => {
        const all = Array.from({ length: order.count }, (_, window) => ({
          window,
          opensAt: order.start + window * order.interval,
          closesAt: order.start + window * order.interval + order.duration,
        }));
        // Where one window ends in the second in which the next begins, that second belongs to the next.
        const open = all.findLast(({ opensAt, closesAt }) => opensAt <= at && at <= closesAt);
        expect(windowAt(order, at)).toEqual(open ?? all.find(({ opensAt }) => opensAt > at));
        const from = windowAt(order, at)?.window;
        expect(orderWindows(order, { from: at, first: 3 })).toEqual(
          from === undefined ? [] : all.slice(from, from + 3),
        );
      }),
    );
  });
});

test("behavior: whatever the helpers make, the schema of the api takes", () => {
  for (const order of [limitOrder(limit), limitOrder({ ...limit, side: "bid" })]) {
    expect(orderSchema.parse(json(order))).toEqual(order);
  }
});
