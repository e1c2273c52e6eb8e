import { encodeFunctionData, hexToBytes } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { noText, tokenizeHostile } from "./hostile.ts";
import { big, hex } from "./reconcile/columns.ts";
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
    const asset = await tokenizeAs(world, issuer, salt, {
      alsoActivate: true,
      over: { blockedCountries: [] },
    });
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

test("behavior: a history longer than 5,000 rows is read to its end by sequence and by id, and not by skipping", async () => {
  const { world, graph } = stack;
  const { abi } = world.assetRegistry;
  const asset = await tokenizeAs(world, offices.issuer, world.random.word(), { alsoActivate: false });
  const statements = 5_100;
  const perTransaction = 425;
  for (let done = 0; done < statements; done += perTransaction) {
    const calls = Array.from({ length: perTransaction }, (_, index) =>
      encodeFunctionData({ abi, functionName: "stateValuation", args: [asset, BigInt(done + index + 1)] }),
    );
    await world.assetRegistry.write.multicall([calls], { account: offices.issuer });
  }
  const block = Number(await world.reader.getBlockNumber());
  await graph.until(block);

  const row = z.object({ id: hex, sequence: big, amount: big });
  const rows = z.object({ transactions: z.array(row) });
  const mine = `asset: "${asset.toLowerCase()}", kind: VALUATION_STATED`;
  const newestFirst: z.output<typeof row>[] = [];
  for (let cursor = 2n ** 62n; ; ) {
    const options = `first: 1000, orderBy: sequence, orderDirection: desc, where: { ${mine}, sequence_lt: "${cursor}" }`;
    const { transactions } = await graph.query(`{ transactions(${options}) { id sequence amount } }`, rows);
    newestFirst.push(...transactions);
    const last = transactions.at(-1);
    if (last === undefined) break;
    cursor = last.sequence;
  }
  expect(newestFirst.map(({ amount }) => amount)).toEqual(
    Array.from({ length: statements }, (_, index) => BigInt(statements - index)),
  );
  const valuations = await graph.all(
    "assetValuations",
    "asset { id }",
    z.object({ id: hex, asset: z.object({ id: hex }) }),
    block,
  );
  expect(valuations.filter((each) => each.asset.id === asset.toLowerCase())).toHaveLength(statements + 1);
  for (const options of ["first: 1000, skip: 5001", "first: 1001", "first: 0"]) {
    await expect(graph.query(`{ transactions(${options}) { id sequence amount } }`, rows)).rejects.toThrow();
  }

  const at = (condition: string) =>
    graph.query(
      `{ asset(id: "${asset.toLowerCase()}", block: { ${condition} }) { valuation } }`,
      z.object({ asset: z.object({ valuation: big }) }),
    );
  // Time travel: what was stated a block earlier. And a block that is not there yet is an error, not an old answer.
  expect((await at(`number: ${block - 1}`)).asset.valuation).toBe(BigInt(statements - perTransaction));
  expect((await at(`number_gte: ${block}`)).asset.valuation).toBe(BigInt(statements));
  await expect(at(`number_gte: ${block + 1}`)).rejects.toThrow(/has only indexed up to block number/);
});
