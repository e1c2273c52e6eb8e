import { afterAll, beforeAll, expect, test } from "vitest";
import { reconcile } from "./reconcile/index.ts";
import { startTestStack, type TestStack } from "./stack.ts";
import { catchUp, drive } from "./traffic/index.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack(20_261);
});
afterAll(() => stack.stop());

test("behavior: after random traffic over all contracts the index says what the contracts say", async () => {
  const { world, graph } = stack;
  const tally = await catchUp(world, await drive(world, 400));
  expect([...tally].filter(([, { done }]) => done === 0)).toEqual([]);
  await reconcile(world, graph);
});

test("behavior: a reorganisation of the chain leaves nothing behind, and what came instead is indexed", async () => {
  const { world, graph } = stack;
  const before = Number(await world.reader.getBlockNumber());
  const snapshot = await world.node.snapshot();
  await drive(world, 60);
  const lost = await reconcile(world, graph);
  expect(lost).toBeGreaterThan(before);

  await world.node.revert({ id: snapshot });
  expect(Number(await world.reader.getBlockNumber())).toBe(before);
  await drive(world, 60);
  // graph-node looks at a chain again when it is longer than the one it knew.
  const head = Number(await world.reader.getBlockNumber());
  if (head <= lost) await world.node.mine({ blocks: lost + 1 - head });
  await reconcile(world, graph);
});
