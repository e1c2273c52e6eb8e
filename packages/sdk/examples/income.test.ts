import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

describe("the example of an income", () => {
  test("default", async () => {
    const { code, output } = await run(join(import.meta.dirname, "income.ts"));
    expect(output).toBe("the root is right: true\nincome of the holder: 30000000n\n");
    expect(code).toBe(0);
  });
});
