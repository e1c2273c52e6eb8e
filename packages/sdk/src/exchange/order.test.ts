import { getAddress, hashTypedData, zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { hashOrder } from "./hashOrder.ts";
import type { Order } from "./order.ts";
import { orderTypedData } from "./orderTypedData.ts";
import { orderSchema, postOrderBodySchema } from "./wire.ts";

const of = (digit: string) => getAddress(`0x${digit.repeat(40)}`);
const order: Order = {
  maker: of("a"),
  taker: zeroAddress,
  asset: of("b"),
  money: of("c"),
  sellAmount: 10n ** 19n,
  buyStart: 2n ** 128n - 1n,
  buyEnd: 1n,
  start: 2 ** 40 - 1,
  duration: 86_400,
  interval: 86_400,
  count: 12,
  flags: 3,
  epoch: 2n ** 64n - 1n,
  salt: 2n ** 256n - 1n,
};
const json = z.encode(orderSchema, order);

describe("an order in JSON", () => {
  test("default", () => {
    expect(json).toMatchObject({
      sellAmount: "10000000000000000000",
      start: 1_099_511_627_775,
      epoch: "18446744073709551615",
    });
    expect(z.decode(orderSchema, JSON.parse(JSON.stringify(json)))).toEqual(order);
  });

  test("behavior: an address is read in any spelling and kept in one", () => {
    const { maker } = orderSchema.parse({ ...json, maker: json.maker.toLowerCase() });
    expect(maker).toBe(order.maker);
    const swapped = json.maker.replace(/[aA]/, (letter) => (letter === "a" ? "A" : "a"));
    expect(orderSchema.safeParse({ ...json, maker: swapped }).success).toBe(false);
  });

  test.each([
    ["sellAmount", "0"],
    ["sellAmount", "-1"],
    ["sellAmount", "1e3"],
    ["sellAmount", "0x10"],
    ["sellAmount", "01"],
    ["sellAmount", 1],
    ["sellAmount", `${2n ** 128n}`],
    ["sellAmount", "9".repeat(100_000)],
    ["buyEnd", "0"],
    ["buyEnd", `${2n ** 128n}`],
    ["start", 2 ** 40],
    ["start", 1.5],
    ["duration", 0],
    ["duration", 86_401],
    ["duration", 0],
    ["interval", -1],
    ["count", 0],
    ["count", 65_536],
    ["flags", 4],
    ["epoch", `${2n ** 64n}`],
    ["salt", `${2n ** 256n}`],
    ["maker", "0x1234"],
    ["maker", null],
    ["foreign", 1],
  ])("behavior: %s is refused as %s", (field, value) => {
    const { success, error } = orderSchema.safeParse({ ...json, [field]: value });
    expect(success).toBe(false);
    expect(error?.issues[0]?.path[0] ?? field).toBe(field);
  });

  test("behavior: fields that do not fit together are named", () => {
    const paths = (changes: object) =>
      orderSchema.safeParse({ ...json, ...changes }).error?.issues.map(({ path }) => path[0]);
    expect(paths({ buyStart: "1", buyEnd: "2" })).toEqual(["buyEnd"]);
    expect(paths({ interval: 0 })).toEqual(["count"]);
    expect(paths({ interval: 10 })).toEqual(["duration"]);
  });

  test("behavior: what is posted is the order and its signature, and nothing else", () => {
    expect(postOrderBodySchema.parse({ order: json, signature: "0x00" }).order).toEqual(order);
    expect(postOrderBodySchema.safeParse({ order: json, signature: "0x0" }).success).toBe(false);
    expect(postOrderBodySchema.safeParse({ order: json, signature: "0x00", more: 1 }).success).toBe(false);
  });
});

describe("hashOrder", () => {
  test("default", () => {
    const domain = { chainId: 31_337, exchange: of("d") };
    const hash = hashOrder({ ...domain, order });
    expect(hash).toBe(hashTypedData(orderTypedData({ ...domain, order })));
    expect(hashOrder({ ...domain, order: { ...order, salt: 1n } })).not.toBe(hash);
    expect(hashOrder({ ...domain, chainId: 1, order })).not.toBe(hash);
  });
});
