import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { url } from "../test/support/chain.ts";

const file = join(import.meta.dirname, "stake.ts");

/** Runs the example as a person would, and says what it printed. */
function run(): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(process.execPath, [file], {
      env: { ...process.env, QTI_RPC_URL: url, NO_COLOR: "1" },
    });
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.on("close", (code) => resolve({ code, output }));
  });
}

describe("the example of the README", () => {
  test("default", async () => {
    const { code, output } = await run();
    expect(output).toContain("sQTI received: 100000000000000000000000000n");
    expect(output).toContain("unstakedBalance: 900000000000000000000n");
    expect(code).toBe(0);
  });

  test("behavior: a refusal is a sentence", async () => {
    await run();
    expect((await run()).output).toMatch(/^The faucet gives once a day; .+ Come back then\.\n$/);
  });

  test.each(["../README.md", "../../../README.md"])("behavior: %s shows what runs here", (page) => {
    const readme = readFileSync(join(import.meta.dirname, page), "utf8");
    expect(readme).toContain(readFileSync(file, "utf8").trim());
  });
});
