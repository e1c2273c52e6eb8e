import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

describe("the example of a position", () => {
  test("default", async () => {
    const { code, output } = await run(join(import.meta.dirname, "positions.ts"));
    expect(output).toBe(
      [
        "multiplier and penalty in 1/10,000: 15000 2000",
        "it earned something: true",
        "penalty, rounded: 10.00",
        "no more than was said: true",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });
});
