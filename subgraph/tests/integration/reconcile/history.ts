import { expect } from "vitest";
import { z } from "zod";
import { domains } from "../domains.ts";
import type { Graph } from "../graphql.ts";
import { assetsOf } from "../traffic/action.ts";
import type { World } from "../world.ts";
import { big, hex, reference } from "./columns.ts";

const transactionRow = z.object({
  id: hex,
  domain: z.string(),
  kind: z.string(),
  account: reference,
  amount: big.nullable(),
  asset: reference.nullable(),
  sequence: big,
  sender: hex,
  blockNumber: big,
  blockHash: hex,
  timestamp: big,
  transactionHash: hex,
  transactionIndex: z.number(),
  logIndex: z.number(),
  emitter: hex,
});
const transferRow = z.object({ id: hex, asset: reference, amount: big });
const volumes = z.object({
  assetStats_collection: z.array(z.object({ asset: reference, volume: big, transfers: z.number() })),
});
const activity = z.object({
  activityStats_collection: z.array(z.object({ domain: z.string(), transactions: z.number() })),
});

/** Each row of history stands on a log that the chain really has, in its own order, and the sums are the sums. */
export async function reconcileHistory(world: World, graph: Graph, block: number): Promise<void> {
  const fields = `domain kind account { id } amount asset { id } sequence sender blockNumber blockHash timestamp transactionHash
    transactionIndex logIndex emitter`;
  const rows = await graph.all("transactions", fields, transactionRow, block);
  const addresses = domains.flatMap(({ reconciliation }) => reconciliation.contracts.map(world.at));
  const logs = await world.reader.getLogs({
    address: [...addresses, ...(await assetsOf(world))],
    fromBlock: 0n,
    toBlock: BigInt(block),
  });
  const byPlace = new Map(logs.map((log) => [`${log.transactionHash}/${log.logIndex}`, log]));
  for (const row of rows) {
    const log = byPlace.get(`${row.transactionHash}/${row.logIndex}`);
    expect([row.blockNumber, row.blockHash, row.transactionIndex, row.emitter]).toEqual([
      log?.blockNumber,
      log?.blockHash,
      log?.transactionIndex,
      log?.address.toLowerCase(),
    ]);
    expect(row.sequence).toBe(row.blockNumber * 1_000_000n + BigInt(row.logIndex));
  }
  expect(new Set(rows.map(({ sequence }) => sequence)).size).toBe(rows.length);
  await reconcileSeries(graph, block, rows);
}

/** Days add up to the rows that they were made from, the open day included. */
async function reconcileSeries(
  graph: Graph,
  block: number,
  rows: readonly z.output<typeof transactionRow>[],
): Promise<void> {
  const transfers = await graph.all("transfers", "asset { id } amount", transferRow, block);
  const options = `first: 1000, interval: day, current: include`;
  const { assetStats_collection: days } = await graph.query(
    `{ assetStats_collection(${options}) { asset { id } volume transfers } }`,
    volumes,
  );
  const volume = (list: readonly { amount: bigint }[]) =>
    list.reduce((total, { amount }) => total + amount, 0n);
  for (const asset of new Set(transfers.map((transfer) => transfer.asset))) {
    const own = transfers.filter((transfer) => transfer.asset === asset);
    const told = days.filter((day) => day.asset === asset);
    expect(told.reduce((total, day) => total + day.transfers, 0)).toBe(own.length);
    expect(volume(told.map((day) => ({ amount: day.volume })))).toBe(volume(own));
  }

  const { activityStats_collection: active } = await graph.query(
    `{ activityStats_collection(${options}) { domain transactions } }`,
    activity,
  );
  for (const domain of new Set(rows.map((row) => row.domain))) {
    const told = active
      .filter((day) => day.domain === domain)
      .reduce((total, day) => total + day.transactions, 0);
    expect([domain, told]).toEqual([domain, rows.filter((row) => row.domain === domain).length]);
  }
}
