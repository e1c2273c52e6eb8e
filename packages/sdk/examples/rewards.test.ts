import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

describe("the example of rewards", () => {
  test("default", async () => {
    const { code, output } = await run(join(import.meta.dirname, "rewards.ts"));
    expect(output).toBe(
      [
        "points: 300",
        "QTI for 100 points: 1",
        "left in stock: 9n",
        "the root is right: true",
        "QTI of the campaign: 12.5",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });
});
