import { expect, test } from "vitest";
import { generate, outdated } from "../scripts/generate.ts";

test("behavior: src/generated is what contracts and schema say today", async () => {
  const files = await generate();
  expect(outdated(files), 'run "node scripts/generate.ts"').toEqual([]);
});

test("behavior: generating twice gives the same", async () => {
  expect(await generate()).toEqual(await generate());
  // It deploys everything twice.
}, 90_000);
