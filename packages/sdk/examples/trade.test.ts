import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

const file = join(import.meta.dirname, "trade.ts");

describe("the example of a trade", () => {
  test("default", async () => {
    const { code, output } = await run(file);
    expect(output).toContain("paid: 380000000n fee: 950000n");
    expect(output).toContain("shares: 4000000000000000000n");
    expect(code).toBe(0);
  });
});
