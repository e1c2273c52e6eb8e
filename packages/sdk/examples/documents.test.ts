import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeIssuer } from "../test/support/chain.ts";
import { run } from "../test/support/run.ts";

describe("the example of documents", () => {
  test("default", async () => {
    await makeIssuer("ada");
    const { code, output } = await run(join(import.meta.dirname, "documents.ts"));
    expect(output).toBe("a copy.txt: document 2 of 3\nsurvey.txt: not proven, otherFile\n");
    expect(code).toBe(0);
  });
});
