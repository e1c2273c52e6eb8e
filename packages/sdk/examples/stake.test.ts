import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../test/support/run.ts";

const file = join(import.meta.dirname, "stake.ts");

describe("the example of the README", () => {
  test("default", async () => {
    const { code, output } = await run(file);
    expect(output).toContain("sQTI received: 100000000000000000000000000n");
    expect(output).toContain("unstakedBalance: 900000000000000000000n");
    expect(code).toBe(0);
  });

  test("behavior: a refusal is a sentence", async () => {
    await run(file);
    expect((await run(file)).output).toMatch(/^The faucet gives once a day; .+ Come back then\.\n$/);
  });

  test.each(["../README.md", "../../../README.md"])("behavior: %s shows what runs here", (page) => {
    const readme = readFileSync(join(import.meta.dirname, page), "utf8");
    expect(readme).toContain(readFileSync(file, "utf8").trim());
  });
});
