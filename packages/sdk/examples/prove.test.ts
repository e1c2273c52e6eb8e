import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

describe("the example of a proof", () => {
  test("default", async () => {
    const { code, output } = await run(join(import.meta.dirname, "prove.ts"));
    expect(output).toContain("true The header has the hash of the block.\n");
    expect(output).toContain("true The signature is the sender's.\n");
    expect(output).toContain("true The event is in the receipt.\n");
    expect(output).not.toContain("false");
    expect(output).toContain("proven again: true\n");
    expect(code).toBe(0);
  });
});
