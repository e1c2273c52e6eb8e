import type { BookOrder } from "@qti/sdk/exchange/wire";
import { getAddress, zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import { crossingPairs } from "./pairs.ts";

const of = (digit: string) => getAddress(`0x${digit.repeat(40)}`);
let serial = 0;

function order(side: "ask" | "bid", price: bigint, changes: Partial<BookOrder["order"]> = {}): BookOrder {
  serial += 1;
  return {
    hash: `0x${serial.toString(16).padStart(64, "0")}`,
    order: {
      maker: getAddress(`0x${serial.toString(16).padStart(40, "0")}`),
      taker: zeroAddress,
      asset: of("a"),
      money: of("b"),
      sellAmount: 1n,
      buyStart: 1n,
      buyEnd: 1n,
      start: 0,
      duration: 1,
      interval: 0,
      count: 1,
      flags: side === "bid" ? 3 : 1,
      epoch: 0n,
      salt: BigInt(serial),
      ...changes,
    },
    signature: "0x",
    side,
    state: "open",
    issue: "none",
    refusal: 0,
    price,
    fillable: 1n,
    wanted: 1n,
    filled: 0n,
    window: 0,
    opensAt: 0,
    closesAt: 1,
    endsAt: 1,
    createdAt: "2026-01-01T00:00:00Z",
    updatedAt: "2026-01-01T00:00:00Z",
  };
}

const prices = (orders: BookOrder[]) =>
  [...crossingPairs(orders)].map(({ ask, bid }) => [ask.price, bid.price]);

describe("crossingPairs", () => {
  test("who asks least meets who offers most, before all others", () => {
    const orders = [order("ask", 102n), order("ask", 100n), order("bid", 103n), order("bid", 101n)];
    expect(prices(orders)).toEqual([
      [100n, 103n],
      [100n, 101n],
      [102n, 103n],
      [102n, 101n],
    ]);
  });

  test("a pair that misses by the unit that rounding takes is left to the contract, one that misses by more is none", () => {
    expect(prices([order("ask", 101n), order("bid", 100n)])).toEqual([[101n, 100n]]);
    expect(prices([order("ask", 102n), order("bid", 100n)])).toEqual([]);
  });

  test("orders of different markets never meet", () => {
    expect(prices([order("ask", 1n), order("bid", 9n, { asset: of("c") })])).toEqual([]);
    expect(prices([order("ask", 1n), order("bid", 9n, { money: of("c") })])).toEqual([]);
  });

  test("nobody trades with themselves", () => {
    const maker = of("d");
    expect(prices([order("ask", 1n, { maker }), order("bid", 9n, { maker })])).toEqual([]);
  });

  test("an order for one taker meets that taker only", () => {
    const friend = of("e");
    const ask = order("ask", 1n, { taker: friend });
    expect(prices([ask, order("bid", 9n)])).toEqual([]);
    expect(prices([ask, order("bid", 9n, { maker: friend })])).toEqual([[1n, 9n]]);
    expect(prices([order("ask", 1n), order("bid", 9n, { taker: of("f") })])).toEqual([]);
  });
});
