import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

describe("the example of a first loan", () => {
  test("default", async () => {
    const { code, output } = await run(join(import.meta.dirname, "loans.ts"));
    expect(output).toBe(
      [
        "payments until all is paid: 27",
        "lost by first loss and by seniors: 150.00 0.00",
        "due as it was computed: true",
        "limit, rounded, and state: 360 current",
        "",
      ].join("\n"),
    );
    expect(code).toBe(0);
  });
});
