import { expect } from "vitest";
import { z } from "zod";
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
const idRow = z.object({ id: hex });
const identityRow = z.object({
  id: hex,
  frozen: z.boolean(),
  revoked: z.boolean(),
  accountCount: z.number(),
});
const assetRow = z.object({ id: hex, state: z.string(), valuation: big, holderCount: z.number() });
const protocolRow = z.object({
  id: hex,
  accountCount: z.number(),
  identityCount: z.number(),
  verifiedAccountCount: z.number(),
  attesterCount: z.number(),
  assetCount: z.number(),
  draftAssetCount: z.number(),
  activeAssetCount: z.number(),
  maturedAssetCount: z.number(),
  retiredAssetCount: z.number(),
  statedValue: big,
  holdingCount: z.number(),
  transferCount: z.number(),
  stakerCount: z.number(),
  keyEntryCount: z.number(),
  recordRootCount: z.number(),
  transactionCount: big,
});
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
  const addresses = [
    ...["accessManager", "identityRegistry", "assetRegistry", "complianceModule", "qtiToken", "stakingVault"],
    ...["rewardsTreasury", "keyDirectory", "recordAnchor"],
  ].map((name) => world.at(name));
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
  await reconcileProtocol(graph, block, rows.length);
  await reconcileSeries(graph, block, rows);
}

async function reconcileProtocol(graph: Graph, block: number, transactionCount: number): Promise<void> {
  const names = Object.keys(protocolRow.shape).filter((name) => name !== "id");
  const [protocol] = await graph.all("protocols", names.join(" "), protocolRow, block);
  const count = async (field: string) => (await graph.all(field, "", idRow, block)).length;
  const identities = await graph.all("identities", "frozen revoked accountCount", identityRow, block);
  const assets = await graph.all("assets", "state valuation holderCount", assetRow, block);
  const inState = (state: string) => assets.filter((asset) => asset.state === state);
  const standing = identities.filter(({ frozen, revoked }) => !frozen && !revoked);
  const attesters = await graph.all(
    "attesters",
    "allowed",
    z.object({ id: hex, allowed: z.boolean() }),
    block,
  );
  const positions = await graph.all("stakingPositions", "shares", z.object({ id: hex, shares: big }), block);
  expect(protocol).toEqual({
    id: "0x71746900",
    accountCount: await count("accounts"),
    identityCount: identities.length,
    verifiedAccountCount: standing.reduce((total, { accountCount }) => total + accountCount, 0),
    attesterCount: attesters.filter(({ allowed }) => allowed).length,
    assetCount: assets.length,
    draftAssetCount: inState("DRAFT").length,
    activeAssetCount: inState("ACTIVE").length,
    maturedAssetCount: inState("MATURED").length,
    retiredAssetCount: inState("RETIRED").length,
    statedValue: inState("ACTIVE").reduce((total, { valuation }) => total + valuation, 0n),
    holdingCount: assets.reduce((total, { holderCount }) => total + holderCount, 0),
    transferCount: await count("transfers"),
    stakerCount: positions.filter(({ shares }) => shares > 0n).length,
    keyEntryCount: await count("keyEntries"),
    recordRootCount: await count("recordRoots"),
    transactionCount: BigInt(transactionCount),
  });
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
