import { encodeFunctionData } from "viem";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { big, hex } from "./reconcile/columns.ts";
import { startTestStack, type TestStack } from "./stack.ts";
import { tokenizeAs } from "./traffic/assets.ts";
import { offices } from "./world.ts";

let stack: TestStack;
beforeAll(async () => {
  stack = await startTestStack(20_263);
});
afterAll(() => stack.stop());

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
