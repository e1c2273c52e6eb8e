import { getAddress, zeroAddress } from "viem";
import { expect, it } from "vitest";
import { neededBesides } from "./besides";

const asset = getAddress(`0x${"a".repeat(40)}`);
const otherAsset = getAddress(`0x${"b".repeat(40)}`);
const money = getAddress(`0x${"c".repeat(40)}`);

function living(side: "ask" | "bid", changes: { asset?: typeof asset; count?: number } = {}) {
  const order = {
    maker: zeroAddress,
    taker: zeroAddress,
    asset,
    money,
    sellAmount: 10n,
    buyStart: 5n,
    buyEnd: 5n,
    start: 1_000,
    duration: 10,
    interval: changes.count ? 100 : 0,
    count: 1,
    flags: 1,
    epoch: 0n,
    salt: 0n,
    ...changes,
  };
  return { order, side, filled: 0n, window: 0 };
}

it("adds up what is left of every order that gives the same shares", () => {
  const orders = [
    { ...living("ask"), filled: 4n },
    { ...living("ask", { count: 5 }), window: 2, filled: 3n },
    living("ask", { asset: otherAsset }),
    living("bid"),
  ];
  expect(neededBesides(orders, { side: "ask", asset, money })).toBe(6n + 27n);
});

it("counts the money of purchases of every asset", () => {
  const orders = [living("bid"), living("bid", { asset: otherAsset }), living("ask")];
  expect(neededBesides(orders, { side: "bid", asset, money })).toBe(20n);
});
