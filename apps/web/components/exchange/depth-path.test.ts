import { expect, test } from "vitest";
import { depthPath } from "./depth-path";

const level = (price: bigint, cumulativeShares: bigint) => ({
  price,
  shares: 1n,
  money: 1n,
  orders: 1,
  cumulativeShares,
  cumulativeMoney: 1n,
});
const book = { bids: [level(90n, 5n), level(80n, 10n)], asks: [level(100n, 10n), level(120n, 20n)] };

test("sellers rise to the right edge, buyers to the left", () => {
  expect(depthPath(book, "asks")).toMatch(/^M50\.00 100H50\.00V52\.50H95\.\d+V5\.00H100V100Z$/);
  expect(depthPath(book, "bids")).toMatch(/H0V100Z$/);
});

test("an empty side has no line, a single price fits into the picture", () => {
  expect(depthPath({ asks: [], bids: book.bids }, "asks")).toBeUndefined();
  expect(depthPath({ asks: [level(7n, 1n)], bids: [] }, "asks")).not.toContain("NaN");
});
