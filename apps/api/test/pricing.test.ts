import { type Order, orderFlags, orderIssues } from "@qti/sdk";
import { createLogger } from "@qti/service/logger";
import { eq, sql } from "drizzle-orm";
import * as fc from "fast-check";
import { getAddress, toHex } from "viem";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/client.ts";
import { migrateDatabase } from "../src/database/migrate.ts";
import { price, priceKey, wanted } from "../src/exchange/pricing.ts";
import { columnsOf, verdictColumns } from "../src/exchange/rows.ts";
import { orders } from "../src/exchange/tables.ts";
import { type Answer, verdictOf } from "../src/exchange/verdict.ts";
import { endOf, lastSecond, nextWindow, termsAt } from "../src/exchange/windows.ts";
import { freshDatabase } from "./support/service.ts";

let database: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  const url = await freshDatabase();
  await migrateDatabase(url);
  database = openDatabase(url, createLogger("api", "silent"));
});
afterAll(() => database.close());

const address = (digit: string) => getAddress(`0x${digit.repeat(40)}`);

/** Orders as the exchange accepts them, from tiny to as large as they can be. */
const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    sellAmount: fc.oneof(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 2n ** 128n - 1n)),
    buyStart: fc.oneof(fc.bigInt(1n, 1_000n), fc.bigInt(1n, 2n ** 128n - 1n)),
    fall: fc.oneof(fc.constant(0), fc.nat(100)),
    start: fc.integer({ min: 0, max: 2 ** 40 - 1 }),
    duration: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 2 ** 32 - 1 })),
    gap: fc.option(fc.oneof(fc.constant(0), fc.nat(1_000)), { nil: undefined }),
    count: fc.integer({ min: 1, max: 65_535 }),
    bid: fc.boolean(),
    salt: fc.bigInt(0n, 2n ** 256n - 1n),
  })
  .map(({ buyStart, fall, duration, gap, count, bid, ...rest }) => ({
    maker: address("1"),
    taker: address("0"),
    asset: address("2"),
    money: address("3"),
    buyStart,
    buyEnd: buyStart - ((buyStart - 1n) * BigInt(fall)) / 100n,
    duration,
    interval: gap === undefined ? 0 : Math.min(duration + gap, 2 ** 32 - 1),
    count: gap === undefined ? 1 : count,
    flags: bid ? orderFlags.bid : 0,
    epoch: 0n,
    ...rest,
  }));

/** A moment before, in, between or after the windows of an order. */
const momentOf = (order: Order) =>
  fc.oneof(
    fc.integer({ min: Math.max(0, order.start - 10), max: endOf(order) + 10 }),
    fc.integer({ min: order.start, max: order.start + order.duration }),
    fc.constantFrom(order.start, order.start + order.duration, endOf(order), endOf(order) + 1),
  );

const anyCase = anyOrder.chain((order) =>
  fc.tuple(fc.constant(order), momentOf(order), fc.bigInt(1n, order.sellAmount)),
);

describe("the database's arithmetic", () => {
  it("is that of the SDK, to the last unit, for every order at every moment", {
    timeout: 120_000,
  }, async () => {
    const { db } = database;
    await fc.assert(
      fc.asyncProperty(anyCase, async ([order, now, fillable]) => {
        const hash = toHex(order.salt, { size: 32 });
        const at = new Date();
        const answer: Answer = {
          issue: "none",
          refusal: 0,
          sellAmount: fillable,
          filled: 0n,
          filledWindow: 0,
          funds: fillable,
        };
        const verdict = { ...verdictOf(order, answer, order.start), fillable };
        const row = { ...columnsOf({ hash, order, signature: "0x" }), ...verdictColumns(verdict) };
        await db
          .insert(orders)
          .values({ ...row, judgedBlock: 0, judgedAt: at, createdAt: at, updatedAt: at })
          .onConflictDoNothing();
        const side = order.flags & orderFlags.bid ? "bid" : "ask";
        const [found] = await db
          .select({
            wanted: sql<string>`${wanted(now)}`,
            price: sql<string>`${price(side, now)}`,
            key: priceKey(side, now),
          })
          .from(orders)
          .where(eq(orders.hash, hash));
        await db.delete(orders).where(eq(orders.hash, hash));
        const terms = termsAt(order, now);
        expect(BigInt(found?.wanted ?? -1)).toBe(terms.wanted);
        expect(BigInt(found?.price ?? -1)).toBe(terms.price);
        const exact =
          side === "ask"
            ? (terms.wanted * 10n ** 36n) / order.sellAmount
            : (order.sellAmount * 10n ** 36n) / terms.wanted;
        expect(BigInt(found?.key ?? -1)).toBe(exact);
      }),
      { numRuns: 500, endOnFailure: true },
    );
  });
});

describe("a verdict", () => {
  it("holds until the next window opens or this one closes, and for ever once the order has ended", () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...orderIssues), ([order, now, sellAmount], issue) => {
        const filledWindow = issue === "filled" ? (nextWindow(order, now)?.window ?? order.count - 1) : 0;
        const verdict = verdictOf(
          order,
          { issue, refusal: 0, sellAmount, filled: sellAmount, filledWindow, funds: sellAmount },
          now,
        );
        const ended = ["filled", "cancelled", "expired"].includes(verdict.state);
        expect(verdict.holdsUntil === null).toBe(ended);
        expect(verdict.state === "open").toBe(verdict.fillable > 0n);
        const window = nextWindow(order, now);
        if (verdict.state === "open") {
          expect(issue).toBe("none");
          expect(window?.opensAt).toBeLessThanOrEqual(now);
          expect(verdict.holdsUntil).toBe(window && lastSecond(order, window));
        }
        if (verdict.state === "expired") expect(now).toBeGreaterThan(endOf(order));
        if (now > endOf(order)) expect(ended).toBe(true);
        if (issue === "cancelled" || issue === "epoch") expect(verdict.state).toBe("cancelled");
      }),
    );
  });
});
