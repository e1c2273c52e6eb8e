import { afterAll, beforeAll, expect, test } from "vitest";
import { reconcile } from "./reconcile/index.ts";
import { startTestStack, type TestStack } from "./stack.ts";
import { tokenizeAs } from "./traffic/assets.ts";
import { catchUp, drive, driveBlocks } from "./traffic/index.ts";
import { offices } from "./world.ts";

// `gnd` has a limit of ten blocks for reorganisations built in, whatever the environment says.
const blocksLost = 6;
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack(20_261);
});
afterAll(() => stack.stop());

test("behavior: a reorganisation of the chain leaves nothing behind, and what came instead is indexed", async () => {
  const { world, graph } = stack;
  const { issuer } = offices;
  for (let round = 0; round < 3; round++) {
    const before = Number(await world.reader.getBlockNumber());
    const snapshot = await world.node.snapshot();
    const salt = world.random.word();
    // The same address twice: an asset in circulation in the chain that is lost, a draft in the one that stays.
    const asset = await tokenizeAs(world, issuer, salt, { alsoActivate: true, open: true });
    await driveBlocks(world, blocksLost);
    const lost = await reconcile(world, graph);

    await world.node.revert({ id: snapshot });
    expect(Number(await world.reader.getBlockNumber())).toBe(before);
    expect(await tokenizeAs(world, issuer, salt, { alsoActivate: false })).toBe(asset);
    // graph-node looks at a chain again when it is longer than the one it knew.
    await driveBlocks(world, lost - before);
    await reconcile(world, graph);
  }
});

test("behavior: after random traffic over all contracts the index says what the contracts say", async () => {
  const { world, graph } = stack;
  const tally = await catchUp(world, await drive(world, 400));
  expect([...tally].filter(([, { done }]) => done === 0)).toEqual([]);
  await reconcile(world, graph);
});
