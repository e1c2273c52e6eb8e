import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openNodes } from "../../bench/node.ts";
import { build } from "../../scripts/lib/build.ts";
import { domains } from "./domains.ts";
import { dump } from "./dump.ts";
import { createGraph } from "./graphql.ts";
import { reconcile, reconcileOnly } from "./reconcile/index.ts";
import { startTestStack, type TestStack } from "./stack.ts";
import { tokenizeAs } from "./traffic/assets.ts";
import { catchUp, drive, driveBlocks } from "./traffic/index.ts";
import { offices } from "./world.ts";

// `gnd` has a limit of ten blocks for reorganisations built in, whatever the environment says.
const blocksLost = { atLeast: 5, atMost: 8 };
let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack(20_261);
});
afterAll(() => stack.stop());

test("behavior: a reorganisation leaves nothing behind, whatever domain it takes from, and what came instead is indexed", async () => {
  const { world, graph } = stack;
  const { issuer } = offices;
  await catchUp(world, await drive(world, 100));
  for (const { traffic, reconciliation } of domains) {
    const before = Number(await world.reader.getBlockNumber());
    const snapshot = await world.node.snapshot();
    const salt = world.random.word();
    // The same address twice: an asset in circulation in the chain that is lost, a draft in the one that stays.
    const asset = await tokenizeAs(world, issuer, salt, {
      alsoActivate: true,
      over: { blockedCountries: [] },
    });
    await driveBlocks(world, { ...blocksLost, mostly: traffic.actions });
    // Of what is lost only this domain is asked, which most of it was about; of what stays everything.
    const lost = await reconcileOnly(world, graph, [{ reconciliation }]);

    await world.node.revert({ id: snapshot });
    expect(Number(await world.reader.getBlockNumber())).toBe(before);
    expect(await tokenizeAs(world, issuer, salt, { alsoActivate: false })).toBe(asset);
    // graph-node looks at a chain again when it is longer than the one it knew.
    await driveBlocks(world, { atLeast: lost - before });
    await reconcile(world, graph);
  }
});

test("behavior: after reorganisations every row is the one that an index has that never saw them", async () => {
  const { world, graph, binding, rpc } = stack;
  const block = await reconcile(world, graph);
  const home = mkdtempSync(path.join(tmpdir(), "qti-subgraph-fresh-"));
  const nodes = await openNodes(rpc, home);
  try {
    const { folder } = await build(path.join(home, "build"), { binding });
    const fresh = await nodes.withNode(folder, async (node) => {
      await node.untilSynced();
      return await dump(createGraph(node.graphql), block);
    });
    const own = await dump(graph, block);
    expect([...own.keys()]).toEqual([...fresh.keys()]);
    for (const [field, { rows, areSums }] of own) {
      const right = fresh.get(field)?.rows ?? [];
      // graph-node itself may leave an interval out after a reorganisation; what it does not leave out is right.
      const told = areSums ? right.filter((row) => rows.includes(row)) : right;
      expect([field, rows]).toEqual([field, told]);
    }
    // A dump that holds nothing would be equal to any other.
    for (const field of ["transactions", "trades", "incomeClaims", "holdings", "marketStats_collection"])
      expect([field, own.get(field)?.rows.length]).not.toEqual([field, 0]);
  } finally {
    await nodes.stop();
    rmSync(home, { recursive: true, force: true });
  }
});
