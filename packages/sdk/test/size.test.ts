import { describe, expect, test } from "vitest";
import { measure } from "../scripts/size.ts";
import * as sdk from "../src/index.ts";

const kB = 1000;
const writes = Object.entries(sdk).flatMap(([name, value]) =>
  typeof value === "function" && "estimateGas" in value ? [name] : [],
);

describe("size after brotli", () => {
  test("behavior: all actions are at most 12 kB", async () => {
    expect((await measure("all")).initial).toBeLessThanOrEqual(12 * kB);
  });

  test("behavior: the sentences of all errors, loaded at the first failure, are at most 9 kB", async () => {
    expect((await measure("all")).later).toBeLessThanOrEqual(9 * kB);
  });

  test("behavior: with viem and everything else it is at most 65 kB", async () => {
    const { initial } = await measure("all", { withViem: true });
    expect(initial).toBeLessThanOrEqual(65 * kB);
  });

  test.each(writes)("behavior: %s alone is at most 2 kB", async (name) => {
    expect((await measure([name])).initial).toBeLessThanOrEqual(2 * kB);
  });

  test("behavior: what nobody imports costs nothing", async () => {
    // Brotli says "nothing" in one byte.
    expect((await measure([])).initial).toBe(1);
  });
});
