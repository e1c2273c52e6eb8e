// Measures the subgraph on a chain, a database and a graph-node of its own. Takes about two minutes.
//   QTI_BENCH_OUT   file for the rows; without it they are only printed
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startStack } from "../../scripts/src/index.ts";
import type { GraphNode } from "../../scripts/src/parts/graph-node.ts";
import { erc20Inputs } from "../bench/erc20.ts";
import { openGate } from "../bench/gate.ts";
import { delays, percentile, secondsOf } from "../bench/measure.ts";
import { openNodes } from "../bench/node.ts";
import { attestMany, moveShares, openAsset } from "../bench/traffic.ts";
import { openDoors } from "../tests/integration/traffic/identity.ts";
import { createWorld, openAccounts } from "../tests/integration/world.ts";
import { build } from "./lib/build.ts";
import { compile } from "./lib/compile.ts";
import { BuildInputError } from "./lib/errors.ts";

const holders = 200;
const blocks = 600;
// Hardhat executes all that waits for a block again with each transaction that joins it.
const perBlock = 10;
const samples = 60;

const home = mkdtempSync(path.join(tmpdir(), "qti-subgraph-bench-"));
const stack = await startStack({ parts: ["contracts"], stateDir: path.join(home, "stack") });
try {
  const { rpc, contracts, startBlock } = stack.addresses;
  if (rpc === undefined) throw new BuildInputError("The stack has no chain.");
  const world = createWorld(rpc, contracts, 1);
  const gate = await openGate(rpc);
  const nodes = await openNodes(gate.url, home);
  try {
    const own = path.join(home, "own");
    const binding = { contracts, startBlock, network: "qti" };
    const building = await secondsOf(() => build(own, { binding, fresh: true }));
    const rebinding = await secondsOf(() => build(own, { binding }));

    await openAccounts(world);
    await openDoors(world);
    const starting = await secondsOf(() => nodes.withNode(own, (node) => node.untilSynced()));

    const asset = await openAsset(world);
    const accounts = await attestMany(world, holders);
    const quiet = Number(await world.reader.getBlockNumber());
    await moveShares(world, asset, accounts, { blocks, perBlock });
    const reference = path.join(home, "erc20");
    await compile(reference, erc20Inputs(asset));
    // graph-node answers queries some time after it starts, and indexes meanwhile: the moves are hidden until it waits for them.
    const rateOf = async (node: GraphNode) => {
      await node.untilSynced();
      gate.open();
      return (blocks * perBlock) / (await secondsOf(() => node.untilSynced()));
    };
    gate.shut(quiet);
    const plain = await nodes.withNode(reference, rateOf);
    gate.shut(quiet);
    const [full, waits] = await nodes.withNode(own, async (node) => [
      await rateOf(node),
      await delays(world, node.graphql, samples),
    ]);

    const rows = [
      row("subgraph/build/cold", building, "s", undefined, "lower"),
      row("subgraph/build/other-addresses", rebinding, "s", 1, "lower"),
      row("subgraph/start-to-head", starting, "s", 8, "lower"),
      row("subgraph/index/rate-erc20", plain, "events/s", undefined, "higher"),
      row("subgraph/index/rate", full, "events/s", plain / 2, "higher"),
      row("subgraph/delay/median", percentile(waits, 50), "s", 2, "lower"),
      row("subgraph/delay/95-percent", percentile(waits, 95), "s", undefined, "lower"),
    ];
    console.table(rows);
    if (process.env.QTI_BENCH_OUT !== undefined) {
      writeFileSync(process.env.QTI_BENCH_OUT, `${JSON.stringify(rows, undefined, 2)}\n`);
    }
  } finally {
    await nodes.stop();
    await gate.stop();
  }
} finally {
  await stack.stop();
  rmSync(home, { recursive: true, force: true });
}

function row(name: string, value: number, unit: string, bar: number | undefined, better: "lower" | "higher") {
  const rounded = Number(value.toPrecision(4));
  return bar === undefined
    ? { name, value: rounded, unit, better }
    : { name, value: rounded, unit, bar: Number(bar.toPrecision(4)), better };
}
