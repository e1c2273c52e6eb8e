import { readFileSync } from "node:fs";
import { hexToBytes } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { noText, tokenizeHostile } from "./hostile.ts";
import { reconcile } from "./reconcile/index.ts";
import { startTestStack, type TestStack } from "./stack.ts";
import { catchUp, drive } from "./traffic/index.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack(20_262);
});
afterAll(() => stack.stop());

test("behavior: after random traffic over all contracts the index says what the contracts say", async () => {
  const { world, graph } = stack;
  const tally = await catchUp(world, await drive(world, 400));
  expect([...tally].filter(([, { done }]) => done === 0)).toEqual([]);
  await reconcile(world, graph);
});

test("behavior: names and links that are no text are indexed as what a lenient reader makes of them", async () => {
  const { world, graph } = stack;
  const asset = await tokenizeHostile(world, world.random.word());
  const block = Number(await world.reader.getBlockNumber());
  await graph.until(block);
  const { asset: row } = await graph.query(
    `{ asset(id: "${asset.toLowerCase()}") { name symbol metadataURI } }`,
    z.object({ asset: z.object({ name: z.string(), symbol: z.string(), metadataURI: z.string() }) }),
  );
  expect(row.name).toBe(new TextDecoder().decode(hexToBytes(noText)).replaceAll("\0", ""));
  expect(row.symbol).toBe("\u{fffd}");
  expect(row.metadataURI).toBe(`data:application/json,${"\u{fffd}".repeat(4_085)}`);
  await reconcile(world, graph);
});

test("behavior: every query of the README is answered", async () => {
  const { world, graph } = stack;
  await graph.until(Number(await world.reader.getBlockNumber()));
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const queries = [...readme.matchAll(/```graphql\n(.*?)```/gs)].map(([, query = ""]) => query);
  expect(queries.length).toBeGreaterThan(5);
  for (const query of queries) await graph.query(query, z.record(z.string(), z.unknown()));
});
